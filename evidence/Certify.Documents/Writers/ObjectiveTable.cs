using Certify.Documents.Excel;
using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Writers;

/// <summary>The board of objectives as table rows and as a workbook.</summary>
internal static class ObjectiveTable
{
    public static Column[] Columns { get; } =
        [new("Objective", 11), new("Description", 28), new("Section", 10), new("Indep.", 8), new("Status", 13), new("Reason", 30)];

    public static IReadOnlyList<Cell> Row(ObjectiveFact objective) =>
    [
        ObjectiveBoard.Name(objective), objective.Description, objective.Reference, Say.YesNo(objective.Independence),
        Cell.Of(Say.Of(objective.Status), Say.ToneOf(objective.Status)), objective.Reason,
    ];

    public static Workbook Workbook(FactIndex facts) => new(
        Frame.Identity(facts, "OBJ", "Objectives Board", "Annex A"),
        [Counts(facts.Board), All(facts.Board)]);

    private static Sheet Counts(ObjectiveBoard board) => new("By table",
        new Table($"Objectives at level {board.Level} by table and status",
            [new("Table", 1), new("Subject", 1), new("All", 1), .. ObjectiveBoard.Statuses.Select(s => new Column(Capital(Say.Of(s)), 1))],
            [.. board.Tables.Select(IReadOnlyList<Cell> (t) =>
            [
                t.Key, ObjectiveBoard.Subject(t.Key), Say.Count(t.Count()),
                .. ObjectiveBoard.Statuses.Select(s => (Cell)Say.Count(t.Count(o => o.Status == s))),
            ])]),
        "No objective was recorded.");

    private static Sheet All(ObjectiveBoard board) => new("Objectives",
        new Table($"Objectives at level {board.Level}",
            [.. Columns, new("Evidence", 1), new("Record that closes it", 1), new("Closed by", 1), new("Date", 1)],
            [.. board.All.Select(IReadOnlyList<Cell> (o) => [.. Row(o), Cell.Lines(o.Evidence), o.Closes ?? "", "", ""])]),
        "No objective was recorded.");

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
