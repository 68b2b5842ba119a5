using Certify.Facts;

namespace Certify.ImageAnalysis;

/// <summary>Holds the computed depth of the user stack against the depth seen in runs.</summary>
// @llr CFY-LLR-323
public static class StackComparison
{
    /// <summary>A computed depth up to half as large again as the one seen needs no further reason.</summary>
    private const double RatioMax = 1.5;

    /// <summary>
    /// The facts with the measurement. A run deeper than computed breaks the analysis and is a finding. A computed
    /// path far deeper than any run is named, since either no test takes it or it cannot be taken.
    /// </summary>
    public static ImageAnalysisFacts Compare(ImageAnalysisFacts facts, StackMeasurement measured)
    {
        if (facts.User is not { ComputedBytes: { } computed } user) return facts with { Measured = measured };
        if (measured.Bytes > computed)
        {
            var finding = new ImageFinding("CFY1903", user.Name,
                $"a run took {measured.Bytes} bytes of the {user.Name} stack where {computed} were computed. The analysis is wrong: report it", null);
            return facts with { Measured = measured, Findings = [.. facts.Findings, finding] };
        }

        return facts with { Measured = computed > measured.Bytes * RatioMax ? measured with { NotSeen = NotSeen(user, measured) } : measured };
    }

    private static string NotSeen(StackFact user, StackMeasurement measured)
    {
        var path = string.Join(" -> ", user.Path.Select(p => p.Place is null ? p.Name : $"{p.Name} ({p.Place})"));
        return user.WithoutFaultsBytes is { } without && without <= measured.Bytes * RatioMax
            ? $"the deepest path ends in a fault entry, which no passing run takes; without fault entries {without} bytes are computed: {path}"
            : $"no run took the deepest path, and it was not shown that none can: {path}";
    }
}
