using System.Text.Json;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reports;
using Certify.Trace.Reports.Threads;
using Xunit;

namespace Certify.Cli.Tests.Trace;

public sealed class ThreadTests
{
    // @verifies CFY-LLR-380
    [Fact]
    public void Links_are_walked_both_ways_the_same_for_any_order_of_items()
    {
        var items = Items.Whole();
        var forward = Shape(new TraceGraph(items, [Items.Finding("TRC-204", "LLR-2")]));
        Assert.Equal(forward, Shape(new TraceGraph(items.Reverse(), [Items.Finding("TRC-204", "LLR-2")])));
        Assert.Contains("LLR-2 up HLR-1,HLR-2 down  findings 1", forward);
        Assert.Contains("LLR-1 up HLR-1 down M:N.T.One,TC-1,RV-1 findings 0", forward);
    }

    // @verifies CFY-LLR-380
    [Fact]
    public void Links_of_foreign_roles_to_missing_items_and_of_one_id_twice_do_no_harm()
    {
        var graph = new TraceGraph(
            [
                Items.Make(ItemTier.Hlr, "HLR-1", ["GONE"]), Items.Make(ItemTier.Hlr, "HLR-1", []),
                Items.Make(ItemTier.Llr, "LLR-1", ["HLR-1"], role: "blames"), Items.Make(ItemTier.Llr, "LLR-2", ["HLR-1", "LLR-2"]),
            ], []);
        Assert.Equal(0, graph.IndexOf("HLR-1"));
        Assert.Equal(0, graph.Up(0).Length);
        Assert.Equal("LLR-2", graph.Items[graph.Down(0)[0].Item].Id);
        Assert.Equal(1, graph.Down(0).Length);
        Assert.Equal(-1, graph.IndexOf("GONE"));
    }

    // @verifies CFY-LLR-380
    [Fact]
    public void Facts_give_requirements_tagged_code_tests_and_results()
    {
        var place = new SourcePlace("a.md", 1);
        var facts = new TraceFacts(
            new FactHeader("s", "0", "c", "r", false, []), "A",
            [new RequirementFact("LLR-1", Tier.Llr, "C", "T", "X shall.", null, ["HLR-1"], false, null, VerificationMethod.Test, null, "f", place)],
            [new CodeFact("T:A", ["LLR-1"], place, "0", false), new CodeFact("M:A.B", ["LLR-1"], place, "0", true)],
            [new TestFact("M:T.One", "One", ["LLR-1"], TestKind.Robustness, place)], []);
        var results = new TestFacts(new FactHeader("s", "0", "c", "r", false, [], null, "ab"), "0",
            [new TestResult("M:T.One", TestSide.Target, Verdict.Passed, 0, 0, 1, [], null, null, null, null, "", null)]);
        var items = FactItems.Of(facts, results);
        Assert.Equal(["LLR-1", "T:A", "M:T.One", "M:T.One target"], items.Select(i => i.Id));
        Assert.Equal(["satisfies HLR-1", "implements LLR-1", "verifies LLR-1", "result-of M:T.One"], items.Select(i => $"{i.Links[0].Role} {i.Links[0].Target}"));
        Assert.False(items[3].Outcome!.Passed); // no case ran
    }

    // @verifies CFY-LLR-381
    [Fact]
    public void A_thread_goes_up_to_the_system_and_down_to_the_results()
    {
        var graph = new TraceGraph(Items.Whole(), []);
        var thread = ThreadTree.Through(graph, graph.IndexOf("LLR-1"));
        Assert.Equal(
            ["0 SYS-1", "1 HLR-1", "2 LLR-1*", "3 M:N.T.One", "3 TC-1", "4 R-1", "3 RV-1"],
            thread.Nodes.Select(n => $"{n.Depth} {n.Item.Id}{(n.Focus ? "*" : "")}"));
    }

    // @verifies CFY-LLR-381
    [Fact]
    public void An_item_with_two_parents_is_shown_once_in_full()
    {
        var graph = new TraceGraph(Items.Whole(), [Items.Finding("TRC-204", "LLR-2")]);
        var thread = ThreadTree.Through(graph, graph.IndexOf("LLR-2"));
        Assert.Equal(
            ["0 SYS-1", "1 HLR-1", "2 LLR-2", "1 HLR-2", "2 LLR-2 again"],
            thread.Nodes.Select(n => $"{n.Depth} {n.Item.Id}{(n.Repeated ? " again" : "")}"));
        Assert.Single(thread.Breaks);
    }

