using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Writers;

/// <summary>Structural coverage in the verification results document.</summary>
internal static class SvrCoverage
{
    public static void Write(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(1, "Structural coverage on the target");
        if (facts.Inputs.TargetCoverage is not { } coverage)
        {
            builder.Text("No coverage on the target was recorded.");
        }
        else
        {
            builder.Text($"Taken with an instrumented image made from the sources of the flight image. MC/DC is the {coverage.Criterion} variant. Only tests linked to requirements count.");
            builder.Fields(
                new("Instrumented", Rich.Code(coverage.Header.ImageSha256 ?? "digest not recorded")),
                new("Flight image", Rich.Code(coverage.FlightImageSha256)));
            Counts(builder, coverage);
            Gaps(builder, coverage);
            Justifications(builder, coverage);
            foreach (var component in coverage.Decisions.GroupBy(d => d.Component, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
            {
                builder.Heading(2, $"Decisions of {component.Key}");
                DecisionTable(builder, component.Key, component);
                ConditionTable(builder, component.Key, component);
            }
        }
        Host(builder, facts.Inputs.HostCoverage);
    }

    private static void Counts(DocumentBuilder builder, CoverageFacts coverage)
    {
        builder.Heading(2, "By component");
        builder.Table("Coverage by component", "No obligation was recorded.",
            [new("Component", 18), new("Statements", 22), new("Decisions", 22), new("Conditions (MC/DC)", 22), new("Justified", 14), new("Open", 10)],
            CoverageCount.ByComponent(coverage).Append(CoverageCount.Of(coverage)).Where(c => c.Statements.Total + c.Decisions.Total > 0)
                .Select(IReadOnlyList<Cell> (c) =>
                [
                    c.Component, Share(c.Statements), Share(c.Decisions), Share(c.Conditions),
                    Say.Count(c.Statements.Justified + c.Decisions.Justified + c.Conditions.Justified),
                    Cell.Of(Say.Count(c.Open), c.Open == 0 ? Tone.Good : Tone.Bad),
                ]));
    }

    private static Cell Share(Tally tally) => Cell.Of(
        Say.Share(tally.Covered, tally.Total),
        tally.Total == 0 ? Tone.Muted : tally.Open > 0 ? Tone.Bad : tally.Justified > 0 ? Tone.Waiting : Tone.Good);

    private static void Gaps(DocumentBuilder builder, CoverageFacts coverage)
    {
        builder.Heading(2, "Gaps");
        var statements = coverage.Statements.Where(s => s.Tests.Count == 0)
            .Select(s => (s.Place, s.Component, Text: "statement never reached", Source: s.Id, s.Justification));
        var decisions = coverage.Decisions.Where(d => !CoverageCount.Complete(d))
            .Select(d => (d.Place, d.Component, Text: Missing(d), Source: d.Text, d.Justification));
        builder.Table("Obligations not covered", coverage.Statements.Count + coverage.Decisions.Count == 0 ? "No obligation was recorded." : "Every obligation was covered.",
            [new("Place", 26), new("Component", 12), new("What is missing", 22), new("Source or id", 28), new("Justification", 12)],
            statements.Concat(decisions)
                .OrderBy(g => g.Place.Path, StringComparer.Ordinal).ThenBy(g => g.Place.Line).ThenBy(g => g.Place.Column).ThenBy(g => g.Source, StringComparer.Ordinal)
                .Select(IReadOnlyList<Cell> (g) =>
                [
                    g.Place.ToString(), g.Component, g.Text, g.Source,
                    g.Justification is { } id ? Cell.Of(id, Tone.Waiting) : Cell.Of("none: open", Tone.Bad),
                ]));
    }

    private static string Missing(DecisionFact decision)
    {
        var missing = new List<string>();
        if (!decision.TrueSeen && !decision.FalseSeen) missing.Add("never evaluated");
        else if (!decision.TrueSeen) missing.Add("outcome true");
        else if (!decision.FalseSeen) missing.Add("outcome false");
        foreach (var condition in decision.Conditions.Where(c => !c.Covered))
        {
            var values = condition.TrueShown ? "false" : condition.FalseShown ? "true" : "true and false";
            missing.Add($"effect of {condition.Text} being {values}");
        }
        return string.Join("; ", missing);
    }

    private static void Justifications(DocumentBuilder builder, CoverageFacts coverage)
    {
        builder.Heading(2, "Justifications");
        builder.Text("A justification is text that a person of the project wrote. That it is sound is for a reviewer to decide.");
        builder.Table("Justified gaps", "No justification was recorded.",
            [new("Id", 13), new("Class", 12), new("Reason", 38), new("Lines it covers", 37)],
            coverage.Justifications.OrderBy(j => j.Id, StringComparer.Ordinal).Select(IReadOnlyList<Cell> (j) =>
                [j.Id, j.Class, Flow(j.Reason), new Cell([.. Lines(coverage, j).Select(Rich.Id)])]));
    }

    // Place first: a reviewer goes there. The id follows, which the fact file joins on.
    private static IEnumerable<string> Lines(CoverageFacts coverage, JustificationFact justification)
    {
        var places = coverage.Statements.Select(s => (s.Id, s.Place, What: "statement"))
            .Concat(coverage.Decisions.Select(d => (d.Id, d.Place, What: "decision " + d.Text)))
            .ToLookup(o => o.Id, StringComparer.Ordinal);
        return justification.Obligations
            .Select(id => places[id].Select(o => $"{o.Place}: {o.What} of {TestName.Short(id)}").FirstOrDefault() ?? $"{id} (no such obligation)")
            .Order(StringComparer.Ordinal);
    }

    // Written with line ends of its own; they are no paragraphs.
    private static string Flow(string text) => string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static void DecisionTable(DocumentBuilder builder, string component, IEnumerable<DecisionFact> decisions) => builder.Table(
        $"Decisions of {component}", "No decision was recorded.",
        [new("File and line", 24), new("Decision", 40), new("Kind", 13), new("Outcomes", 11), new("Conditions", 12)],
        Ordered(decisions).Select(IReadOnlyList<Cell> (d) =>
        [
            Line(d), Cell.Code(d.Text), d.Kind,
            Cell.Of((d.TrueSeen ? "T" : "-") + " " + (d.FalseSeen ? "F" : "-"), ToneOf(CoverageCount.Covered(d), d)),
            Cell.Of($"{Say.Count(d.Conditions.Count(c => c.Covered))} of {Say.Count(d.Conditions.Count)}", ToneOf(d.Conditions.All(c => c.Covered), d)),
        ]));

    private static void ConditionTable(DocumentBuilder builder, string component, IEnumerable<DecisionFact> decisions)
    {
        DecisionFact[] compound = [.. Ordered(decisions).Where(d => d.Conditions.Count > 1)];
        if (compound.Length == 0)
        {
            builder.Text($"{component} has no decision of more than one condition.");
            return;
        }
        builder.Text("For decisions of more than one condition, each condition is shown with two evaluations that show its own effect: the values of all conditions in source order (\"-\" where not evaluated), then the outcome.");
        builder.Table($"Conditions of {component}", "No condition was recorded.",
            [new("File and line", 24), new("Condition", 32), new("True shown", 9), new("False shown", 9), new("Evaluations", 28)],
            compound.SelectMany(d => d.Conditions.Select(IReadOnlyList<Cell> (c) =>
            [
                Line(d), Cell.Code(c.Text),
                Cell.Of(Say.YesNo(c.TrueShown), ToneOf(c.TrueShown, d)),
                Cell.Of(Say.YesNo(c.FalseShown), ToneOf(c.FalseShown, d)),
                Pair(d, c),
            ])));
    }

    // The folder is left out here for room; the table of gaps and the fact file have it.
    private static Cell Line(DecisionFact decision) =>
        (decision.Place with { Path = decision.Place.Path[(decision.Place.Path.LastIndexOf('/') + 1)..] }).ToString();

    private static Cell Pair(DecisionFact decision, ConditionFact condition)
    {
        if (condition.Pair is null || condition.Pair.Any(n => n < 1 || n > decision.Vectors.Count))
            return condition.Covered ? "no single pair recorded" : "-";
        return new Cell([.. condition.Pair.Select(n => Rich.Code(
            $"{Say.Count(n)}: {decision.Vectors[n - 1].Values} -> {(decision.Vectors[n - 1].Outcome ? "T" : "F")}"))]);
    }

    private static Tone ToneOf(bool covered, DecisionFact decision) =>
        covered ? Tone.Good : decision.Justification is not null ? Tone.Waiting : Tone.Bad;

    private static IEnumerable<DecisionFact> Ordered(IEnumerable<DecisionFact> decisions) => decisions
        .OrderBy(d => d.Place.Path, StringComparer.Ordinal).ThenBy(d => d.Place.Line).ThenBy(d => d.Place.Column)
        .ThenBy(d => d.Id, StringComparer.Ordinal);

    private static void Host(DocumentBuilder builder, CoverageFacts? host)
    {
        builder.Heading(1, "Structural coverage on the host");
        builder.Text("Coverage on the host helps developers. It stands for nothing on the target and counts towards no objective here.");
        if (host is null) builder.Text("No coverage on the host was recorded.");
        else Counts(builder, host);
    }
}
