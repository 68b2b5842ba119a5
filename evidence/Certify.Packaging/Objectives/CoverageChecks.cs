using Certify.Facts;
using static Certify.Packaging.Objectives.CheckResult;

namespace Certify.Packaging.Objectives;

/// <summary>A structural coverage criterion.</summary>
internal enum Criterion
{
    Statement,
    Decision,
    Mcdc,
}

/// <summary>
/// Structural coverage over all code in the image: every component with code has to be measured, and every
/// obligation covered by requirement-linked tests that passed, or justified.
/// </summary>
internal static class CoverageChecks
{
    public static CheckResult Reached(EvidenceSet facts, Criterion criterion)
    {
        if (facts.Coverage is not { } coverage) return Missing("coverage facts of the target");
        if (facts.Image is not { } image) return Missing("image facts, so that not all code in the image is known");
        if (facts.Trace is not { } trace) return Missing("trace facts that say which tests are requirement-based");
        if (facts.Results is not { } results) return Missing("test results");
        if (coverage.Statements.Count == 0) return Missing("statements in the coverage facts");

        var scope = new ImageScope(image);
        var lines = new List<string>();
        bool complete = scope.Components.Count > 0;
        // Code of a component whose functions were all inlined has obligations and no function of its own.
        string[] components = [.. scope.Components
            .Concat(coverage.Statements.Select(s => scope.ComponentOf(s.Place.Path, s.Component)))
            .Concat(coverage.Decisions.Select(d => scope.ComponentOf(d.Place.Path, d.Component)))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        foreach (string component in components)
        {
            (bool closed, string line) = Component(scope, coverage, component, criterion);
            complete &= closed;
            lines.Add(line);
        }

        string figures = string.Join("; ", lines) + ".";
        string[] gaps = [.. Basis(coverage, image), .. ForeignTests(coverage, trace, results)];
        if (gaps.Length > 0) return CheckResult.Of(gaps, figures);
        return new CheckResult(complete ? CheckOutcome.Holds : CheckOutcome.Fails, figures);
    }

    private static IEnumerable<string> Basis(CoverageFacts coverage, ImageFacts image)
    {
        if (coverage.FlightImageSha256 != image.Elf.Sha256) yield return "The coverage belongs to another flight image";
        if (coverage.Source != "target") yield return $"The coverage was taken on '{coverage.Source}', not on the target";
        if (coverage.Criterion != "masking") yield return $"The MC/DC variant '{coverage.Criterion}' is not known here";
    }

    /// <summary>Coverage by tests that verify no requirement, or that did not pass, earns no credit.</summary>
    private static IEnumerable<string> ForeignTests(CoverageFacts coverage, TraceFacts trace, TestFacts results)
    {
        var passed = TestChecks.Passed(results);
        var counted = trace.Tests.Where(t => t.Requirements.Count > 0 && passed.Contains(t.Id))
            .Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        return Gap("test", "behind the coverage that verified no requirement or did not pass", coverage.Statements
            .SelectMany(s => s.Tests).Concat(coverage.Decisions.SelectMany(d => d.Vectors).SelectMany(v => v.Tests))
            .Where(test => !counted.Contains(test)));
    }

    private static (bool Closed, string Line) Component(
        ImageScope scope, CoverageFacts coverage, string component, Criterion criterion)
    {
        StatementFact[] statements = [.. coverage.Statements.Where(s => scope.ComponentOf(s.Place.Path, s.Component) == component)];
        DecisionFact[] decisions = [.. coverage.Decisions.Where(d => scope.ComponentOf(d.Place.Path, d.Component) == component)];
        var measured = statements.Select(s => s.Place.Path).ToHashSet(StringComparer.Ordinal);
        SymbolFact[] functions = [.. scope.Functions(component)];
        int unmeasured = functions.Count(f => f.Source is null || !measured.Contains(f.Source.Path));
        if (statements.Length + decisions.Length == 0)
            return (false, $"{component}: not measured ({Count(functions.Length, "function")})");

        var known = coverage.Justifications.Select(j => j.Id).ToHashSet(StringComparer.Ordinal);
        (int covered, int justified, int total) = criterion switch
        {
            Criterion.Statement => Tally(statements, s => s.Tests.Count > 0, s => s.Justification, known),
            Criterion.Decision => Tally(decisions, BothOutcomes, d => d.Justification, known),
            _ => Tally(decisions, d => BothOutcomes(d) && d.Conditions.All(c => c.Covered), d => d.Justification, known),
        };
        string line = $"{component}: {Number(covered)} of {Number(total)} {Unit(criterion)}";
        if (justified > 0) line += $", {Number(justified)} justified";
        if (unmeasured > 0) line += $", {Count(unmeasured, "function")} not measured";
        return (covered + justified == total && unmeasured == 0, line);
    }

    private static (int Covered, int Justified, int Total) Tally<T>(
        T[] all, Func<T, bool> covered, Func<T, string?> justification, HashSet<string> known)
    {
        T[] open = [.. all.Where(item => !covered(item))];
        return (all.Length - open.Length, open.Count(item => justification(item) is { } id && known.Contains(id)), all.Length);
    }

    private static bool BothOutcomes(DecisionFact decision) => decision.TrueSeen && decision.FalseSeen;

    private static string Unit(Criterion criterion) => criterion switch
    {
        Criterion.Statement => "statements",
        Criterion.Decision => "decisions",
        _ => "decisions with masking MC/DC",
    };
}
