using Certify.Facts;

namespace Certify.Documents;

/// <summary>Objectives in the order of Annex A, and counts by table and status.</summary>
internal sealed class ObjectiveBoard(ObjectiveFacts facts)
{
    /// <summary>The statuses in the order they are shown.</summary>
    public static IReadOnlyList<ObjectiveStatus> Statuses { get; } =
        [ObjectiveStatus.MetByEvidence, ObjectiveStatus.WaitingForPerson, ObjectiveStatus.NotMet, ObjectiveStatus.NotApplicable];

    /// <summary>Subjects of the ten tables, in own words.</summary>
    private static readonly string[] s_subjects =
    [
        "planning", "development", "verification of high-level requirements", "verification of design",
        "verification of code and integration", "testing of integration outputs", "verification of verification",
        "configuration management", "quality assurance", "certification liaison",
    ];

    /// <summary>Software level of the board.</summary>
    public string Level => facts.Level;

    /// <summary>All objectives, table by table.</summary>
    public IReadOnlyList<ObjectiveFact> All { get; } =
        [.. facts.Objectives.OrderBy(o => TableNumber(o.Table)).ThenBy(o => o.Table, StringComparer.Ordinal).ThenBy(o => o.Number)];

    /// <summary>Tables in order.</summary>
    public IEnumerable<IGrouping<string, ObjectiveFact>> Tables => All.GroupBy(o => o.Table, StringComparer.Ordinal);

    /// <summary>Objectives of one status.</summary>
    public IEnumerable<ObjectiveFact> With(ObjectiveStatus status) => All.Where(o => o.Status == status);

    /// <summary>Number of objectives of one status.</summary>
    public int Count(ObjectiveStatus status) => With(status).Count();

    /// <summary>The sentence for a status that no objective has.</summary>
    public string WhenNone(ObjectiveStatus status) =>
        All.Count == 0 ? "No objective was recorded." : $"No objective is recorded as {Say.Of(status)}.";

    /// <summary>"A-7.5".</summary>
    public static string Name(ObjectiveFact objective) => $"{objective.Table}.{Say.Count(objective.Number)}";

    /// <summary>Subject of a table, or "" for a table Annex A does not have.</summary>
    public static string Subject(string table) =>
        TableNumber(table) is var n && n >= 1 && n <= s_subjects.Length ? s_subjects[n - 1] : "";

    private static int TableNumber(string table) =>
        table.StartsWith("A-", StringComparison.Ordinal) && int.TryParse(table.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture, out var n)
            ? n
            : int.MaxValue;
}
