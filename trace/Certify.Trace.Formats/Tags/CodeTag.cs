using Certify.Trace.Formats.Oft;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tags;

/// <summary>What a line of a comment says of requirements.</summary>
/// <param name="IsTest">True for tags of tests.</param>
/// <param name="IsRobustness">True for a test of robustness.</param>
/// <param name="Links">Its links; empty where the tag names no id.</param>
/// <param name="Needs">Artifact types that the tag asks coverage of, or null.</param>
// @llr CFY-LLR-377
internal sealed record CodeTag(bool IsTest, bool IsRobustness, IReadOnlyList<TraceLink> Links, string? Needs = null)
{
    private static readonly string[] s_keywords = ["llr", "hlr", "req", "satisfies", "verifies"];

    /// <summary>
    /// Reads a line: '@llr ID, ID' (or @hlr, @req, @verifies, \satisfies{ID}) at its begin, or '[impl->dsn~name~1>>utest]' anywhere.
    /// Sentences that mention a keyword are no tags.
    /// </summary>
    public static CodeTag? Read(ReadOnlySpan<char> line)
    {
        var text = line.Trim().TrimStart("*/!<-#;").Trim();
        if (text.Length > 1 && text[0] is '@' or '\\') return Keyword(text[1..]);
        var arrow = text.IndexOf("->");
        if (arrow < 0) return null;
        var open = text[..arrow].LastIndexOf('[');
        var close = text[arrow..].IndexOf(']');
        return open < 0 || close < 0 ? null : Oft(text[(open + 1)..arrow], text[(arrow + 2)..(arrow + close)]);
    }

    private static CodeTag? Keyword(ReadOnlySpan<char> text)
    {
        foreach (var keyword in s_keywords)
        {
            if (!text.StartsWith(keyword, StringComparison.Ordinal)) continue;
            var rest = text[keyword.Length..];
            if (rest.Length > 0 && rest[0] is not (' ' or '\t' or '{' or ':' or '(')) continue;
            return Ids(keyword == "verifies", rest.TrimStart(":"));
        }
        return null;
    }

    private static CodeTag Ids(bool isTest, ReadOnlySpan<char> text)
    {
        var links = new List<TraceLink>();
        var isRobustness = false;
        foreach (var range in text.SplitAny(" \t,;"))
        {
            var word = text[range].Trim("{}()");
            if (word.Length == 0) continue;
            if (links.Count > 0 && word is "robustness") isRobustness = true;
            else if (LooksLikeId(word)) links.Add(Link(isTest ? LinkRole.Verifies : LinkRole.Implements, word));
            else break;
        }
        return new CodeTag(isTest, isRobustness && isTest, links);
    }

    // Words of a sentence have neither digits nor signs.
    private static bool LooksLikeId(ReadOnlySpan<char> word)
    {
        if (word.Length > TraceItem.IdLengthMax || !char.IsLetterOrDigit(word[0])) return false;
        var marked = false;
        foreach (var c in word)
        {
            if (!char.IsLetterOrDigit(c) && !"-_.~&+/#:".Contains(c, StringComparison.Ordinal)) return false;
            marked |= char.IsDigit(c) || c is '-' or '_' or '~';
        }
        return marked && char.IsLetterOrDigit(word[^1]);
    }

    private static TraceLink Link(string role, ReadOnlySpan<char> id) =>
        OftId.TryParse(id, out var oft) ? new TraceLink(role, oft.ItemId, oft.Revision) : new TraceLink(role, id.ToString());

    // [impl->dsn~name~1, dsn~other~2>>utest] or [impl~own~1->dsn~name~1]
    private static CodeTag? Oft(ReadOnlySpan<char> own, ReadOnlySpan<char> covered)
    {
        var type = own.IndexOf('~') is >= 0 and var tilde ? own[..tilde].Trim() : own.Trim();
        if (!OftId.IsType(type)) return null;
        var needs = covered.IndexOf(">>");
        var ids = needs < 0 ? covered : covered[..needs];
        var tier = OftTypes.TierOf(type.ToString(), ReadOptions.Default);
        var isTest = tier == ItemTier.TestCase;
        var links = new List<TraceLink>();
        foreach (var range in ids.Split(','))
        {
            if (!OftId.TryParse(ids[range].Trim(), out var id)) return null;
            links.Add(new TraceLink(isTest ? LinkRole.Verifies : LinkRole.Implements, id.ItemId, id.Revision));
        }
        return new CodeTag(isTest, false, links, needs < 0 ? null : OftLine.List(covered[(needs + 2)..].ToString()));
    }
}
