using System.Globalization;
using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents;

/// <summary>The words and number forms used in every document, independent of culture.</summary>
internal static class Say
{
    /// <summary>A count, without grouping.</summary>
    public static string Count(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A count with its noun: "1 test", "3 tests".</summary>
    public static string Count(long value, string singular, string? plural = null) =>
        $"{Count(value)} {(value == 1 ? singular : plural ?? singular + "s")}";

    /// <summary>"covered of total", with a percentage that reaches 100 only when nothing is left.</summary>
    public static string Share(long covered, long total)
    {
        if (total == 0) return "none";
        var tenths = covered * 1000 / total;
        return string.Create(CultureInfo.InvariantCulture, $"{covered} of {total} ({tenths / 10}.{tenths % 10} %)");
    }

    /// <summary>An address, "0x00100000".</summary>
    public static string Address(ulong value) => string.Create(CultureInfo.InvariantCulture, $"0x{value:X8}");

    /// <summary>A seed in decimal.</summary>
    public static string Seed(ulong? seed) => seed?.ToString(CultureInfo.InvariantCulture) ?? "none";

    /// <summary>Name of a tier.</summary>
    public static string Of(Tier tier) => tier switch { Tier.System => "system", Tier.Hlr => "HLR", _ => "LLR" };

    /// <summary>Name of a verification method.</summary>
    public static string Of(VerificationMethod? method) => method switch
    {
        VerificationMethod.Test => "test",
        VerificationMethod.Analysis => "analysis",
        VerificationMethod.Review => "review",
        _ => "not recorded",
    };

    /// <summary>Name of a test kind.</summary>
    public static string Of(TestKind kind) => kind == TestKind.NormalRange ? "normal range" : "robustness";

    /// <summary>Name of a side.</summary>
    public static string Of(TestSide side) => side switch
    {
        TestSide.Host => "host", TestSide.Target => "target", _ => "differential",
    };

    /// <summary>Name of a verdict.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Passed => "passed",
        Verdict.Failed => "failed",
        Verdict.Panic => "panic",
        Verdict.Hang => "hang",
        Verdict.TripleFault => "triple fault",
        Verdict.QemuDied => "QEMU died",
        _ => "error",
    };

    /// <summary>Tone of a verdict.</summary>
    public static Tone ToneOf(Verdict verdict) => verdict == Verdict.Passed ? Tone.Good : Tone.Bad;

    /// <summary>Name of an objective's status.</summary>
    public static string Of(ObjectiveStatus status) => status switch
    {
        ObjectiveStatus.MetByEvidence => "met by evidence",
        ObjectiveStatus.WaitingForPerson => "waiting for a person",
        ObjectiveStatus.NotMet => "not met",
        _ => "not applicable",
    };

    /// <summary>Tone of an objective's status.</summary>
    public static Tone ToneOf(ObjectiveStatus status) => status switch
    {
        ObjectiveStatus.MetByEvidence => Tone.Good,
        ObjectiveStatus.WaitingForPerson => Tone.Waiting,
        ObjectiveStatus.NotMet => Tone.Bad,
        _ => Tone.Muted,
    };

    /// <summary>Yes or no.</summary>
    public static string YesNo(bool value) => value ? "yes" : "no";

    /// <summary>Items joined by commas, or the words for none.</summary>
    public static string List(IEnumerable<string> items, string none = "none")
    {
        var text = string.Join(", ", items);
        return text.Length == 0 ? none : text;
    }
}
