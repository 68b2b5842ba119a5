using System.Text.RegularExpressions;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reading;

namespace Certify.Trace.Audit;

/// <summary>Rules on wording (TRC-3xx). Words in `code spans` are names, not wording.</summary>
// @llr CFY-LLR-014
internal static partial class WordingRules
{
    public static void Check(TraceIndex index, FindingList findings)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var item in index.Items.Values)
        {
            var fact = item.Fact;
            if (fact.Text.Length == 0) continue;
            Shall(fact, findings);
            Outside(fact, "rationale", fact.Rationale, findings);
            Outside(fact, "safety feedback", fact.SafetyFeedback, findings);
            Words(fact, findings);
            var key = Fingerprint.CollapseWhitespace(fact.Text).ToUpperInvariant();
            if (texts.TryAdd(key, fact.Id)) continue;
            findings.Add("TRC-306", fact.Id, fact.Place, $"{fact.Id} has the same text as {texts[key]}; hint: remove one, or say what differs");
        }
    }

    private static void Shall(RequirementFact fact, FindingList findings)
    {
        var count = ShallWord().Count(WithoutCode(fact.Text));
        if (count == 0)
            findings.Add("TRC-301", fact.Id, fact.Place, $"{fact.Id} has no 'shall'; hint: state the demand with it");
        if (count > 1)
            findings.Add("TRC-302", fact.Id, fact.Place, $"{fact.Id} says 'shall' {Audit.Words.Count(count, "time")}; hint: one demand per item, split it");
    }

    private static void Outside(RequirementFact fact, string field, string? text, FindingList findings)
    {
        if (text is not null && ShallWord().IsMatch(WithoutCode(text)))
            findings.Add("TRC-303", fact.Id, fact.Place, $"the {field} of {fact.Id} says 'shall'; hint: make it an item of its own, or reword");
    }

    private static void Words(RequirementFact fact, FindingList findings)
    {
        foreach (var text in (string?[])[fact.Text, fact.Rationale, fact.SafetyFeedback, fact.Title])
        {
            foreach (Match match in Placeholder().Matches(text ?? ""))
                findings.Add("TRC-304", fact.Id, fact.Place, $"{fact.Id} holds '{match.Value}'; hint: settle it");
        }
        var prose = WithoutCode(fact.Text);
        foreach (Match match in Ambiguous().Matches(prose).Where(m => !IsCount(prose, m)))
            findings.Add("TRC-305", fact.Id, fact.Place, $"'{match.Value}' in {fact.Id} can be read in two ways; hint: give a figure, a condition or a name");
    }

    // "as many as" and "how many" count; "many" alone does not.
    private static bool IsCount(string text, Match match)
    {
        var before = text.AsSpan(0, match.Index).TrimEnd();
        return match.Value is "many" or "few" && (before.EndsWith("as", StringComparison.Ordinal) || before.EndsWith("how", StringComparison.Ordinal));
    }

    private static string WithoutCode(string text) => CodeSpan().Replace(text, "`");

    [GeneratedRegex(@"\bshall\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ShallWord();

    [GeneratedRegex("`[^`]*`", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"\b(TBD|TBC|TBR|TODO|FIXME|XXX)\b|\?\?\?", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();

    [GeneratedRegex(
        @"\b(should|might|could|adequate(ly)?|appropriate(ly)?|sufficient(ly)?|reasonabl[ey]|suitable|suitably|proper(ly)?"
        + @"|as (needed|required|necessary|applicable|possible)|if (possible|necessary|needed|applicable)|where possible"
        + @"|fast|quick(ly)?|timely|soon|easy|easily|user-friendly|flexible|efficient(ly)?|robust(ly)?|minimi[sz]e|maximi[sz]e"
        + @"|normally|usually|generally|typically|often|several|many|few|various|approximately|about|etc|and/or|and so on|but not limited to)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Ambiguous();
}
