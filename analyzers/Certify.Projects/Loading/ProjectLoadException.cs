namespace Certify.Projects.Loading;

/// <summary>A project that cannot be loaded; the message says which, why, and what to do.</summary>
public sealed class ProjectLoadException : Exception
{
    /// <summary>Creates the exception with its message.</summary>
    public ProjectLoadException(string message, Exception? inner = null) : base(message, inner) { }
}
