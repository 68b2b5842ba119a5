using Certify.Facts;
using Certify.Trace.Model;
using static Certify.Trace.Formats.Common.SourceText;

namespace Certify.Trace.Formats.Common;

/// <summary>Gives words of a file their meaning for the model. A word that has none is a finding, or kept as an attribute with a loss; never a guess.</summary>
// @llr CFY-LLR-352
internal static class FieldValues
{
    /// <summary>True where an id can be one: not empty, not too long, no control characters.</summary>
    public static bool IsId(ReadOnlySpan<char> id)
    {
        if (id.Length is 0 or > TraceItem.IdLengthMax) return false;
        foreach (var c in id)
        {
            if (char.IsControl(c)) return false;
        }
        return true;
    }

    /// <summary>Sets the tier from a word, from a prefix of the id that the mapping names, or to the default.</summary>
    public static void SetTier(ItemDraft draft, string word, ReadOptions options, ReadLog log)
    {
        draft.Tier = options.DefaultTier;
        var tiers = options.Mapping?.Tiers;
        if (word.Length > 0)
        {
            if (tiers is not null && tiers.TryGetValue(word, out var name) && TierNames.TryParse(name, out var mapped)) draft.Tier = mapped;
            else if (TierNames.TryParse(word, out var tier)) draft.Tier = tier;
            else if (!ByPrefix(draft, tiers))
            {
                draft.Attribute("tier", word);
                log.Lose($"tier {Quote(word)} is unknown: read as {TierName.Of(draft.Tier)}, the word kept as attribute 'tier'", draft.Place);
            }
        }
        else ByPrefix(draft, tiers);
    }

    /// <summary>Sets a field whose value is one of a few words; false for any other field.</summary>
    public static bool TrySet(ItemDraft draft, ItemField field, string value, ReadLog log)
    {
        switch (field)
        {
            case ItemField.Derived: SetDerived(draft, value, log); return true;
            case ItemField.Level: SetLevel(draft, value, log); return true;
            case ItemField.Verification: SetVerification(draft, value, log); return true;
            case ItemField.TestKind: SetTestKind(draft, value); return true;
            default: return false;
        }
    }

    /// <summary>Sets the derived flag.</summary>
    public static void SetDerived(ItemDraft draft, string word, ReadLog log)
    {
        switch (word.Trim().ToLowerInvariant())
        {
            case "yes" or "true" or "1" or "x" or "y" or "derived":
                draft.Derived = true;
                break;
            case "" or "no" or "false" or "0" or "n":
                break;
            default:
                Malformed(draft, ItemField.Derived, $"derived is {Quote(word)}; hint: write 'yes' or 'no'", log);
                break;
        }
    }

    /// <summary>Sets the software level; "DAL B" and "Level B" are "B".</summary>
    private static void SetLevel(ItemDraft draft, string word, ReadLog log)
    {
        var letter = word.AsSpan().Trim();
        if (letter.StartsWith("DAL", StringComparison.OrdinalIgnoreCase)) letter = letter[3..].TrimStart(" -");
        else if (letter.StartsWith("Level", StringComparison.OrdinalIgnoreCase)) letter = letter[5..].TrimStart(" -");
        if (letter.Length == 1 && char.ToUpperInvariant(letter[0]) is >= 'A' and <= 'E' and var level) draft[ItemField.Level] = level.ToString();
        else Malformed(draft, ItemField.Level, $"level is {Quote(word)}; hint: write 'A' to 'E'", log);
    }

    /// <summary>Sets the verification methods from words parted by commas, semicolons, slashes, line ends or "or".</summary>
    private static void SetVerification(ItemDraft draft, string words, ReadLog log)
    {
        var methods = new List<VerificationMethod>();
        foreach (var word in words.Replace(" or ", ",", StringComparison.OrdinalIgnoreCase).Split(s_separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            VerificationMethod? method = word.ToLowerInvariant() switch
            {
                "test" or "testing" or "demonstration" => VerificationMethod.Test,
                "analysis" => VerificationMethod.Analysis,
                "review" or "inspection" => VerificationMethod.Review,
                _ => null,
            };
            if (method is { } known)
            {
                if (!methods.Contains(known)) methods.Add(known);
                continue;
            }
            draft.Attribute("verification", word);
            log.Lose($"verification method {Quote(word)} is unknown: kept as attribute 'verification'", draft.Place);
        }
        draft.Verification = methods;
    }

    /// <summary>Sets the kind of a test case; a word that is no kind is kept as an attribute, for columns called "kind" hold many things.</summary>
    private static void SetTestKind(ItemDraft draft, string word)
    {
        switch (word.Trim().ToLowerInvariant().Replace('-', ' '))
        {
            case "normal range" or "normal":
                draft.TestKind = TestKind.NormalRange;
                break;
            case "robustness":
                draft.TestKind = TestKind.Robustness;
                break;
            default:
                draft.Attribute("kind", word);
                break;
        }
    }

    /// <summary>Adds a link for each id in a cell.</summary>
    public static void AddLinks(ItemDraft draft, string role, ReadOnlySpan<char> ids, ReadOnlySpan<char> separators)
    {
        while (ids.Length > 0)
        {
            var end = ids.IndexOfAny(separators);
            var id = (end < 0 ? ids : ids[..end]).Trim();
            ids = end < 0 ? [] : ids[(end + 1)..];
            if (id.Length > 0) draft.Link(new TraceLink(role, id.ToString()));
        }
    }

    private static readonly char[] s_separators = [',', ';', '/', '\n', '|'];

    private static bool ByPrefix(ItemDraft draft, IReadOnlyDictionary<string, string>? tiers)
    {
        if (tiers is null) return false;
        var best = 0;
        foreach (var (pattern, name) in tiers)
        {
            if (pattern.Length <= best || pattern[^1] != '*' || !draft.Id.AsSpan().StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.Ordinal)
                || !TierNames.TryParse(name, out var tier))
                continue;
            best = pattern.Length;
            draft.Tier = tier;
        }
        return best > 0;
    }

    private static void Malformed(ItemDraft draft, ItemField field, string message, ReadLog log)
    {
        draft.Break(field);
        log.Add("TRC-008", draft.Id, draft.Place, message);
    }
}
