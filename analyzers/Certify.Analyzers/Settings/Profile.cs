namespace Certify.Analyzers.Settings;

/// <summary>Which selection of the rules a source file is held to; the rule table says which rule is in which.</summary>
public enum Profile
{
    /// <summary>The strict one, and what a project gets that names none.</summary>
    Application,

    /// <summary>Kernel: declared hardware types may use pointers.</summary>
    Runtime,

    /// <summary>Own core library: as runtime, without the rules about shapes that .NET's public API or the compiler dictates.</summary>
    Core,

    /// <summary>Tools on stock .NET: the rules that hold for any C# program.</summary>
    Host,
}
