using System.Security.Cryptography;
using System.Text;

namespace Certify.Trace.Reports.Web;

/// <summary>The page's own script and style, put together from the readable files in 'Assets', and the policy that lets a browser run only them.</summary>
// @llr CFY-LLR-395, CFY-LLR-398, CFY-LLR-399
internal static class SiteAssets
{
    // In the order in which they need each other.
    private static readonly string[] s_scripts =
        ["dom", "data", "route", "list", "search", "overview", "items", "thread", "item", "matrix", "grid", "layout", "graph", "findings", "main"];

    /// <summary>The script, as a function that leaves no name behind.</summary>
    public static string Script { get; } =
        "\n\"use strict\";\n(function () {\n" + string.Concat(s_scripts.Select(name => Read(name + ".js"))) + "})();\n";

    /// <summary>The style sheet.</summary>
    public static string Style { get; } = "\n" + Read("site.css");

    /// <summary>Content-Security-Policy: this script, this style, nothing else from anywhere.</summary>
    public static string Policy { get; } =
        $"default-src 'none'; script-src '{Digest(Script)}'; style-src '{Digest(Style)}'; base-uri 'none'; form-action 'none'";

    private static string Digest(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Read(string file)
    {
        using var stream = typeof(SiteAssets).Assembly.GetManifestResourceStream("trace-site/" + file)
            ?? throw new InvalidOperationException($"the assembly lacks 'trace-site/{file}'");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        // The digest is of the text as a browser reads it, which knows no carriage return.
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
