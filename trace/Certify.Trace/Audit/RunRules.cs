using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>Rules on results that are items of the set: from JUnit, TRX, other tools, or written by hand (TRC-401, 402, 408 to 410).</summary>
// @llr CFY-LLR-336
internal static class RunRules
{
    public static void Check(AuditContext context)
    {
        var set = context.Set;
        bool results = false, ofScanned = context.Scan.UntaggedRan;
        for (var i = 0; i < set.Count; i++)
        {
            var item = set[i];
            if (!context.Counts(i) || !IsRun(item)) continue;
            results = true;
            Outcome(context, i, item);
            foreach (var target in set.Targets(i)) ofScanned |= target >= 0 && set[target].Origin == ItemOrigin.Scanned;
        }
        if (!results) return;
        for (var i = 0; i < set.Count; i++)
        {
            var item = set[i];
            var judged = item.Links.Count > 0 && (item.Origin != ItemOrigin.Scanned || (ofScanned && !IsJudgedByFacts(context, item.Id)));
            if (judged && item.Tier == ItemTier.TestCase && context.Counts(i) && !HasRun(context, i))
                context.Findings.Add("TRC-401", item.Id, item.Place, $"{item.Id} has no result; hint: run it", item.Level);
        }
    }

    // Results of properties are in results.json, where one is given.
    private static bool IsJudgedByFacts(AuditContext context, string test) =>
        context.Inputs.Results is not null && context.Scan.Tests.TryGetValue(test, out var scanned) && scanned.IsProperty;

    private static bool IsRun(TraceItem item) =>
        item.Tier == ItemTier.Result || (item.Outcome is not null && item.Tier is ItemTier.TestCase or ItemTier.TestProcedure);

    // A case has run when it says how it ended, when a result is of it, or of a procedure that runs it.
    private static bool HasRun(AuditContext context, int test)
    {
        if (context.Set[test].Outcome is not null || context.FirstFrom(test, LinkRole.ResultOf) >= 0) return true;
        foreach (var link in context.Set.Incoming(test))
        {
            var owner = context.Set.Owner(link);
            if (!context.Counts(owner) || context.Set.Link(link).Role != LinkRole.Executes) continue;
            if (context.Set[owner].Outcome is not null || context.FirstFrom(owner, LinkRole.ResultOf) >= 0) return true;
        }
        return false;
    }

    private static void Outcome(AuditContext context, int i, TraceItem item)
    {
        var outcome = item.Outcome ?? new ItemOutcome("", false);
        var what = Test(context, i) is { } test ? $"{item.Id}, a result of {test}," : item.Id;
        if (!outcome.Passed && outcome.Verdict.Equals("skipped", StringComparison.OrdinalIgnoreCase))
            context.Findings.Add("TRC-410", item.Id, item.Place, $"{what} says that it was skipped; hint: run it, or justify why it cannot be run", item.Level);
        else if (!outcome.Passed)
            context.Findings.Add("TRC-402", item.Id, item.Place, $"{what} {Ended(outcome)}; hint: correct the code, the test or the requirement", item.Level);
        if (context.Inputs.ImageSha256 is { } image && outcome.ImageSha256 is { } own && !own.Equals(image, StringComparison.OrdinalIgnoreCase))
            context.Findings.Add("TRC-408", item.Id, item.Place, $"{what} is of image {Reading.ItemId.Quote(own)}, the image given is {image}; hint: run it on this image", item.Level);
        if (context.Inputs.Logs is { } logs && outcome.LogSha256 is { } log && !logs.Contains(log))
            context.Findings.Add("TRC-409", item.Id, item.Place, $"{what} names the log {Reading.ItemId.Quote(log)}, which is not there; hint: give the log, or run the test again", item.Level);
    }

    private static string Ended(ItemOutcome outcome) =>
        outcome.Verdict.Length == 0 ? "does not say how it ended" : $"ended as {Reading.ItemId.Quote(outcome.Verdict)}";

    // The test that a result is of, where it is of one.
    private static string? Test(AuditContext context, int result)
    {
        string? test = null;
        foreach (var link in context.Set[result].Links)
        {
            if (link.Role != LinkRole.ResultOf) continue;
            if (test is not null) return null;
            test = link.Target;
        }
        return test;
    }
}
