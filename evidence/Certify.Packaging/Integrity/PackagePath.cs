using System.Globalization;

namespace Certify.Packaging.Integrity;

/// <summary>Paths that mean the same on every system and stay inside the package.</summary>
internal static class PackagePath
{
    private static readonly HashSet<string> s_reserved = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(i => new[] { $"com{i}", $"lpt{i}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Why the path is not allowed, or null.</summary>
    public static string? Problem(string path)
    {
        if (path.Length == 0) return "is empty";
        if (path.Length > 200) return $"has {path.Length} characters, 200 are allowed";
        if (path.StartsWith('/') || (path.Length > 1 && path[1] == ':')) return "is absolute";
        if (path.Any(c => c < ' ' || c is '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' or '\u007f'))
            return "has a character that not every file system allows";
        if (path.Any(IsLoose)) return "has a combining or unpaired character, which file systems change";
        foreach (string part in path.Split('/'))
        {
            if (part is "" or "." or "..") return "leads out of the package or is not in shortest form";
            if (part.EndsWith('.') || part.EndsWith(' ')) return "has a part that ends in a dot or space";
            if (s_reserved.Contains(part.Split('.')[0])) return $"has the reserved name '{part}'";
        }

        return null;
    }

    /// <summary>Equal for paths that a file system without case could not hold together.</summary>
    public static string Folded(string path) => path.ToUpperInvariant();

    /// <summary>Part of a character only. (Normalisation itself needs tables that invariant globalisation leaves out.)</summary>
    private static bool IsLoose(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse;
}
