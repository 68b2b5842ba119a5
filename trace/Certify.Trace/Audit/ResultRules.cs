using Certify.Facts;
using Certify.Trace.Linking;
using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>Rules on the results of own test runs (TRC-4xx); off while there are none.</summary>
// @llr CFY-LLR-015
internal static class ResultRules
{
    private const string ResultsFile = "results.json";

    public static void Check(AuditContext context)
    {
        var (inputs, findings) = (context.Inputs, context.Findings);
        if (inputs.Results is not { } results) return;
        if (inputs.ImageSha256 is { } image && results.Header.ImageSha256 != image)
        {
            findings.Add("TRC-405", ResultsFile, new SourcePlace(ResultsFile, 0),
                $"the results are of image {results.Header.ImageSha256 ?? "(none)"}, the image given is {image}; hint: run the tests on this image");
        }

        var byTest = results.Results.ToLookup(r => r.Test, StringComparer.Ordinal);
        var unitTestsRan = context.Scan.Tests.Values.Any(t => !t.IsProperty && byTest.Contains(t.Fact.Id));
        foreach (var test in context.Scan.Tests.Values.Where(t => t.Fact.Requirements.Count > 0))
        {
            if (test.IsProperty || unitTestsRan) Test(test, [.. byTest[test.Fact.Id]], findings);
        }

        foreach (var stale in byTest.Where(g => !context.Scan.Tests.ContainsKey(g.Key)))
        {
            findings.Add("TRC-403", stale.Key, new SourcePlace(ResultsFile, 0),
                $"the results name {stale.Key}, which is no test in the sources; hint: run the tests again");
        }
    }

    private static void Test(ScannedTest scanned, TestResult[] results, FindingList findings)
    {
        var test = scanned.Fact;
        if (results.Length == 0)
        {
            findings.Add("TRC-401", test.Id, test.Place, $"{test.Id} has no result; hint: run it");
            return;
        }

        foreach (var bad in results.Where(r => r.Verdict != Verdict.Passed || r.Cases <= 0))
        {
            var how = bad.Verdict == Verdict.Passed ? "ran no case" : $"ended as {bad.Verdict}";
            findings.Add("TRC-402", test.Id, test.Place, $"{test.Id} {how} ({bad.Side}); hint: {bad.Replay ?? "see its message in the results"}");
        }
        if (scanned.IsProperty && Array.TrueForAll(results, r => r.Side == TestSide.Host))
            findings.Add("TRC-404", test.Id, test.Place, $"{test.Id} ran on the host only; hint: run it on the target");
    }
}
