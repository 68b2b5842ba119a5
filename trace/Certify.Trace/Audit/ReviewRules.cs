using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>Rules on reviews (TRC-5xx) and on what has changed above an item since its review (TRC-115); off where no reviews are kept.</summary>
// @llr CFY-LLR-337
internal static class ReviewRules
{
    public static void Check(AuditContext context)
    {
        var any = context.Inputs.Reviews is not null;
        for (var i = 0; i < context.Set.Count; i++)
        {
            var item = context.Set[i];
            if (item.Tier != ItemTier.Review || !context.Counts(i)) continue;
            any = true;
            if (string.IsNullOrWhiteSpace(item.Author) || !ReviewRecord.TryDay(item, out _))
                context.Findings.Add("TRC-505", item.Id, item.Place, $"the review {item.Id} does not say {(string.IsNullOrWhiteSpace(item.Author) ? "who reviewed" : "on which day")}; hint: add '- author: NAME' and '- date: YYYY-MM-DD'");
        }

        for (var i = 0; i < context.Set.Count; i++)
        {
            if (context.Counts(i) && context.Set[i].Tier != ItemTier.Review) Item(context, i, context.Set[i], any);
        }
    }

    private static void Item(AuditContext context, int i, TraceItem item, bool any)
    {
        var reviews = Reviews(context, i);
        if (reviews.Count == 0)
        {
            // A format that keeps the reviewer at the item says that there was a review, and no more.
            var asked = context.Inputs.Settings.Reviewed.GetValueOrDefault(item.Tier, "").Contains(Level(context, item), StringComparison.Ordinal);
            if (any && asked && string.IsNullOrWhiteSpace(item.Reviewer))
                context.Findings.Add("TRC-501", item.Id, item.Place, $"{item.Id} was never reviewed; hint: review it, then 'certify trace review {item.Id}'", item.Level);
            Independent(context, item, item.Reviewer, item);
            return;
        }

        var last = Last(context, reviews, i);
        if (last < 0)
        {
            context.Findings.Add("TRC-502", item.Id, item.Place, $"{item.Id} has changed since it was reviewed ({Names(context, reviews)}); hint: review it again", item.Level);
            return;
        }

        var review = context.Set[last];
        if (review.Outcome is not { Passed: true })
            context.Findings.Add("TRC-504", item.Id, review.Place, $"the review {review.Id} of {item.Id} ended as '{review.Outcome?.Verdict ?? "open"}'; hint: settle what it found, then review again", item.Level);
        Independent(context, item, review.Author, review);
        Against(context, item, last, review);
    }

    private static void Independent(AuditContext context, TraceItem item, string? reviewer, TraceItem said)
    {
        if (string.IsNullOrWhiteSpace(reviewer) || string.IsNullOrWhiteSpace(item.Author)) return;
        if (!reviewer.Trim().Equals(item.Author.Trim(), StringComparison.OrdinalIgnoreCase)) return;
        if (context.Inputs.Settings.Independent.GetValueOrDefault(item.Tier, "").Contains(Level(context, item), StringComparison.Ordinal))
            context.Findings.Add("TRC-503", item.Id, said.Place, $"{item.Id} was reviewed by its author, {Reading.ItemId.Quote(reviewer)}; hint: have somebody else review it", item.Level);
    }

    // What the item was reviewed against has changed: it may no longer do what is asked above.
    private static void Against(AuditContext context, TraceItem item, int last, TraceItem review)
    {
        var targets = context.Set.Targets(last);
        for (var k = 0; k < targets.Length; k++)
        {
            var link = review.Links[k];
            if (link.Role != LinkRole.Against || link.TargetFingerprint is not { } print || targets[k] < 0 || context.IsGone(targets[k])) continue;
            if (RevisionRules.Matches(context, targets[k], print) || !item.Targets(LinkRole.Satisfies).Contains(link.Target)) continue;
            context.Findings.Add("TRC-115", item.Id, item.Place, $"{link.Target} has changed since {item.Id} was reviewed against it ({review.Id}); hint: review {item.Id} against the change", item.Level);
        }
    }

    // The links of reviews that lead to an item.
    private static List<int> Reviews(AuditContext context, int i)
    {
        var reviews = new List<int>();
        foreach (var link in context.Set.Incoming(i))
        {
            var owner = context.Set.Owner(link);
            if (context.Counts(owner) && context.Set[owner].Tier == ItemTier.Review && context.Set.Link(link).Role == LinkRole.Reviews) reviews.Add(link);
        }
        return reviews;
    }

    // The last review, by day and then by id, that saw the item as it is; -1 when none did.
    private static int Last(AuditContext context, List<int> links, int i)
    {
        var last = -1;
        var day = DateOnly.MinValue;
        foreach (var link in links)
        {
            if (context.Set.Link(link).TargetFingerprint is not { } print || !RevisionRules.Matches(context, i, print)) continue;
            var review = context.Set.Owner(link);
            _ = ReviewRecord.TryDay(context.Set[review], out var own);
            if (last >= 0 && (own < day || (own == day && string.CompareOrdinal(context.Set[review].Id, context.Set[last].Id) < 0))) continue;
            (last, day) = (review, own);
        }
        return last;
    }

    private static string Names(AuditContext context, List<int> links) =>
        string.Join(", ", links.Take(3).Select(l => context.Set[context.Set.Owner(l)].Id)) + (links.Count > 3 ? ", ..." : "");

    private static string Level(AuditContext context, TraceItem item) => item.Level is "A" or "B" or "C" or "D" or "E" ? item.Level : context.Inputs.Level;
}
