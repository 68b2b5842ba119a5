using System.Text;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Threads;

/// <summary>A thread as a tree of text: each item with place, text, short fingerprint, review, result, and each break with its code.</summary>
// @llr CFY-LLR-383
public sealed class ThreadText
{
    private const int FingerprintShown = 8;
    private const string Branch = "\u251C\u2500 ", Corner = "\u2514\u2500 ", Line = "\u2502  ", Gap = "   ";
    private readonly StringBuilder _out = new();
    private readonly TraceGraph _graph;
    private readonly int _width;
    private readonly Ink _ink;
    private readonly List<bool> _lasts = [];

    private ThreadText(TraceGraph graph, int width, Ink ink)
    {
        _graph = graph;
        _width = width;
        _ink = ink;
    }

    /// <summary>Writes a thread, ending in a newline.</summary>
    /// <param name="graph">The set that the thread is of.</param>
    /// <param name="thread">The thread.</param>
    /// <param name="width">Columns to keep to where words allow; 0 for lines of any length.</param>
    /// <param name="ink">Colours or none.</param>
    public static string Write(TraceGraph graph, TraceThread thread, int width, Ink ink)
    {
        var text = new ThreadText(graph, width, ink);
        for (var i = 0; i < thread.Nodes.Count; i++)
        {
            var below = i + 1 < thread.Nodes.Count && thread.Nodes[i + 1].Depth > thread.Nodes[i].Depth;
            text.Node(thread.Nodes[i], below);
        }
        return text._out.ToString();
    }

    /// <summary>"2 errors, 1 warning on 14 items", or that nothing is broken.</summary>
    public static string Summary(TraceThread thread)
    {
        var breaks = thread.Breaks.Count();
        var items = Words.Count(thread.Nodes.Count(n => !n.Repeated), "item");
        return breaks == 0 ? $"{items}, no break" : $"{items}, {Words.Count(thread.Errors, "error")}, {Words.Count(breaks - thread.Errors, "warning")}";
    }

    private void Node(ThreadNode node, bool below)
    {
        if (_lasts.Count > node.Depth) _lasts.RemoveRange(node.Depth, _lasts.Count - node.Depth);
        var before = new StringBuilder();
        for (var depth = 1; depth < node.Depth; depth++) before.Append(_lasts[depth] ? Gap : Line);
        var head = before + (node.Depth == 0 ? "" : node.Last ? Corner : Branch);
        _lasts.Add(node.Last);
        var rest = before + (node.Depth == 0 ? "" : node.Last ? Gap : Line) + (below ? Line : Gap);
        Head(node, head, rest);
        if (node.Repeated) return;
        Meta(node.Item, node.Fingerprint, rest);
        Body(node.Item, rest);
        foreach (var item in node.Breaks) Break(item, rest);
    }

    private void Head(ThreadNode node, string head, string rest)
    {
        var item = node.Item;
        var name = TierWords.Short(item.Tier) + " " + item.Id;
        var title = item.Title.Length > 0 && item.Title != item.Id ? item.Title : "";
        if (item.Outcome is { } outcome) title = (title + " " + outcome.Verdict).Trim();
        if (node.Repeated) title = "(shown above)";
        var room = _width == 0 || head.Length + name.Length + 1 + title.Length + (node.Focus ? 2 : 0) <= _width;
        _out.Append(_ink.Faint(head));
        if (node.Focus) _out.Append(_ink.Strong("\u25B6 "));
        _out.Append(_ink.Faint(TierWords.Short(item.Tier))).Append(' ').Append(_ink.Strong(OneLine.Escape(item.Id)));
        if (title.Length == 0) _out.Append('\n');
        else if (room) _out.Append(' ').Append(Title(item, OneLine.Escape(title))).Append('\n');
        else
        {
            _out.Append('\n');
            foreach (var line in Wrap.Lines(title, Room(rest))) Row(rest, Title(item, line));
        }
    }

    private string Title(TraceItem item, string title) =>
        item.Outcome is not { } outcome ? title : outcome.Passed ? _ink.Good(title) : _ink.Bad(title);

    private void Meta(TraceItem item, string fingerprint, string rest)
    {
        var parts = new List<string> { item.Place.ToString(), fingerprint[..FingerprintShown] };
        if (item.Derived) parts.Add("derived");
        if (item.TestKind is { } kind) parts.Add(kind == TestKind.Robustness ? "robustness" : "normal range");
        if (item.Level is { } level) parts.Add("level " + level);
        if (item.Status is { } status) parts.Add(status);
        if (item.Revision is { } revision) parts.Add("revision " + revision);
        if (item.Author is { } author) parts.Add("by " + author);
        if (item.Reviewer is { } reviewer) parts.Add("reviewed by " + reviewer);
        if (item.Attribute("date") is { } date) parts.Add(date);
        if (item.Outcome?.ImageSha256 is { Length: >= FingerprintShown } image) parts.Add("image " + image[..FingerprintShown]);
        if (item.Outcome?.LogSha256 is { Length: >= FingerprintShown } log) parts.Add("log " + log[..FingerprintShown]);
        foreach (var link in item.Links)
        {
            if (!TraceGraph.IsThread(link.Role)) parts.Add(link.Role + " " + link.Target);
            else if (_graph.IndexOf(link.Target) < 0) parts.Add(link.Role + " " + link.Target + " (missing)");
        }

        foreach (var line in Packed(parts, Room(rest))) Row(rest, _ink.Faint(line));
    }

    /// <summary>Parts set side by side, none of them broken: a place is there to be copied.</summary>
    private static IEnumerable<string> Packed(List<string> parts, int room)
    {
        var line = "";
        foreach (var part in parts.Select(OneLine.Escape))
        {
            if (line.Length > 0 && room > 0 && line.Length + 3 + part.Length > room)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? part : line + " \u00B7 " + part;
        }
        yield return line;
    }

    private void Body(TraceItem item, string rest)
    {
        if (item.Text.Length == 0 || item.Text == item.Title) return;
        foreach (var line in Wrap.Lines(item.Text, Room(rest))) Row(rest, line);
    }

    private void Break(AuditFinding finding, string rest)
    {
        var error = finding.Severity == FindingSeverity.Error;
        var first = true;
        foreach (var line in Wrap.Lines($"{finding.Code}: {finding.Message}", _width == 0 ? 0 : Math.Max(1, Room(rest) - 2)))
        {
            var text = (first ? error ? "\u2717 " : "! " : "  ") + line;
            Row(rest, error ? _ink.Bad(text) : _ink.Warn(text));
            first = false;
        }
    }

    private int Room(string rest) => _width == 0 ? 0 : Math.Max(1, _width - rest.Length);

    private void Row(string rest, string text) => _out.Append(_ink.Faint(rest)).Append(text).Append('\n');
}
