using Certify.Facts;
using Certify.Trace.Audit;
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
    public void The_method_says_whether_a_test_is_asked()
    {
        static bool Lacks(VerificationMethod[] methods, params TraceItem[] others) =>
            States([With("L", ItemTier.Llr, [], methods: methods), .. others])["L"].HasFlag(ItemState.NoTest);
        Assert.True(Lacks([VerificationMethod.Test]));
        Assert.True(Lacks([]));
        Assert.False(Lacks([VerificationMethod.Analysis]));
        // Alternatives: some evidence is asked, a review is enough; for a test alone it is not.
        var review = Item("E", ItemTier.Review, "verifies L");
        Assert.True(Lacks([VerificationMethod.Test, VerificationMethod.Review]));
        Assert.False(Lacks([VerificationMethod.Test, VerificationMethod.Review], review));
        Assert.True(Lacks([VerificationMethod.Test], review));
    }

    // @verifies CFY-LLR-396
    [Theory]
    [InlineData("A")]
    [InlineData("C")]
    [InlineData("D")]
    [InlineData("E")]
    public void Gaps_are_those_that_the_audit_finds(string level)
    {
        var sample = new Sample { Level = level };
        sample.Code = sample.Code.Replace("[Requirement(\"AB-LLR-002\")]", "", StringComparison.Ordinal);
        sample.Tests = sample.Tests.Replace("[Verifies(\"AB-HLR-001\")]", "", StringComparison.Ordinal);
        sample.Hlr = sample.Hlr.Replace("- parents: SYS-A-002", "- parents: SYS-A-001", StringComparison.Ordinal);
        var report = TraceAudit.Audit(sample.Inputs());
        TraceItem[] items = [.. Enumerable.Range(0, report.Set.Count).Select(i => report.Set[i])];
        var index = new SiteIndex(items, report.Findings);
        var states = SiteCoverage.Of(index, level);
        IEnumerable<string> With(ItemState gap) => index.Items.Where((_, i) => states[i].HasFlag(gap)).Select(i => i.Id);
        IEnumerable<string> Found(params string[] codes) => report.Findings.Where(f => codes.Contains(f.Code)).Select(f => f.Subject).Distinct();
        Assert.Equal(Found("TRC-202", "TRC-203").Order(), With(ItemState.NoChild).Order());
        Assert.Equal(Found("TRC-204").Order(), With(ItemState.NoCode).Order());
        Assert.Equal(Found("TRC-205", "TRC-206").Order(), With(ItemState.NoTest).Order());
        Assert.Equal(Found("TRC-209", "TRC-210").Intersect(items.Select(i => i.Id)).Order(), With(ItemState.NoParent).Order());
        if (level == "A") Assert.Equal(["AB-LLR-002"], With(ItemState.NoCode));
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
