using System.Text.RegularExpressions;

namespace Certify.Cli.Settings;

/// <summary>File patterns of certify.yaml: '*' within a folder, '**' across folders, '?' one character.</summary>
internal static class Glob
{
    /// <summary>Whether a '/' separated relative path matches.</summary>
    public static bool Matches(string pattern, string path)
    {
        var expression = Regex.Escape(pattern.Replace('\\', '/'))
            .Replace(@"\*\*/", "(?:.*/)?", StringComparison.Ordinal)
            .Replace(@"\*\*", ".*", StringComparison.Ordinal)
            .Replace(@"\*", "[^/]*", StringComparison.Ordinal)
            .Replace(@"\?", "[^/]", StringComparison.Ordinal);
        return Regex.IsMatch(path, $"^{expression}$", RegexOptions.CultureInvariant);
    }
}
