using Certify.Facts;
using Certify.Trace.Audit;

namespace Certify.Trace.Reports;

/// <summary>
/// The trace as matrices: system item to HLR, HLR to LLR, LLR to code, requirement to test, test to result, each
/// forward and backward, and all of it in one table.
/// </summary>
/// <param name="Tables">The five matrices in that order.</param>
/// <param name="Rows">The whole way in one table, a row per LLR under each HLR under each system item.</param>
// @llr CFY-LLR-018
public sealed record TraceMatrix(IReadOnlyList<MatrixTable> Tables, IReadOnlyList<MatrixLine> Rows)
{
    /// <summary>Builds the matrices of an audited set; results are optional.</summary>
    public static TraceMatrix Create(TraceFacts facts, TestFacts? results = null)
    {
        var links = new MatrixLinks(facts, results);
        return new TraceMatrix(
            [
                Requirements("System items and HLR", "system item", "HLR", Tier.System, Tier.Hlr, links),
                Requirements("HLR and LLR", "HLR", "LLR", Tier.Hlr, Tier.Llr, links),
                Code(links),
                Tests(links),
                Results(links),
            ],
            MatrixLine.All(links));
    }

    private static MatrixTable Requirements(string name, string from, string to, Tier upper, Tier lower, MatrixLinks links)
    {
        var forward = links.OfTier(upper).Select(r => Row(r, links.Children(r.Id, lower).Select(c => c.Id), $"no {to}"));
        var backward = links.OfTier(lower).Select(r => Row(r, links.Parents(r, upper).Select(p => p.Id), r.Derived ? "derived" : $"no {from}"));
        return new MatrixTable(name, from, to, [.. forward], [.. backward]);
    }

    private static MatrixTable Code(MatrixLinks links)
    {
        var forward = links.OfTier(Tier.Llr).Select(r => Row(r, links.CodeOf(r.Id), "no code"));
        var backward = links.Facts.Code.Where(c => c is { Inherited: false, Requirements.Count: > 0 })
            .Select(c => new MatrixRow(c.Symbol, "", c.Place, c.Requirements, null));
        return new MatrixTable("LLR and code", "LLR", "code", [.. forward], [.. backward]);
    }

    private static MatrixTable Tests(MatrixLinks links)
    {
        var forward = links.Facts.Requirements.Where(r => r.Tier != Tier.System).Select(r => Row(
            r, links.TestsOf(r.Id).Select(t => t.Id), r.Verification is VerificationMethod.Test or null ? "no test" : $"by {Method(r)}"));
        var backward = links.Facts.Tests.Select(t => new MatrixRow(
            t.Id, t.Title, t.Place, t.Requirements, t.Requirements.Count > 0 ? null : "no requirement"));
        return new MatrixTable("Requirements and tests", "requirement", "test", [.. forward], [.. backward]);
    }

    private static MatrixTable Results(MatrixLinks links)
    {
        var forward = links.Facts.Tests.Select(t =>
        {
            var results = links.ResultsOf(t.Id);
            return new MatrixRow(t.Id, t.Title, t.Place, results, results.Count > 0 ? null : "no result");
        });
        var known = links.Facts.Tests.ToDictionary(t => t.Id, StringComparer.Ordinal);
        var backward = links.ResultsByTest.Select(r => known.TryGetValue(r.Test, out var test)
            ? new MatrixRow(r.Result, test.Title, test.Place, [r.Test], null)
            : new MatrixRow(r.Result, r.Test, new SourcePlace("results.json", 0), [], "no test"));
        return new MatrixTable("Tests and results", "test", "result", [.. forward], [.. backward]);
    }

    private static string Method(RequirementFact requirement) =>
        requirement.Verification == VerificationMethod.Analysis ? "analysis" : "review";

    private static MatrixRow Row(RequirementFact requirement, IEnumerable<string> to, string gap)
    {
        string[] ids = [.. to];
        return new MatrixRow(requirement.Id, requirement.Title, requirement.Place, ids, ids.Length > 0 ? null : gap);
    }
}
