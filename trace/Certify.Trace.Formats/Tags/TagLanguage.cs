namespace Certify.Trace.Formats.Tags;

/// <summary>Languages that tags are read from.</summary>
internal enum TagLanguage
{
    C, Cpp, CSharp, Rust, Ada, Python, Assembly,
}

/// <summary>Which file is of which language.</summary>
internal static class TagLanguages
{
    /// <summary>The language of a file by the end of its name, or null.</summary>
    public static TagLanguage? Of(string path)
    {
        var dot = path.LastIndexOf('.');
        if (dot < 0 || dot < path.LastIndexOf('/')) return null;
        return path[dot..].ToLowerInvariant() switch
        {
            ".c" or ".h" => TagLanguage.C,
            ".cpp" or ".cc" or ".cxx" or ".c++" or ".hpp" or ".hh" or ".hxx" or ".h++" or ".inl" => TagLanguage.Cpp,
            ".cs" => TagLanguage.CSharp,
            ".rs" => TagLanguage.Rust,
            ".adb" or ".ads" or ".ada" => TagLanguage.Ada,
            ".py" => TagLanguage.Python,
            ".s" or ".asm" => TagLanguage.Assembly,
            _ => null,
        };
    }
}
