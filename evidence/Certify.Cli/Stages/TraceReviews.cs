using System.Globalization;
using System.Text;
using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Cli.Stages;

/// <summary>A review as it is recorded: what was looked at, in which state, by whom and when. Name and day are the reviewer's words, never made up.</summary>
/// <param name="Reviewer">Who reviewed.</param>
/// <param name="Day">When.</param>
/// <param name="Passed">Whether the item passed.</param>
/// <param name="Note">What the reviewer says, or null.</param>
internal sealed record ReviewRecord(string Reviewer, DateOnly Day, bool Passed, string? Note);

/// <summary>Writes review records as own Markdown.</summary>
// @llr CFY-LLR-394
internal static class TraceReviews
{
    private const int NameLengthMax = 100;

    /// <summary>Whether a finding with this code is about the form, the links or the words of an item: what a reviewer reads is then in doubt.</summary>
    public static bool IsForm(string code) =>
        code.StartsWith("TRC-0", StringComparison.Ordinal) || code.StartsWith("TRC-1", StringComparison.Ordinal);

    /// <summary>Errors at an item that forbid to record a review of it: those of form, links and wording.</summary>
    public static IEnumerable<AuditFinding> Obstacles(TraceScope scope, string id) =>
        scope.Graph.FindingsOf(id).Where(f => f.Severity == FindingSeverity.Error && (IsForm(f.Code) || f.Code.StartsWith("TRC-3", StringComparison.Ordinal)));

    /// <summary>Checks what people typed before it becomes a record.</summary>
    /// <exception cref="CommandException">A name or note cannot stand in a record (exit code 2).</exception>
    public static void Check(ReviewRecord record)
    {
        if (record.Reviewer.Trim().Length == 0) throw CommandException.BadInput("--reviewer is empty", "give the name of the person who reviewed");
        if (record.Reviewer.Length > NameLengthMax || record.Reviewer.Any(c => char.IsControl(c) || c is '`' or '<' or '>'))
            throw CommandException.BadInput($"--reviewer '{record.Reviewer}' cannot stand in a record", "give a name in one line, without '`', '<' and '>'");
        if (record.Note is { } note && (note.Any(c => char.IsControl(c) && c != '\n') || note.Split('\n').Any(l => l.TrimStart().StartsWith('#') || l.TrimStart().StartsWith("- ", StringComparison.Ordinal) || l.TrimStart().StartsWith("**", StringComparison.Ordinal))))
            throw CommandException.BadInput("--note holds control characters or lines that begin with '#', '-' or '**'", "write plain sentences");
    }

    /// <summary>The record of one item as Markdown, ending in a newline.</summary>
    /// <param name="id">Id of the record.</param>
    /// <param name="item">The item reviewed.</param>
    /// <param name="graph">The set, for the state of its parents.</param>
    /// <param name="record">Who, when, and how it ended.</param>
    public static string Write(string id, TraceItem item, Trace.Reports.Threads.TraceGraph graph, ReviewRecord record)
    {
        var text = new StringBuilder();
        text.Append($"## {Quoted(id)} Review of {item.Id}\n\n- tier: review\n- reviews: {Quoted(item.Id)} (sha256:{item.Fingerprint})\n");
        List<string> parents = [.. item.Targets(LinkRole.Satisfies).Distinct(StringComparer.Ordinal).Where(p => graph.IndexOf(p) >= 0)
            .Select(p => $"{Quoted(p)} (sha256:{graph.Items[graph.IndexOf(p)].Fingerprint})")];
        if (parents.Count > 0) text.Append($"- against: {string.Join(", ", parents)}\n");
        text.Append($"- author: {record.Reviewer.Trim()}\n- date: {record.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n- verdict: {(record.Passed ? "passed" : "failed")}\n");
        if (record.Note is { } note) text.Append($"\n{note.Trim()}\n");
        return text.ToString();
    }

    /// <summary>A free id for the record of an item: with the day, and a number where the item was reviewed before on that day.</summary>
    public static string IdOf(TraceItem item, DateOnly day, Func<string, bool> taken)
    {
        var bare = $"RV-{item.Id}-{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
        var id = bare;
        for (var n = 2; taken(id); n++) id = string.Create(CultureInfo.InvariantCulture, $"{bare}-{n}");
        return id;
    }

    private static string Quoted(string id) => id.Any(c => char.IsWhiteSpace(c) || c is ',' or '(' or ')') ? $"`{id}`" : id;
}
