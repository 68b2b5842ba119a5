using Certify.Trace.Model;

namespace Certify.Fuzz.Sets;

/// <summary>A kind of defect: how it is put into a clean set, and the one finding that it must give.</summary>
/// <param name="Code">Code of the finding, TRC-###.</param>
/// <param name="What">What is wrong, in a few words.</param>
/// <param name="Inject">Changes the set and gives the id that the finding is about.</param>
public sealed record Defect(string Code, string What, Func<DefectSet, string> Inject);

/// <summary>A set that defects are put into. Each defect takes items that no other one has touched, so that findings do not mix.</summary>
public sealed class DefectSet(List<TraceItem> items, SplitMix random)
{
    private readonly HashSet<string> _touched = new(StringComparer.Ordinal);
    private int _added;

    /// <summary>The items, in an order that a writer keeps.</summary>
    public List<TraceItem> Items { get; } = items;

    /// <summary>Takes an item that no defect has touched.</summary>
    public int Take(ItemTier tier, Func<TraceItem, bool>? which = null)
    {
        var start = random.Below(Items.Count);
        for (var k = 0; k < Items.Count; k++)
        {
            var at = (start + k) % Items.Count;
            var item = Items[at];
            if (item.Tier != tier || !(which?.Invoke(item) ?? true) || !_touched.Add(item.Id)) continue;
            return at;
        }
        throw new InvalidOperationException($"no untouched {tier} is left; hint: make a larger set");
    }

    /// <summary>Id of an item that no defect has touched and none may touch from now on.</summary>
    public string Target(ItemTier tier) => Items[Take(tier, i => !i.Derived)].Id;

    /// <summary>Replaces an item.</summary>
    public string Change(int at, Func<TraceItem, TraceItem> change)
    {
        Items[at] = change(Items[at]);
        return Items[at].Id;
    }

    /// <summary>A new id of a tier.</summary>
    public string NewId(ItemTier tier)
    {
        var prefix = tier switch { ItemTier.System => "SYS", ItemTier.Hlr => "CS-HLR", ItemTier.Llr => "CS-LLR", ItemTier.Code => "CS-CODE", ItemTier.TestCase => "CS-TC", ItemTier.Result => "CS-RES",
            ItemTier.Hazard => "CS-HAZ", ItemTier.Assumption => "CS-ASM", ItemTier.Design => "CS-DES", _ => "CS-ITEM" };
        var id = $"{prefix}-{90000 + ++_added}";
        _touched.Add(id);
        return id;
    }

    /// <summary>Puts an item at a random place.</summary>
    public string Add(TraceItem item)
    {
        Items.Insert(random.Below(Items.Count + 1), item);
        return item.Id;
    }

    /// <summary>What is wrong with the reviews of single items; a change that gives null leaves the review out.</summary>
    public Dictionary<string, Func<TraceItem, TraceItem?>> Reviews { get; } = new(StringComparer.Ordinal);

    /// <summary>Adds a passed review of each requirement as it is now, but for what <see cref="Reviews"/> says. Call it last.</summary>
    public void Seal()
    {
        var reviews = new List<TraceItem>();
        foreach (var item in Items.Where(i => i.Tier is ItemTier.System or ItemTier.Hlr or ItemTier.Llr && i.Status != "deleted"))
        {
            var review = new TraceItem
            {
                Id = $"CS-REV-{reviews.Count + 1:00000}", Tier = ItemTier.Review, Place = item.Place, Title = $"Review of {item.Id}", Author = "R. Reviewer", Outcome = new ItemOutcome("passed", true),
                Attributes = [new ItemAttribute("date", "2026-01-15")], Links = [new TraceLink(LinkRole.Reviews, item.Id, TargetFingerprint: item.Fingerprint)],
            };
            if (Reviews.TryGetValue(item.Id, out var change)) review = change(review);
            if (review is not null) reviews.Add(review);
        }
        Items.AddRange(reviews);
    }

    /// <summary>A number that is used once.</summary>
    public int Fresh() => 1_000_000 + ++_added;
}
