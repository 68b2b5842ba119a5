using System.Globalization;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reading;
using Certify.Trace.Reports.Threads;

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
        if (record.Reviewer.Length > NameLengthMax || record.Reviewer.Any(char.IsControl))
            throw CommandException.BadInput($"--reviewer '{record.Reviewer}' cannot stand in a record", "give a name in one line, of at most 100 characters");
    }

    /// <summary>The record of one item, as an item of tier review: fingerprints of what was looked at, and of the parents it was looked at against.</summary>
    /// <param name="id">Id of the record.</param>
    /// <param name="item">The item reviewed.</param>
    /// <param name="graph">The set, for the state of its parents.</param>
    /// <param name="record">Who, when, and how it ended.</param>
    public static TraceItem Record(string id, TraceItem item, TraceGraph graph, ReviewRecord record)
    {
        var links = new List<TraceLink> { new(LinkRole.Reviews, item.Id, null, item.Fingerprint) };
        foreach (var parent in item.Targets(LinkRole.Satisfies).Distinct(StringComparer.Ordinal))
        {
            var index = graph.IndexOf(parent);
            if (index >= 0) links.Add(new TraceLink(LinkRole.Against, parent, null, graph.Items[index].Fingerprint));
        }

        return new TraceItem
        {
            Id = id,
            Tier = ItemTier.Review,
            Place = new SourcePlace(TraceRecords.Reviews, 0),
            Title = "Review of " + item.Id,
            Text = record.Note?.Trim() ?? "",
            Author = record.Reviewer.Trim(),
            Outcome = new ItemOutcome(record.Passed ? "passed" : "failed", record.Passed),
            Attributes = [new ItemAttribute("date", record.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
            Links = links,
        };
    }

    /// <summary>The record as it stands in a file, ending in a newline.</summary>
    public static string Write(TraceItem record) => MarkdownWriter.WriteItem(record);

    /// <summary>A free id for the record of an item: with the day, and a number where the item was reviewed before on that day.</summary>
    public static string IdOf(TraceItem item, DateOnly day, Func<string, bool> taken)
    {
        var bare = $"RV-{item.Id}-{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
        var id = bare;
        for (var n = 2; taken(id); n++) id = string.Create(CultureInfo.InvariantCulture, $"{bare}-{n}");
        return id;
    }
}
