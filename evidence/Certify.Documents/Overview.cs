using Certify.Documents.Analysis;
using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents;

/// <summary>One line of the results at a glance.</summary>
internal sealed record OverviewLine(string Subject, string Result, string State, Tone Tone);

/// <summary>The results at a glance: what ran, what it gave, and what did not run.</summary>
internal static class Overview
{
    /// <summary>The lines in the order of the stages.</summary>
    public static IReadOnlyList<OverviewLine> Lines(FactIndex facts)
    {
        var inputs = facts.Inputs;
        List<OverviewLine> lines = [Rules(inputs.Analysis), Audit(inputs.Trace)];
        foreach (var side in Enum.GetValues<TestSide>()) lines.Add(Tests(facts, side));
        lines.AddRange(Coverage("target", inputs.TargetCoverage, counts: true));
        lines.AddRange(Coverage("host", inputs.HostCoverage, counts: false));
        lines.Add(Problems(inputs.Project));
        lines.Add(Objectives(facts.Board));
        return lines;
    }

    private static OverviewLine Rules(AnalysisFacts? analysis) => analysis is null || analysis.Rules.Count == 0
        ? Missing("Code standard", "no rule was recorded as run")
        : State("Code standard", $"{Say.Count(analysis.Rules.Count, "rule")}, {Say.Count(analysis.Violations.Count(), "finding")}{Listed(analysis)}", !analysis.Violations.Any(), "nothing found", "findings");

    private static string Listed(AnalysisFacts analysis)
    {
        FindingVerdict[] listed = [FindingVerdict.Deviated, FindingVerdict.CheckedAtRunTime, FindingVerdict.Advisory];
        return string.Concat(listed.Select(v => (Name: AnalysisWords.Of(v), Count: analysis.Count(v))).Where(v => v.Count > 0)
            .Select(v => $"; {Say.Count(v.Count)} {(v.Name == "suggestion" && v.Count > 1 ? "suggestions" : v.Name)}"));
    }

    private static OverviewLine Audit(TraceFacts trace)
    {
        var errors = trace.Findings.Count(f => f.Severity == FindingSeverity.Error);
        var warnings = trace.Findings.Count - errors;
        return trace.Requirements.Count == 0
            ? Missing("Trace audit", "no requirement was recorded")
            : State("Trace audit", $"{Say.Count(trace.Requirements.Count, "requirement")}, {Say.Count(errors, "error")}, {Say.Count(warnings, "warning")}", errors == 0, "nothing found", "findings",
                warnings > 0 ? "warnings" : null);
    }

    private static OverviewLine Tests(FactIndex facts, TestSide side)
    {
        TestResult[] results = [.. facts.Results.Where(r => r.Side == side)];
        var passed = results.Count(r => r.Verdict == Verdict.Passed);
        return results.Length == 0
            ? Missing($"Tests, {Say.Of(side)}", "no test was recorded as run")
            : State($"Tests, {Say.Of(side)}", $"{Say.Count(passed)} of {Say.Count(results.Length)} passed; {Say.Count(results.Sum(r => (long)r.Cases), "sequence")}, {Say.Count(results.Sum(r => r.Frames), "frame")}", passed == results.Length, "passed", "failed");
    }

    private static IEnumerable<OverviewLine> Coverage(string side, CoverageFacts? facts, bool counts)
    {
        if (facts is null || facts.Statements.Count == 0)
        {
            yield return counts
                ? Missing($"Coverage, {side}", "no coverage was recorded")
                : new OverviewLine($"Coverage, {side}", "no coverage was recorded", "not counted", Tone.Muted);
            yield break;
        }
        var all = CoverageCount.Of(facts);
        yield return Line("statements", all.Statements);
        yield return Line("decisions", all.Decisions);
        if (all.Conditions.Total > 0 || counts) yield return Line($"{facts.Criterion} MC/DC", all.Conditions);
        else yield return new OverviewLine($"Coverage, {side}, MC/DC", "not measured on this side", "not counted", Tone.Muted);

        OverviewLine Line(string kind, Tally tally)
        {
            var text = Say.Share(tally.Covered, tally.Total) + (tally.Justified > 0 ? $"; {Say.Count(tally.Justified)} justified" : "");
            if (tally.Total == 0) return Missing($"Coverage, {side}, {kind}", "no obligation was recorded");
            return !counts
                ? new OverviewLine($"Coverage, {side}, {kind}", text, "not counted", Tone.Muted)
                : State($"Coverage, {side}, {kind}", text, tally.Open == 0, "no open gap", Say.Count(tally.Open, "open gap"));
        }
    }

    private static OverviewLine Problems(ProjectFacts project)
    {
        if (project.ProblemReports.Count == 0)
            return new OverviewLine("Problem reports", "none recorded", "none recorded", Tone.Muted);
        var open = project.ProblemReports.Count(IsOpen);
        return new OverviewLine("Problem reports", $"{Say.Count(project.ProblemReports.Count)} recorded, {Say.Count(open)} not closed",
            open == 0 ? "none open" : "open", open == 0 ? Tone.Good : Tone.Waiting);
    }

    /// <summary>True unless the report says it is closed.</summary>
    public static bool IsOpen(ProblemReportFact report) =>
        !report.Status.Trim().StartsWith("closed", StringComparison.OrdinalIgnoreCase);

    private static OverviewLine Objectives(ObjectiveBoard board) => board.All.Count == 0
        ? Missing("Objectives", "no objective was recorded")
        : new OverviewLine("Objectives",
            string.Join(", ", ObjectiveBoard.Statuses.Select(status => $"{Say.Count(board.Count(status))} {Say.Of(status)}")),
            board.Count(ObjectiveStatus.NotMet) > 0 ? "some not met" : board.Count(ObjectiveStatus.WaitingForPerson) > 0 ? "open" : "all decided",
            board.Count(ObjectiveStatus.NotMet) > 0 ? Tone.Bad : board.Count(ObjectiveStatus.WaitingForPerson) > 0 ? Tone.Waiting : Tone.Good);

    private static OverviewLine State(string subject, string result, bool held, string yes, string no, string? remark = null) =>
        new(subject, result, !held ? no : remark ?? yes, !held ? Tone.Bad : remark is null ? Tone.Good : Tone.Waiting);

    private static OverviewLine Missing(string subject, string text) => new(subject, text, "not recorded", Tone.Waiting);
}
