using System.Text;
using System.Text.Json;
using Certify.Trace.Model;
using Certify.Trace.Reports;

namespace Certify.Cli.LanguageServer;

/// <summary>What the server answers about a place in a line.</summary>
// @llr CFY-LLR-391
internal static class Answers
{
    private const int CompletionsMax = 200;
    private const int ReferenceKind = 18; // CompletionItemKind.Reference
    private const int LinksShown = 12;

    /// <summary>Text and links of the item under the position, or null.</summary>
    public static Action<Utf8JsonWriter>? Hover(string text, int line, int character, ServerView view)
    {
        if (TextAt.Id(text, character, view) is not var (id, start, end)) return null;
        var item = view.Find(id)!;
        return json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("contents");
            json.WriteString("kind", "markdown");
            json.WriteString("value", Describe(item, view));
            json.WriteEndObject();
            json.WriteStartObject("range");
            Position(json, "start", line, start);
            Position(json, "end", line, end);
            json.WriteEndObject();
            json.WriteEndObject();
        };
    }

    /// <summary>Where the item under the position is written, or null.</summary>
    public static Action<Utf8JsonWriter>? Definition(string text, int character, ServerView view)
    {
        if (TextAt.Id(text, character, view) is not var (id, _, _)) return null;
        var place = view.Find(id)!.Place;
        return json =>
        {
            json.WriteStartObject();
            json.WriteString("uri", DocumentUris.Of(view.PathOf(place.Path)));
            json.WriteStartObject("range");
            Position(json, "start", Math.Max(0, place.Line - 1), 0);
            Position(json, "end", Math.Max(0, place.Line - 1), 0);
            json.WriteEndObject();
            json.WriteEndObject();
        };
    }

    /// <summary>Ids that may stand at the position, or null where no id belongs.</summary>
    public static Action<Utf8JsonWriter>? Completion(string text, int character, ServerView view)
    {
        if (TextAt.LinkBegun(text, character) is not { } begun) return null;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<TraceItem> fitting = [.. view.Graph.Items.Where(i => i.Tier != ItemTier.Code
            && i.Id.Contains(begun, StringComparison.OrdinalIgnoreCase) && seen.Add(i.Id))];
        return json =>
        {
            json.WriteStartObject();
            json.WriteBoolean("isIncomplete", fitting.Count > CompletionsMax);
            json.WriteStartArray("items");
            foreach (var item in fitting.Take(CompletionsMax))
            {
                json.WriteStartObject();
                json.WriteString("label", item.Id);
                json.WriteNumber("kind", ReferenceKind);
                json.WriteString("detail", $"{TierName.Of(item.Tier)} {item.Title}".TrimEnd());
                json.WriteString("documentation", item.Text);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        };
    }

    /// <summary>Writes a position, 0-based.</summary>
    public static void Position(Utf8JsonWriter json, string name, int line, int character)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", line);
        json.WriteNumber("character", character);
        json.WriteEndObject();
    }

    private static string Describe(TraceItem item, ServerView view)
    {
        var text = new StringBuilder();
        text.Append($"**{Plain(item.Id)}** {Plain(item.Title)}\n\n*{TierName.Of(item.Tier)}{(item.Derived ? ", derived" : "")}*\n\n{Plain(item.Text)}\n");
        if (item.Rationale is { } rationale) text.Append($"\n*Rationale:* {Plain(rationale)}\n");
        var index = view.Graph.IndexOf(item.Id);
        Links(text, "above", view.Graph.Up(index), view);
        Links(text, "below", view.Graph.Down(index), view);
        foreach (var finding in view.Graph.FindingsOf(item.Id)) text.Append($"\n\u2717 {finding.Code}: {Plain(finding.Message)}\n");
        return text.ToString();
    }

    private static void Links(StringBuilder text, string title, ReadOnlySpan<Trace.Reports.Threads.ThreadEdge> edges, ServerView view)
    {
        if (edges.Length == 0) return;
        text.Append($"\n*{title}:*\n");
        foreach (var edge in edges[..Math.Min(edges.Length, LinksShown)])
        {
            var item = view.Graph.Items[edge.Item];
            text.Append($"- {TierWords.Short(item.Tier)} {Plain(item.Id)} {Plain(item.Title)}\n");
        }
        if (edges.Length > LinksShown) text.Append($"- and {edges.Length - LinksShown} more\n");
    }

    // Editors render Markdown; what stands in an item is text.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '<' or '>' or '#' or '!' or '|' or '~') plain.Append('\\');
            plain.Append(c);
        }
        return plain.ToString();
    }
}
