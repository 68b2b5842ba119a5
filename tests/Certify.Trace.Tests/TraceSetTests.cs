using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Tests;

public class TraceSetTests
{
    private static TraceItem Item(string id, int line, string? revision = null, params TraceLink[] links) =>
        new() { Id = id, Tier = ItemTier.Hlr, Place = new SourcePlace("a", line), Revision = revision, Links = links };

    private static readonly TraceItem[] s_items =
    [
        Item("A", 1, "1"), Item("A", 2, "2"), Item("B", 3, null, new(LinkRole.Satisfies, "A", "2"), new("refines", "C"), new(LinkRole.Satisfies, "gone")),
        Item("C", 4, null, new TraceLink(LinkRole.Satisfies, "A"), new TraceLink(LinkRole.Verifies, "A", "7")),
    ];

    // @verifies CFY-LLR-332
    [Fact]
    public void Links_lead_to_the_item_of_the_revision_that_they_name()
    {
        var set = TraceSet.Build(s_items);
        Assert.Equal([1, 3, -1], set.Targets(2).ToArray());
        Assert.Equal([0, 0], set.Targets(3).ToArray());
        Assert.Equal((0, 1, -1), (set.IndexOf("A"), set.NextWithSameId(0), set.NextWithSameId(1)));
        Assert.True(set.IsFirst(0) && !set.IsFirst(1));
        Assert.Null(set.Find("gone"));
    }

    // @verifies CFY-LLR-332
    [Fact]
    public void Links_are_known_at_both_ends()
    {
        var set = TraceSet.Build(s_items);
        Assert.Equal(5, set.LinkCount);
        for (var item = 0; item < set.Count; item++)
        {
            foreach (var link in set.Incoming(item)) Assert.Equal(item, set.Target(link));
            for (var k = 0; k < set[item].Links.Count; k++)
            {
                var link = set.FirstLink(item) + k;
                Assert.Equal((item, set[item].Links[k]), (set.Owner(link), set.Link(link)));
                if (set.Target(link) >= 0) Assert.Contains(link, set.Incoming(set.Target(link)).ToArray());
            }
        }
        Assert.Equal((3, -1), (set.FirstIncoming(0, LinkRole.Verifies), set.FirstIncoming(0, "refines")));
    }

    // @verifies CFY-LLR-332
    [Fact]
    public void Order_of_the_items_makes_no_difference()
    {
        var random = new Random(5);
        var expected = TraceSet.Build(s_items).Items;
        for (var round = 0; round < 20; round++)
        {
            TraceItem[] items = [.. s_items];
            random.Shuffle(items);
            Assert.Equal(expected, TraceSet.Build(items).Items);
        }
    }
}
