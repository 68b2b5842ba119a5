using System.Text;
using System.Text.Json;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reports;
using Certify.Trace.Reports.Changes;
using Certify.Trace.Reports.Ids;
using Certify.Trace.Reports.Threads;
using Xunit;

namespace Certify.Cli.Tests.Trace;

public sealed class ChangeTests
{
    // @verifies CFY-LLR-384
    [Theory]
    [InlineData("", "")]
    [InlineData("The unit shall stop within 10 ms.", "The unit shall stop within 20 ms.")]
    [InlineData("a b c d e f", "f e d c b a")]
    [InlineData("same  words\nhere", "same words here")]
    [InlineData("", "all new")]
    [InlineData("all gone", "")]
    public void Both_texts_can_be_told_from_the_words(string before, string after)
    {
        var runs = WordDiff.Compare(before, after);
        Assert.Equal(Words(before), string.Join(' ', runs.Where(r => r.Change != WordChange.Added).Select(r => r.Text)));
        Assert.Equal(Words(after), string.Join(' ', runs.Where(r => r.Change != WordChange.Removed).Select(r => r.Text)));
    }

    // @verifies CFY-LLR-384
    [Fact]
    public void Only_the_word_that_moved_is_marked()
    {
        var runs = WordDiff.Compare("The unit shall stop within 10 ms of a fault.", "The unit shall stop within 20 ms of a fault.");
        Assert.Equal(["Same The unit shall stop within", "Removed 10", "Added 20", "Same ms of a fault."], runs.Select(r => $"{r.Change} {r.Text}"));
    }

    // @verifies CFY-LLR-384 robustness
    [Fact]
    public void Texts_of_a_hundred_thousand_words_end()
    {
        var before = string.Join(' ', Enumerable.Range(0, 100_000));
        var after = string.Join(' ', Enumerable.Range(0, 100_000).Reverse());
        var runs = WordDiff.Compare(before, after);
        Assert.Equal(after, string.Join(' ', runs.Where(r => r.Change != WordChange.Removed).Select(r => r.Text)));
    }

    // @verifies CFY-LLR-385
    [Fact]
    public void What_rests_on_a_change_is_suspect_with_the_way_to_it()
    {
        var changes = TraceChanges.Between([.. Items.Whole().Select(i => ItemState.Of(i))], new TraceGraph(With("HLR-1", "The unit shall do more."), []));
        Assert.Equal(["HLR-1"], changes.Changed.Select(c => c.Now.Id));
        Assert.Equal(
            [
                "LLR-1 because HLR-1 changed", "LLR-2 because HLR-1 changed", "M:N.T.One because HLR-1 changed, via LLR-1",
                "TC-1 because HLR-1 changed, via LLR-1", "RV-1 because HLR-1 changed, via LLR-1", "R-1 because HLR-1 changed, via LLR-1, TC-1",
            ],
            changes.Suspects.Select(s => $"{s.Item.Id} {ChangeText.Because(s)}"));
    }

    // @verifies CFY-LLR-385
    [Fact]
    public void Children_of_what_is_gone_are_suspect_even_when_they_lost_the_link()
    {
        List<TraceItem> now = [.. Items.Whole().Where(i => i.Id is not ("HLR-2" or "LLR-2")), Items.Make(ItemTier.Llr, "LLR-2", ["HLR-1"])];
        var changes = TraceChanges.Between([.. Items.Whole().Select(i => ItemState.Of(i))], new TraceGraph(now, []));
        Assert.Equal(["HLR-2"], changes.Removed.Select(r => r.Id));
        Assert.Equal(["LLR-2"], changes.Changed.Select(c => c.Now.Id));
        Assert.Equal(["satisfies HLR-2"], changes.Changed[0].LinksRemoved.Select(l => l.ToString()));
    }

    // @verifies CFY-LLR-385
    [Fact]
    public void Equal_sets_show_nothing_and_code_that_was_never_recorded_is_not_new()
    {
        var recorded = Items.Whole().Where(BaselineFile.Holds).Select(i => ItemState.Of(i)).ToList();
        Assert.True(TraceChanges.Between(recorded, new TraceGraph(Items.Whole().Reverse(), [])).None);
        var circle = new[] { Items.Make(ItemTier.Hlr, "A", ["B"]), Items.Make(ItemTier.Hlr, "B", ["A"], "x shall.") };
        var changed = new[] { Items.Make(ItemTier.Hlr, "A", ["B"], "y shall."), Items.Make(ItemTier.Hlr, "B", ["A"], "x shall.") };
        Assert.Equal(["B"], TraceChanges.Between([.. circle.Select(i => ItemState.Of(i))], new TraceGraph(changed, [])).Suspects.Select(s => s.Item.Id));
    }

    // @verifies CFY-LLR-386
    [Fact]
    public void Text_data_and_page_show_words_links_and_suspects()
    {
        var changes = TraceChanges.Between([.. Items.Whole().Select(i => ItemState.Of(i))], new TraceGraph(With("HLR-1", "The unit shall do <more>."), []));
        var text = ChangeText.Write(changes, "R1", 0, Ink.Bare);
        Assert.Contains("~ HLR HLR-1 Title of HLR-1\n", text);
        Assert.Contains("The unit shall do [-HLR-1.-] {+<more>.+}\n", text);
        Assert.Contains("  result R-1: because HLR-1 changed, via LLR-1, TC-1\n", text);
        Assert.EndsWith("since R1: 0 added, 0 removed, 1 changed, 6 items suspect\n", text);
        Assert.Contains("<ins>&lt;more&gt;.</ins>", ChangePage.Write(changes, "R1"));
        using var json = JsonDocument.Parse(ChangeJson.Write(changes, "R1"));
        Assert.Equal("HLR-1", json.RootElement.GetProperty("suspects")[0].GetProperty("cause").GetString());
    }

