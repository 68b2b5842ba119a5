namespace Certify.Cli.LanguageServer;

/// <summary>File URIs of the editor, and the paths they mean.</summary>
internal static class DocumentUris
{
    /// <summary>The absolute path of a file URI, or null for another scheme or no URI.</summary>
    public static string? ToPath(string? uri) =>
        uri is not null && Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.IsFile ? Path.GetFullPath(parsed.LocalPath) : null;

    /// <summary>The URI of an absolute path.</summary>
    public static string Of(string path)
    {
        var parts = Path.GetFullPath(path).Replace('\\', '/').Split('/').Select(Uri.EscapeDataString);
        var joined = string.Join('/', parts);
        return "file://" + (joined.StartsWith('/') ? "" : "/") + joined;
    }
}
