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

    /// <summary>"3 requirements without a test: A, B, C", or nothing for an empty list.</summary>
    /// <param name="noun">What is counted, in the singular, with a regular plural.</param>
    /// <param name="rest">What is wrong with it; reads on after one as after many.</param>
    /// <param name="names">Their names; documentation ids are shown by type and member.</param>
    public static IEnumerable<string> Gap(string noun, string rest, IEnumerable<string> names)
    {
        string[] all = [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (all.Length == 0) yield break;
        string more = all.Length > NamesShown ? $" and {Number(all.Length - NamesShown)} more" : "";
        yield return $"{Count(all.Length, noun)} {rest}: {string.Join(", ", all.Take(NamesShown).Select(Short))}{more}";
    }

    /// <summary>"1 function", "2 functions".</summary>
    public static string Count(long value, string noun) => $"{Number(value)} {noun}{(value == 1 ? "" : "s")}";

    public static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>"M:Space.Type.Method(System.Int32)" is named "Type.Method", "A:folder/boot.S#label" "boot.S#label"; all else stays.</summary>
    internal static string Short(string name)
    {
        if (name.Length < 3 || name[1] != ':') return name;
        if (name[0] == 'A') return name[(name.LastIndexOfAny(['/', ':']) + 1)..];
        int end = name.IndexOf('(', StringComparison.Ordinal);
        string[] parts = name[2..(end < 0 ? name.Length : end)].Split('.');
        return string.Join('.', parts.TakeLast(2));
    }
}