    // @verifies CFY-LLR-387
    [Fact]
    public void The_next_id_is_above_every_one_that_was_ever_used()
    {
        var items = Items.Whole().Append(Items.Make(ItemTier.Llr, "FM-LLR-007", [], component: "TSM")).ToList();
        Assert.Equal("FM-LLR-008", NextId.Of("FM-LLR", items, []).Id);
        Assert.Equal("FM-LLR-012", NextId.Of("FM-LLR-", items, ["FM-LLR-011", "FM-LLR-X"]).Id);
        Assert.Equal("FM-LLR-1000", NextId.Of("FM-LLR", items, ["FM-LLR-999"]).Id);
        Assert.Equal("LLR-3", NextId.Of("LLR", items, []).Id);
        var fresh = NextId.Of("XX-LLR", items, []);
        Assert.Equal(("XX-LLR-001", false, ItemTier.Llr), (fresh.Id, fresh.Known, fresh.Tier));
        Assert.Contains("- tier: LLR\n- component: TSM\n- parents: PARENT\n", NextId.Of("FM-LLR", items, []).Skeleton(ItemTier.Llr));
    }

    // @verifies CFY-LLR-387
    [Fact]
    public void Near_ids_are_those_that_somebody_may_have_meant()
    {
        string[] ids = ["FM-LLR-001", "FM-LLR-010", "FM-LLR-100", "FM-HLR-001", "SYS-9"];
        Assert.Equal("FM-LLR-001", NearIds.Of("FM-LLR-1", ids)[0]);
        Assert.Equal("FM-LLR-001", NearIds.Of("fm-llr-001", ids)[0]);
        Assert.Contains("FM-HLR-001", NearIds.Of("FM-HRL-001", ids));
        Assert.Empty(NearIds.Of("COMPLETELY-ELSE", ids));
    }

    // @verifies CFY-LLR-393
    [Fact]
    public void A_baseline_reads_back_as_it_was_written_without_code_results_and_reviews()
    {
        var baseline = BaselineFile.Of("R1", "abc", new TraceGraph(Items.Whole().Reverse(), []));
        var bytes = baseline.Write();
        Assert.Equal(bytes, BaselineFile.Of("R1", "abc", new TraceGraph(Items.Whole(), [])).Write());
        Assert.True(BaselineFile.Recognises(bytes));
        var back = BaselineFile.Read(bytes, "R1.json");
        Assert.Equal(["HLR-1", "HLR-2", "LLR-1", "LLR-2", "SYS-1", "TC-1"], back.Items.Select(i => i.Id));
        Assert.Equal(baseline.Items.Select(i => (i.Id, i.Tier, i.Fingerprint, i.Title, i.Text, i.Place, Join(i))), back.Items.Select(i => (i.Id, i.Tier, i.Fingerprint, i.Title, i.Text, i.Place, Join(i))));
        Assert.Equal(bytes, back.Write());
    }

    // @verifies CFY-LLR-393 robustness
    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"schema\":\"certify/baseline/2\"}")]
    [InlineData("{\"schema\":\"certify/baseline/1\",\"name\":\"x\",\"revision\":\"r\",\"items\":[]}")]
    [InlineData("{\"schema\":\"certify/baseline/1\",\"name\":\"x\",\"revision\":\"r\",\"items\":[{\"id\":7}]}")]
    [InlineData("{\"schema\":\"certify/baseline/1\",\"name\":\"x\",\"revision\":\"r\",\"items\":[{\"id\":\"A\",\"tier\":\"HXR\",\"place\":{\"path\":\"a\",\"line\":1,\"column\":0}}]}")]
    public void A_broken_baseline_is_an_error_that_names_the_file(string text)
    {
        var e = Assert.Throws<FactFormatException>(() => BaselineFile.Read(Encoding.UTF8.GetBytes(text), "baselines/R1.json"));
        Assert.StartsWith("baselines/R1.json", e.Message);
    }

    // @verifies CFY-LLR-388
    [Fact]
    public void The_audit_as_text_has_a_line_per_finding_losses_with_counts_and_counts()
    {
        var place = new SourcePlace("set.csv", 4);
        var text = AuditText.Write("set", "B", Items.Whole(), [Items.Finding("TRC-206", "LLR-1"), Items.Finding("TRC-303", "HLR-1", FindingSeverity.Warning)],
            [new Loss("HLR-1", "attribute 'Colour'", place, 3), new Loss("HLR-2", "attribute 'Colour'", new SourcePlace("set.csv", 9))], Ink.Bare);
        Assert.Equal(
            """
            reqs/x.md:3: error TRC-206: LLR-1 is broken by TRC-206
            reqs/x.md:3: warning TRC-303: HLR-1 is broken by TRC-303
            set.csv:4: lost: HLR-1: attribute 'Colour' (4 times, first here)
            set: level B, 1 system item, 2 HLRs, 2 LLRs, 1 code symbol, 1 test case, 1 result, 1 review: 1 error, 1 warning

            """.ReplaceLineEndings("\n"), text);
    }

    private static string Join(ItemState state) => string.Join(";", state.Links);

    private static string Words(string text) => string.Join(' ', text.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private static List<TraceItem> With(string id, string text) =>
        [.. Items.Whole().Select(i => i.Id == id ? Items.Make(i.Tier, id, [.. i.Links.Select(l => l.Target)], text, i.Component) : i)];
}
