using Certify.Facts;

namespace Certify.Trace.Reports.Web;

/// <summary>The field's words for methods of verification.</summary>
internal static class SiteWords
{
    /// <summary>"test", "analysis" or "review".</summary>
    public static string Of(VerificationMethod method) => method switch
    {
        VerificationMethod.Test => "test", VerificationMethod.Analysis => "analysis", _ => "review",
    };
}