    // @verifies CFY-LLR-381 robustness
    [Fact]
    public void Circles_end_and_every_item_on_them_is_shown()
    {
        var graph = new TraceGraph(
            [
                Items.Make(ItemTier.Hlr, "A", ["B"]), Items.Make(ItemTier.Hlr, "B", ["A"]), Items.Make(ItemTier.Llr, "L", ["A", "S"]),
                Items.Make(ItemTier.System, "S", []), Items.Make(ItemTier.Llr, "Self", ["Self"]),
            ], []);
        Assert.Equal(["A", "B", "L", "S"], ThreadTree.Through(graph, graph.IndexOf("L")).Nodes.Select(n => n.Item.Id).Distinct().Order());
        Assert.Equal(["Self", "Self"], ThreadTree.Through(graph, graph.IndexOf("Self")).Nodes.Select(n => n.Item.Id));
    }

    // @verifies CFY-LLR-381 robustness
    [Fact]
    public void A_chain_of_twenty_thousand_items_is_laid_out()
    {
        var items = Enumerable.Range(0, 20_000).Select(i => Items.Make(ItemTier.Hlr, $"H-{i:D6}", i == 0 ? [] : [$"H-{i - 1:D6}"]));
        var graph = new TraceGraph(items, []);
        var thread = ThreadTree.Through(graph, graph.IndexOf("H-010000"));
        Assert.Equal(19_999, thread.Nodes[^1].Depth);
    }

    // @verifies CFY-LLR-382
    [Fact]
    public void The_seed_alone_decides_which_threads_are_picked()
    {
        var items = Enumerable.Range(0, 40).SelectMany(i => new[]
        {
            Items.Make(ItemTier.System, $"SYS-{i}", [], component: "C" + (i % 4)), Items.Make(ItemTier.Hlr, $"HLR-{i}", [$"SYS-{i}"]),
            Items.Make(ItemTier.Llr, $"LLR-{i}", [$"HLR-{i}"]), Items.Make(ItemTier.Code, $"T:C{i}", [$"LLR-{i}"], component: "C" + (i % 4)),
        }).ToList();
        var one = Titles(items, 7);
        Assert.Equal(one, Titles(Enumerable.Reverse(items), 7));
        Assert.NotEqual(one, Titles(items, 8));
        Assert.Equal(8, one.Count);
        Assert.Equal(8, one.Distinct().Count());
        var graph = new TraceGraph(items, []);
        var tops = ThreadSampler.Pick(graph, 7, 4).Take(4).Select(t => t.Nodes[0].Item.Component);
        Assert.Equal(["C0", "C1", "C2", "C3"], tops.Order()); // each component once before any twice
    }

    // @verifies CFY-LLR-382
    [Fact]
    public void A_sample_goes_the_whole_way_in_both_directions()
    {
        var graph = new TraceGraph(Items.Whole().Where(i => i.Id is not ("HLR-2" or "LLR-2")), []);
        var threads = ThreadSampler.Pick(graph, 1, 1);
        Assert.Equal(["SYS-1", "HLR-1", "LLR-1", "M:N.T.One", "TC-1", "R-1", "RV-1"], threads[0].Nodes.Select(n => n.Item.Id));
        Assert.StartsWith("bottom-up from ", threads[1].Title);
        Assert.Equal(["SYS-1", "HLR-1", "LLR-1"], threads[1].Nodes.Take(3).Select(n => n.Item.Id));
    }

    // @verifies CFY-LLR-382 robustness
    [Fact]
    public void A_set_of_one_item_or_of_circles_can_be_sampled()
    {
        Assert.Equal(2, ThreadSampler.Pick(new TraceGraph([Items.Make(ItemTier.Assumption, "ASM-1", [])], []), 1, 3).Count);
        var circle = new TraceGraph([Items.Make(ItemTier.Hlr, "A", ["B"]), Items.Make(ItemTier.Hlr, "B", ["A"])], []);
        Assert.All(ThreadSampler.Pick(circle, 5, 2), t => Assert.Equal(["A", "B"], t.Nodes.Select(n => n.Item.Id).Distinct().Order()));
    }

