using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reports.Web;

namespace Certify.Trace.Tests.Web;

public class SiteCoverageTests
{
    private const ItemState Open = ItemState.Asked | ItemState.NotDeep;

    private static TraceItem Item(string id, ItemTier tier, params string[] links) => With(id, tier, links);

    private static TraceItem With(string id, ItemTier tier, string[] links, string? status = null, string? level = null, bool derived = false, bool? passed = null, VerificationMethod[]? methods = null) => new()
    {
        Id = id, Tier = tier, Place = new("a.md", 1), Status = status, Level = level, Derived = derived, Verification = methods ?? [],
        Outcome = passed is { } p ? new(p ? "passed" : "failed", p) : null,
        Links = [.. links.Select(l => l.Split(' ')).Select(l => new TraceLink(l[0], l[1]))],
    };

    private static readonly TraceItem[] s_whole =
    [
        Item("S", ItemTier.System), Item("H", ItemTier.Hlr, "satisfies S"), Item("L", ItemTier.Llr, "satisfies H"), Item("C", ItemTier.Code, "implements L"),
        Item("T", ItemTier.TestCase, "verifies H", "verifies L"), With("R", ItemTier.Result, ["result-of T"], passed: true),
    ];

    private static Dictionary<string, ItemState> States(IEnumerable<TraceItem> items, string level = "A")
    {
        var index = new SiteIndex([.. items], []);
        var states = SiteCoverage.Of(index, level);
        return index.Items.Select((item, i) => (item.Id, states[i])).ToDictionary(x => x.Id, x => x.Item2);
    }

    private static IEnumerable<TraceItem> Without(string id) => s_whole.Where(i => i.Id != id);

    // @verifies CFY-LLR-396
    [Fact]
    public void A_whole_thread_is_deep()
    {
        var states = States(s_whole);
        Assert.All(["S", "H", "L", "T"], id => Assert.Equal(ItemState.Asked, states[id]));
        Assert.All(["C", "R"], id => Assert.Equal(ItemState.None, states[id]));
    }

    // @verifies CFY-LLR-396
    [Theory]
    [InlineData("L", "H", "NoChild")]
    [InlineData("C", "L", "NoCode")]
    [InlineData("T", "L", "NoTest")]
    [InlineData("H", "S", "NoChild")]
    public void A_step_left_out_is_a_gap_above_it_and_no_deeper_than_shallow_further_up(string left, string gap, string missing)
    {
        var states = States(Without(left));
        Assert.True(states[gap].HasFlag(Enum.Parse<ItemState>(missing) | Open));
        if (gap != "S") Assert.Equal(Open, states["S"]);
    }

    // @verifies CFY-LLR-396
    [Fact]
    public void Tests_are_asked_for_results_only_where_the_set_has_some()
    {
        Assert.Equal(ItemState.None, States(Without("R"))["T"]);
        var states = States([.. s_whole, Item("T2", ItemTier.TestCase, "verifies L")]);
        Assert.Equal(Open | ItemState.NoPass, states["T2"]);
        Assert.Equal(Open, states["L"]);
    }

    // @verifies CFY-LLR-396
    [Fact]
    public void One_failed_result_among_passed_ones_is_no_pass()
    {
        var states = States([.. s_whole, With("R2", ItemTier.Result, ["result-of T"], passed: false)]);
        Assert.Equal(Open | ItemState.NoPass, states["T"]);
        Assert.Equal(Open, states["S"]);
    }

    // @verifies CFY-LLR-396
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_procedure_carries_the_result_of_its_case(bool passed)
    {
        var states = States([.. Without("R"), Item("P", ItemTier.TestProcedure, "executes T"), With("R", ItemTier.Result, ["result-of P"], passed: passed)]);
        Assert.Equal(passed ? ItemState.Asked : Open | ItemState.NoPass, states["T"]);
    }

    // @verifies CFY-LLR-396
    [Theory]
    [InlineData("A", true, true)]
    [InlineData("C", true, true)]
    [InlineData("D", true, false)]
    [InlineData("E", false, false)]
    public void The_level_decides_what_is_asked(string level, bool hlr, bool llr)
    {
        var states = States([Item("S", ItemTier.System), Item("H", ItemTier.Hlr, "satisfies S"), Item("L", ItemTier.Llr, "satisfies H")], level);
        Assert.Equal(hlr, states["H"].HasFlag(ItemState.NoTest));
        Assert.Equal(llr, states["L"].HasFlag(ItemState.NoCode));
    }

    // @verifies CFY-LLR-396
    [Fact]
    public void An_items_own_level_stands_above_that_of_the_set() =>
        Assert.Equal(ItemState.None, States([With("L", ItemTier.Llr, [], level: "E")])["L"]);

    // @verifies CFY-LLR-396
    [Fact]
    public void Analysis_as_an_alternative_asks_for_no_test()
    {
        Assert.False(States([With("L", ItemTier.Llr, [], methods: [VerificationMethod.Test, VerificationMethod.Analysis])])["L"].HasFlag(ItemState.NoTest));
        Assert.True(States([With("L", ItemTier.Llr, [], methods: [VerificationMethod.Test])])["L"].HasFlag(ItemState.NoTest));
    }

    // @verifies CFY-LLR-396
    [Fact]
    public void Derived_has_no_parent_on_purpose_and_others_have_a_gap()
    {
        var states = States([With("D", ItemTier.Hlr, [], derived: true), Item("O", ItemTier.Hlr), Item("X", ItemTier.Hlr, "satisfies GONE"), Item("C", ItemTier.Code)]);
        Assert.Equal(ItemState.Derived, states["D"] & (ItemState.Derived | ItemState.NoParent));
        Assert.True(states["O"].HasFlag(ItemState.NoParent));
        Assert.True(states["X"].HasFlag(ItemState.NoParent | ItemState.Dangling));
        Assert.True(states["C"].HasFlag(ItemState.NoParent));
    }

    // @verifies CFY-LLR-396 robustness
    [Fact]
    public void A_cycle_and_what_is_above_it_are_never_deep()
    {
        var states = States([.. s_whole, Item("X", ItemTier.Llr, "satisfies H", "satisfies Y"), Item("Y", ItemTier.Llr, "satisfies X")]);
        Assert.All(["X", "Y", "H", "S"], id => Assert.True(states[id].HasFlag(ItemState.NotDeep | ItemState.Cyclic)));
        Assert.Equal(ItemState.Asked, states["L"]);
    }

    // @verifies CFY-LLR-396 robustness
    [Theory]
    [InlineData("deleted")]
    [InlineData("Rejected")]
    public void What_is_removed_covers_nothing_and_lacks_nothing(string status)
    {
        var states = States([.. Without("C"), With("C", ItemTier.Code, ["implements L"], status: status)]);
        Assert.Equal(ItemState.Removed, states["C"]);
        Assert.True(states["L"].HasFlag(ItemState.NoCode));
    }
}
