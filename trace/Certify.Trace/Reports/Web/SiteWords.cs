using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Web;

/// <summary>The field's words for tiers and methods.</summary>
internal static class SiteWords
{
    /// <summary>A tier as the requirement files write it.</summary>
    public static string Of(ItemTier tier) => tier switch
    {
        ItemTier.System => "system",
        ItemTier.Hlr => "HLR",
        ItemTier.Llr => "LLR",
        ItemTier.Design => "design",
        ItemTier.Code => "code",
        ItemTier.TestCase => "test case",
        ItemTier.TestProcedure => "test procedure",
        ItemTier.Result => "result",
        ItemTier.Review => "review",
        ItemTier.ProblemReport => "problem report",
        ItemTier.Hazard => "hazard",
        _ => "assumption",
    };

    /// <summary>"test", "analysis" or "review".</summary>
    public static string Of(VerificationMethod method) => method switch
    {
        VerificationMethod.Test => "test", VerificationMethod.Analysis => "analysis", _ => "review",
    };
}
