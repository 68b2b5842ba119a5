using Certify.Documents.Model;
using Certify.Documents.Writers;
using Certify.Facts;

namespace Certify.Documents.Html;

/// <summary>The pages on objectives, on what people still have to do, and on what the evidence does not show.</summary>
internal static class BoardPages
{
    public static (string Path, byte[] Bytes) Objectives(FactIndex facts)
    {
        var page = new HtmlPage(facts, "objectives.html", "Objectives");
        page.Text($"Every objective at level {facts.Board.Level} with its status and the reason. \"Met by evidence\" means that a check on the facts decides the objective and holds; nobody has reviewed that decision.");
        page.Text(Limits.ObjectiveTable);
        page.Raw(BoardPicture.Draw(facts.Board));
        if (facts.Board.All.Count == 0) page.Text("No objective was recorded.");
        foreach (var table in facts.Board.Tables)
        {
            page.Heading(2, $"{table.Key} {ObjectiveBoard.Subject(table.Key)}");
            page.Table("", ["Objective", "Description", "Section", "Indep.", "Status", "Reason", "Evidence", "Record that closes it"],
                table.Select(IReadOnlyList<Cell> (o) => [.. ObjectiveTable.Row(o), Cell.Lines(o.Evidence), o.Closes ?? "-"]),
                [7, 18, 7, 6, 9, 27, 12, 14]);
        }
        return page.Finish();
    }

    public static (string Path, byte[] Bytes) Todo(FactIndex facts)
    {
        var inputs = facts.Inputs;
        var page = new HtmlPage(facts, "todo.html", "What people still have to do");
        page.Text("Things that no tool can do or decide, and things the tools found that somebody has to put right.");
        page.Heading(2, "Put right");
        page.Table("The facts name nothing that is wrong.", ["What", "Where or why"], Wrong(facts));
        page.Heading(2, "Records that people make");
        page.Table(facts.Board.WhenNone(ObjectiveStatus.WaitingForPerson), ["Objective", "Description", "Record that closes it", "Independence"],
            facts.Board.With(ObjectiveStatus.WaitingForPerson).Select(IReadOnlyList<Cell> (o) =>
                [ObjectiveBoard.Name(o), o.Description, Cell.Of(o.Closes ?? o.Reason, Tone.Waiting), o.Independence ? "yes: by somebody else than the author" : "no"]));
        page.Heading(2, "Requirements to verify by analysis or review");
        page.Table("None is recorded.", ["Requirement", "Title", "Method"],
            facts.Requirements.Where(r => r.Tier != Tier.System && r.Verification != VerificationMethod.Test)
                .Select(IReadOnlyList<Cell> (r) => [r.Id, r.Title, Say.Of(r.Verification)]));
        page.Heading(2, "Derived requirements to put before the system safety process");
        page.Table("None is recorded.", ["Requirement", "Title", "Safety feedback"],
            facts.Requirements.Where(r => r.Derived).Select(IReadOnlyList<Cell> (r) => [r.Id, r.Title, r.SafetyFeedback ?? Cell.Of("none recorded", Tone.Bad)]));
        page.Heading(2, "Problem reports that are not closed");
        page.Table("None is recorded.", ["Report", "Title", "Status", "Safety impact"],
            inputs.Project.ProblemReports.Where(Overview.IsOpen).OrderBy(p => p.Id, StringComparer.Ordinal)
                .Select(IReadOnlyList<Cell> (p) => [p.Id, p.Title, p.Status, p.SafetyImpact]));
        page.Heading(2, "Coverage justifications to review");
        page.Table("None is recorded.", ["Justification", "Class", "Reason"],
            (inputs.TargetCoverage?.Justifications ?? []).OrderBy(j => j.Id, StringComparer.Ordinal)
                .Select(IReadOnlyList<Cell> (j) => [j.Id, j.Class, j.Reason]));
        page.Heading(2, "Documents to review, approve and sign");
        page.Bullets(DocumentList.All.Select(d => $"{Frame.Id(inputs, d.Suffix)} {d.Title}: not approved"));
        return page.Finish();
    }

    public static (string Path, byte[] Bytes) LimitsPage(FactIndex facts) =>
        new HtmlPage(facts, "limits.html", "What the evidence does not show")
            .Text("Read this before relying on anything else in the package.")
            .Bullets(Limits.Lines(facts))
            .Finish();

    private static IEnumerable<IReadOnlyList<Cell>> Wrong(FactIndex facts)
    {
        var inputs = facts.Inputs;
        foreach (var sentence in Consistency.Check(inputs)) yield return [Cell.Of("Facts that contradict each other", Tone.Bad), sentence];
        foreach (var finding in inputs.Analysis?.Violations ?? [])
            yield return [Cell.Of("Rule " + finding.RuleId, Tone.Bad), $"{finding.Place}: {finding.Message}"];
        foreach (var finding in SvrWriter.AuditOrder(inputs.Trace))
            yield return [Cell.Of("Audit " + finding.Code, finding.Severity == FindingSeverity.Error ? Tone.Bad : Tone.Waiting), $"{finding.Place}: {finding.Subject}: {finding.Message}"];
        foreach (var result in facts.Results.Where(r => r.Verdict != Verdict.Passed))
            yield return [Cell.Of($"Test, {Say.Of(result.Side)}: {Say.Of(result.Verdict)}", Tone.Bad), $"{TestName.Short(result.Test)}: {result.Message ?? "no message recorded"}"];
        if (inputs.TargetCoverage is { } coverage && CoverageCount.Of(coverage).Open > 0)
            yield return [Cell.Of("Coverage", Tone.Bad), $"{CoverageCount.Of(coverage).OpenText} neither covered nor justified; listed in {Frame.Id(inputs, "SVR")}"];
        foreach (var budget in inputs.Project.Budgets.Where(b => b.Actual > b.Limit))
            yield return [Cell.Of("Budget exceeded", Tone.Bad), $"{budget.Name}: {Say.Count(budget.Actual ?? 0)} of {Say.Count(budget.Limit)} {budget.Unit}"];
        foreach (var objective in facts.Board.With(ObjectiveStatus.NotMet))
            yield return [Cell.Of("Objective " + ObjectiveBoard.Name(objective), Tone.Bad), objective.Reason];
    }
}
