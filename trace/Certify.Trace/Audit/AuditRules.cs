using Certify.Facts;

namespace Certify.Trace.Audit;

/// <summary>
/// Every rule, in order of code. Levels follow what DO-178C asks at each level, in outline: low-level requirements
/// and code traces are not asked at D, and nothing but a well-formed set is at E.
/// </summary>
// @llr CFY-LLR-010
public static partial class AuditRules
{
    private const string Abc = "ABC";
    private const string Abcd = "ABCD";
    private const string Every = "ABCDE";

    /// <summary>The code of the one rule that stops the run: no requirement was found.</summary>
    public const string NoRequirements = "TRC-001";

    /// <summary>All rules in ordinal order of code.</summary>
    public static IReadOnlyList<AuditRule> All { get; } =
        [.. Reading, .. Links, .. Coverage, .. Wording, .. Results, .. Reviews, .. Justifications];

    private static readonly Dictionary<string, AuditRule> s_byCode = All.ToDictionary(r => r.Code, StringComparer.Ordinal);

    /// <summary>Gives the rule with this code.</summary>
    /// <exception cref="KeyNotFoundException">There is no such rule.</exception>
    public static AuditRule Get(string code) => s_byCode[code];

    /// <summary>Gives the rule with this code, or null.</summary>
    public static AuditRule? Find(string code) => s_byCode.GetValueOrDefault(code);
}