    // @verifies CFY-LLR-383
    [Fact]
    public void Text_shows_place_fingerprint_verdict_and_each_break()
    {
        var items = Items.Whole();
        var graph = new TraceGraph(items, [Items.Finding("TRC-206", "LLR-1"), Items.Finding("TRC-301", "HLR-1", FindingSeverity.Warning)]);
        var thread = ThreadTree.Through(graph, graph.IndexOf("LLR-1"));
        var text = ThreadText.Write(graph, thread, 0, Ink.Bare);
        Assert.Contains("   └─ ▶ LLR LLR-1 Title of LLR-1\n      │  reqs/llr.md:6 · " + items[3].Fingerprint[..8] + "\n", text);
        Assert.Contains("✗ TRC-206: LLR-1 is broken by TRC-206\n", text);
        Assert.Contains("! TRC-301: HLR-1 is broken by TRC-301\n", text);
        Assert.Contains("result R-1 Title of R-1 passed\n", text);
        Assert.DoesNotContain("\u001b", text);
        Assert.Equal("7 items, 1 error, 1 warning", ThreadText.Summary(thread));
    }

    // @verifies CFY-LLR-383
    [Theory]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void Text_keeps_to_the_width_where_words_allow(int width)
    {
        var items = Items.Whole().Append(Items.Make(ItemTier.Llr, "LLR-9", ["HLR-1"], string.Join(' ', Enumerable.Repeat("a few words", 60)))).ToList();
        var graph = new TraceGraph(items, [Items.Finding("TRC-206", "LLR-9")]);
        var text = ThreadText.Write(graph, ThreadTree.Through(graph, graph.IndexOf("SYS-1")), width, Ink.Bare);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= width, line));
    }

    // @verifies CFY-LLR-383 robustness
    [Fact]
    public void Text_of_an_item_cannot_act_on_the_terminal_or_the_page()
    {
        var graph = new TraceGraph([Items.Make(ItemTier.Hlr, "HLR-1", [], "red \u001b[31m <script>alert(1)</script> \u202E end")], []);
        var thread = ThreadTree.Through(graph, 0);
        Assert.Contains("\\u001B[31m", ThreadText.Write(graph, thread, 80, Ink.Bare));
        Assert.DoesNotContain("\u202E", ThreadText.Write(graph, thread, 80, Ink.Terminal));
        Assert.DoesNotContain("<script", ThreadPage.Write("Thread", [thread]));
    }

    // @verifies CFY-LLR-383
    [Fact]
    public void Json_and_page_hold_every_node_and_break()
    {
        var graph = new TraceGraph(Items.Whole(), [Items.Finding("TRC-206", "LLR-2")]);
        var thread = ThreadTree.Through(graph, graph.IndexOf("SYS-1"));
        using var json = JsonDocument.Parse(ThreadJson.Write([thread], 9));
        var nodes = json.RootElement.GetProperty("threads")[0].GetProperty("nodes").EnumerateArray().ToList();
        Assert.Equal(thread.Nodes.Select(n => n.Item.Id), nodes.Select(n => n.GetProperty("id").GetString()));
        Assert.Equal("TRC-206", nodes.Single(n => n.TryGetProperty("breaks", out var b) && b.GetArrayLength() > 0).GetProperty("breaks")[0].GetProperty("code").GetString());
        Assert.Equal(9UL, json.RootElement.GetProperty("seed").GetUInt64());
        var page = ThreadPage.Write("Thread", [thread]);
        Assert.Equal(Count(page, "<ul>"), Count(page, "</ul>"));
        Assert.Equal(Count(page, "<li>"), Count(page, "</li>"));
        Assert.Equal(thread.Nodes.Count, Count(page, "<li>"));
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static List<string> Titles(IEnumerable<TraceItem> items, ulong seed) =>
        [.. ThreadSampler.Pick(new TraceGraph(items, []), seed, 4).Select(t => t.Title)];

    private static IReadOnlyList<string> Shape(TraceGraph graph)
    {
        var lines = new List<string>();
        for (var i = 0; i < graph.Items.Count; i++)
        {
            var up = string.Join(',', graph.Up(i).ToArray().Select(e => graph.Items[e.Item].Id));
            var down = string.Join(',', graph.Down(i).ToArray().Select(e => graph.Items[e.Item].Id));
            lines.Add($"{graph.Items[i].Id} up {up} down {down} findings {graph.FindingsOf(graph.Items[i].Id).Count}");
        }
        return lines;
    }
}
