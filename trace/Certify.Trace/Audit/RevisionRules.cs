using System.Numerics;
using Certify.Trace.Linking;
using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>Rules on what a link was made for: the revision and the fingerprint that it names (TRC-112 to 115, 406, 407).</summary>
// @llr CFY-LLR-333
internal static class RevisionRules
{
    /// <summary>Checks a link whose target exists and is of a tier that it may lead to. Links of reviews are judged with the reviews.</summary>
    public static void Check(AuditContext context, int owner, TraceLink link, int target)
    {
        var (from, to) = (context.Set[owner], context.Set[target]);
        if (link.TargetRevision is { } revision)
        {
            if (Revision(context, from, link, to, revision)) return;
        }
        else if (IsAmbiguous(context, target))
        {
            context.Findings.Add("TRC-112", from.Id, LinkRules.Place(from, link),
                $"{from.Id} links to {to.Id}, of which several revisions are in the set; hint: name one, as in '{to.Id}@{to.Revision}'", from.Level);
            return;
        }

        if (link.TargetFingerprint is not { } print || from.Tier == ItemTier.Review || Matches(context, target, print)) return;
        var place = LinkRules.Place(from, link);
        if (from.Tier != ItemTier.Result)
            context.Findings.Add("TRC-115", from.Id, place, $"{to.Id} has changed since {from.Id} was linked to it; hint: review {from.Id} against the change, then record the new fingerprint", from.Level);
        else if (to.Tier is ItemTier.TestCase or ItemTier.TestProcedure)
            context.Findings.Add("TRC-407", from.Id, place, $"{to.Id} has changed since its result {from.Id}; hint: run it again", from.Level);
        else
            context.Findings.Add("TRC-406", from.Id, place, $"{to.Id} has changed since the result {from.Id}; hint: run its tests again", from.Level);
    }

    // A test may be known by its record's fingerprint or, where it was scanned, by the digest of its text.
    internal static bool Matches(AuditContext context, int item, string print) =>
        context.Set[item].Fingerprint.Equals(print, StringComparison.OrdinalIgnoreCase)
        || (context.Set[item].Attribute(ScannedItems.Digest) is { } digest && digest.Equals(print, StringComparison.OrdinalIgnoreCase));

    private static bool Revision(AuditContext context, TraceItem from, TraceLink link, TraceItem to, string revision)
    {
        if (to.Revision == revision) return false;
        var older = to.Revision is not null && Compare(revision, to.Revision) < 0;
        var has = to.Revision is null ? "has no revision" : $"is at revision '{to.Revision}'";
        context.Findings.Add(older ? "TRC-113" : "TRC-114", from.Id, LinkRules.Place(from, link),
            $"{from.Id} links to revision {Reading.ItemId.Quote(revision)} of {to.Id}, which {has}; hint: look at the change, then name the revision of now", from.Level);
        return true;
    }

    private static bool IsAmbiguous(AuditContext context, int target)
    {
        var count = 0;
        for (var i = context.Set.IndexOf(context.Set[target].Id); i >= 0; i = context.Set.NextWithSameId(i))
        {
            if (context.Counts(i) && ++count > 1) return true;
        }
        return false;
    }

    // Numbers are compared as numbers (2 before 10, 1.9 before 1.10), other revisions as text.
    private static int Compare(string a, string b)
    {
        var (left, right) = (a.Split('.'), b.Split('.'));
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = Number(left[i]) is { } x && Number(right[i]) is { } y ? x.CompareTo(y) : string.CompareOrdinal(left[i], right[i]);
            if (order != 0) return order;
        }
        return left.Length.CompareTo(right.Length);
    }

    private static BigInteger? Number(string text) =>
        text.Length is > 0 and <= 40 && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
            ? BigInteger.Parse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture) : null;
}
