namespace Certify.Analyzers.Settings;

/// <summary>Which selection of the rules a source file is held to.</summary>
public enum Profile
{
    /// <summary>The strict one, and what a project gets that names none.</summary>
    Application,

    /// <summary>Kernel and core library: declared hardware types may use pointers.</summary>
    Runtime,

    /// <summary>Tools on stock .NET: no rule applies so far.</summary>
    Host,
}
