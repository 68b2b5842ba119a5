using System.Globalization;

namespace Certify.Packaging.Objectives;

/// <summary>What a check on facts says.</summary>
internal enum CheckOutcome
{
    /// <summary>It holds for all that is in the image.</summary>
    Holds,
    /// <summary>It does not hold, or its facts are missing.</summary>
    Fails,
    /// <summary>Nothing contradicts it, but the facts leave a question only a person can answer.</summary>
    Open,
}

/// <summary>Outcome and reason, with figures.</summary>
internal sealed record CheckResult(CheckOutcome Outcome, string Text)
{
    private const int NamesShown = 5;

    public static CheckResult Missing(string what) => new(CheckOutcome.Fails, $"There are no {what}.");

    /// <summary>Fails with the gaps if there are any, else holds with the figures.</summary>
    public static CheckResult Of(IReadOnlyList<string> gaps, string figures) => gaps.Count == 0
        ? new CheckResult(CheckOutcome.Holds, figures)
        : new CheckResult(CheckOutcome.Fails, $"{string.Join(". ", gaps)}. {figures}".TrimEnd());

    /// <summary>"3 HLR without LLR: A, B, C", or nothing for an empty list.</summary>
    public static IEnumerable<string> Gap(string what, IEnumerable<string> names)
    {
        string[] all = [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (all.Length == 0) yield break;
        string more = all.Length > NamesShown ? $" and {Number(all.Length - NamesShown)} more" : "";
        yield return $"{Number(all.Length)} {what}: {string.Join(", ", all.Take(NamesShown))}{more}";
    }

    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
