using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>Rules on tests of a requirement: there is one, and one in normal range (TRC-205 to TRC-208).</summary>
// @llr CFY-LLR-012
internal static class TestRules
{
    /// <summary>Checks an HLR or LLR. One that may be shown by test or another way needs any evidence; one by analysis or review only needs no test.</summary>
    public static void Check(AuditContext context, int i, TraceItem item)
    {
        var hlr = item.Tier == ItemTier.Hlr;
        if (item.Verification.Count > 0 ? !item.Verification.Contains(VerificationMethod.Test) : context.Inputs.Settings.DefaultVerification != VerificationMethod.Test) return;
        int tests = 0, robust = 0, others = 0;
        foreach (var link in context.Set.Incoming(i))
        {
            var owner = context.Set.Owner(link);
            if (!context.Counts(owner) || context.Set.Link(link).Role != LinkRole.Verifies) continue;
            if (context.Set[owner].Tier is ItemTier.TestCase or ItemTier.TestProcedure) tests++;
            else others++;
            if (context.Set[owner].TestKind == TestKind.Robustness) robust++;
        }

        if (tests == 0)
        {
            if (item.Verification.Count > 1 && others > 0) return;
            var what = item.Verification.Count > 1 ? "neither a test nor other evidence" : "no test";
            context.Findings.Add(hlr ? "TRC-205" : "TRC-206", item.Id, item.Place,
                $"{item.Id} has {what}; hint: write one that verifies it, or change its verification", item.Level);
        }
        else if (robust == tests)
        {
            context.Findings.Add(hlr ? "TRC-207" : "TRC-208", item.Id, item.Place,
                $"{item.Id} has {Words.Count(tests, "robustness test")} and none in normal range; hint: add one with normal inputs", item.Level);
        }
    }
}
