using System.Globalization;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reading;

namespace Certify.Cli.Stages;

/// <summary>What somebody says about a review. Name and day are given, never made up.</summary>
/// <param name="Reviewer">Who reviewed.</param>
/// <param name="Day">When.</param>
/// <param name="Passed">Whether the item passed.</param>
/// <param name="Note">What the reviewer says, or null.</param>
internal sealed record ReviewSaid(string Reviewer, DateOnly Day, bool Passed, string? Note);

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

    /// <summary>Checks what people typed before it becomes a said.</summary>
    /// <exception cref="CommandException">A name or note cannot stand in a record (exit code 2).</exception>
    public static void Check(ReviewSaid said)
    {
        if (said.Reviewer.Trim().Length == 0) throw CommandException.BadInput("--reviewer is empty", "give the name of the person who reviewed");
        if (said.Reviewer.Length > NameLengthMax || said.Reviewer.Any(char.IsControl))
            throw CommandException.BadInput($"--reviewer '{said.Reviewer}' cannot stand in a record", "give a name in one line, of at most 100 characters");
    }

    /// <summary>The record of one item as it stands in a file, ending in a newline.</summary>
    /// <param name="scope">The set, for the state of the item and its parents.</param>
    /// <param name="item">Number of the item in the set.</param>
    /// <param name="id">Id of the record.</param>
    /// <param name="said">Who, when, and how it ended.</param>
    /// <param name="path">File that the record will stand in.</param>
    public static string Write(TraceScope scope, int item, string id, ReviewSaid said, string path)
    {
        var record = ReviewRecord.Create(
            scope.Report.Set, item, id, said.Reviewer.Trim(), said.Day, said.Passed ? "passed" : "failed", said.Note?.Trim() ?? "", path);
        return MarkdownWriter.WriteItem(record, scope.Settings.Project.AttributeNames);
    }

    /// <summary>A free id for the record of an item: with the day, and a number where the item was reviewed before on that day.</summary>
    public static string IdOf(TraceItem item, DateOnly day, Func<string, bool> taken)
    {
        var bare = $"RV-{item.Id}-{day.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
        var id = bare;
        for (var n = 2; taken(id); n++) id = string.Create(CultureInfo.InvariantCulture, $"{bare}-{n}");
        return id;
    }
}
