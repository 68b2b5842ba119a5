using System.Text;

namespace Certify.Projects.Reporting;

/// <summary>The pages of the rules, which this assembly carries: a report can show them to a reader without the repository.</summary>
public static class RulePageText
{
    /// <summary>Ids of the rules that have a page, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } =
    [
        .. typeof(RulePageText).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("CFY", StringComparison.Ordinal) && name.EndsWith(".md", StringComparison.Ordinal))
            .Select(name => name[..^".md".Length]).Order(StringComparer.Ordinal),
    ];

    /// <summary>The page in Markdown, or null where the rule has none.</summary>
    public static string? Of(string id)
    {
        using var stream = typeof(RulePageText).Assembly.GetManifestResourceStream(id + ".md");
        if (stream is null) return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The text below a heading of the page, without it; empty where there is none.</summary>
    /// <param name="id">The rule.</param>
    /// <param name="heading">A heading of level 2, for example "What it misses".</param>
    public static string Section(string id, string heading)
    {
        var start = $"\n## {heading}\n";
        if (Of(id) is not { } page) return "";
        var at = page.IndexOf(start, StringComparison.Ordinal);
        if (at < 0) return "";
        var text = page[(at + start.Length)..];
        var end = text.IndexOf("\n## ", StringComparison.Ordinal);
        return (end < 0 ? text : text[..end]).Trim();
    }
}
