using Certify.Trace.Model;
using Certify.Trace.Reports.Web;
using Xunit.Abstractions;

namespace Certify.Trace.Tests.Web;

[CollectionDefinition("browser")]
public sealed class BrowserCollection : ICollectionFixture<Browser>;

/// <summary>The page as a browser shows it: what each view says, and where clicks and keys lead.</summary>
[Collection("browser")]
public class SiteViewTests(Browser browser, ITestOutputHelper output)
{
    private const string RowsInDocument = "document.querySelectorAll('.space .row').length";

    // @verifies CFY-HLR-040, CFY-LLR-395
    [BrowserFact]
    public async Task Opens_from_a_file_without_error_or_request()
    {
        await using var page = await browser.Open(SitePages.Large);
        output.WriteLine($"10,000 items: {SitePages.Large.Length:N0} bytes, first view after {page.LoadMs:F0} ms");
        foreach (var view in SitePages.Views) await page.Go(view);
        Assert.Empty(page.Errors);
        Assert.Single(page.Requests);
        Assert.StartsWith("file:///", page.Requests.Single(), StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-398
    [BrowserFact]
    public async Task Overview_counts_tiers_coverage_and_rules()
    {
        await using var page = await browser.Open(SitePages.Small);
        var text = await page.Seen("main");
        Assert.Contains("Flight monitor", text, StringComparison.Ordinal);
        Assert.Contains("TRC-204", text, StringComparison.Ordinal);
        // 50 groups of 20: 300 LLRs, of which those without code are uncovered.
        var llr = await page.Text("Array.from(document.querySelectorAll('tbody tr')).find(r => r.cells[0].textContent === 'LLR').innerText");
        Assert.Contains("\t5\t", llr, StringComparison.Ordinal);
        await page.Value("Array.from(document.querySelectorAll('tbody tr')).find(r => r.cells[0].textContent === 'LLR').cells[4].querySelector('a').click()");
        await page.Settle();
        Assert.Contains("5 of 1,000 items", await page.Seen("main"), StringComparison.Ordinal);
        Assert.Equal("#/items?tier=LLR&level=A&coverage=uncovered", await page.Text("location.hash"));
    }

    // @verifies CFY-LLR-398
    [BrowserFact]
    public async Task Search_by_keys_finds_opens_and_comes_back()
    {
        await using var page = await browser.Open(SitePages.Small);
        await page.Type("/");
        await page.Type("llr-7-3");
        Assert.Equal("LLR-7-3", await page.Text("document.querySelector('.space a').textContent"));
        Assert.Equal("llr-7-3", await page.Text("document.querySelector('.space mark').textContent.toLowerCase()"));
        await page.Press("ArrowDown");
        await page.Press("Enter");
        Assert.Equal("#/item/LLR-7-3", await page.Text("location.hash"));
        Assert.Contains("Compare the gear", await page.Seen("h1"), StringComparison.Ordinal);
        await page.Value("history.back()");
        await page.Until("location.hash === '#/items?q=llr-7-3' && document.getElementById('search').value === 'llr-7-3'");
        await page.Value("history.back()");
        await page.Until("document.querySelector('.view-overview')");
    }

    // @verifies CFY-LLR-398
    [BrowserTheory]
    [InlineData("#/items?q=gear+%22step+3%22", "5 of 1,000 items", "LLR-7-3")]
    [InlineData("#/items?q=part12&tier=LLR", "12 of 1,000 items", "LLR-12-0")]
    [InlineData("#/items?component=Part12&tier=HLR", "6 of 1,000 items", "HLR-12-0")]
    [InlineData("#/items?finding=TRC-402", "3 of 1,000 items", "RES-12-1")]
    [InlineData("#/items?coverage=derived", "5 of 1,000 items", "HLR-9-2")]
    [InlineData("#/items?coverage=no+code&sort=title", "5 of 1,000 items", "LLR-7-3")]
    [InlineData("#/items?method=test&q=quickly", "10 of 1,000 items", "HLR-0-1")]
    public async Task An_address_gives_its_search_and_filters(string hash, string count, string first)
    {
        await using var page = await browser.Open(SitePages.Small, hash);
        Assert.Contains(count, await page.Seen("main"), StringComparison.Ordinal);
        Assert.Equal(first, await page.Text("document.querySelector('.space a').textContent"));
    }

    // @verifies CFY-LLR-398
    [BrowserFact]
    public async Task An_item_shows_its_thread_in_both_directions_with_breaks()
    {
        await using var page = await browser.Open(SitePages.Small, "#/item/HLR-12-0");
        var text = await page.Seen("main");
        foreach (var part in (string[])["SYS-12", "SYS-11", "LLR-12-0", "Unit12.Step0", "TC-12-0", "RES-12-0", "passed", "REV-12 by R. Reader on 2025-03-01", "requirements/Part12.md:66", "The limits come from the load analysis.", "approved"])
            Assert.Contains(part, text, StringComparison.Ordinal);
        Assert.Matches("SHA-256\\s+[0-9a-f]{64}", text);

        await page.Go("#/item/LLR-7-3");
        Assert.Contains("break: no code", await page.Seen("main"), StringComparison.Ordinal);
        Assert.Contains("Remedy: Tag the code", await page.Seen(".found"), StringComparison.Ordinal);
        await page.Go("#/item/HLR-10-0");
        Assert.Contains("break: satisfies NO-10, which does not exist", await page.Seen("main"), StringComparison.Ordinal);
        await page.Go("#/item/TC-12-1");
        Assert.Contains("break: no result that passed", await page.Seen("main"), StringComparison.Ordinal);
        await page.Go("#/item/NO-10");
        Assert.Contains("It is named by", await page.Seen("main"), StringComparison.Ordinal);
        Assert.Contains("HLR-10-0", await page.Seen("main"), StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-398
    [BrowserFact]
    public async Task Requirements_come_before_symbols_and_a_member_has_the_tags_of_its_type()
    {
        var items = new[]
        {
            TraceSiteTests.Item("LLR-1", ItemTier.Llr, "The reader shall take a frame."),
            TraceSiteTests.Item("T:App.FrameReader", ItemTier.Code, "", new TraceLink(LinkRole.Implements, "LLR-1")),
            Scanned("M:App.FrameReader.Take(System.Int32)"),
            Scanned("M:App.Other.Frame"),
        };
        await using var page = await browser.Open(TraceSite.Write(items, [], TraceSiteTests.Context), "#/items?q=frame");
        Assert.Equal("LLR-1", await page.Text("document.querySelector('.space a').textContent"));
        await page.Go("#/item/M%3AApp.FrameReader.Take(System.Int32)");
        Assert.Contains("the requirements of the type around it", await page.Seen("main"), StringComparison.Ordinal);
        Assert.Contains("LLR-1", await page.Seen("main"), StringComparison.Ordinal);
        await page.Go("#/item/M%3AApp.Other.Frame");
        Assert.DoesNotContain("type around it", await page.Seen("main"), StringComparison.Ordinal);
        await page.Go("#/matrix?rows=code&columns=LLR&q=take");
        Assert.Contains("through the type around it", await page.Text("Array.from(document.querySelectorAll('.space .row')).map(r => r.innerText).join()"), StringComparison.Ordinal);
    }

    private static TraceItem Scanned(string id) => new() { Id = id, Tier = ItemTier.Code, Place = new("a.cs", 1), Origin = ItemOrigin.Scanned };

    // @verifies CFY-LLR-398 robustness
    [BrowserFact]
    public async Task Cycles_and_twins_are_named_and_end()
    {
        var items = new[]
        {
            TraceSiteTests.Item("A", ItemTier.Llr, "A shall.", new TraceLink(LinkRole.Satisfies, "B")), TraceSiteTests.Item("B", ItemTier.Llr, "B shall.", new TraceLink(LinkRole.Satisfies, "A")),
            TraceSiteTests.Item("A", ItemTier.Llr, "The second A shall.", new TraceLink(LinkRole.Satisfies, "A")),
        };
        await using var page = await browser.Open(TraceSite.Write(items, [], TraceSiteTests.Context), "#/item/A");
        Assert.Contains("back to the start of a cycle", await page.Seen("main"), StringComparison.Ordinal);
        Assert.Contains("one of several items with this id", await page.Seen("main"), StringComparison.Ordinal);
        await page.Go("#/item/A/2");
        Assert.Contains("The second A shall.", await page.Seen("main"), StringComparison.Ordinal);
        foreach (var hash in (string[])["#/graph/A?up=9&down=9", "#/graph", "#/matrix?rows=LLR&columns=LLR&through=yes", "#/item/A/3", "#/items?coverage=in+or+above+a+cycle"]) await page.Go(hash);
        Assert.Contains("3 items", await page.Seen("output"), StringComparison.Ordinal);
        Assert.Empty(page.Errors);
    }

    // @verifies CFY-LLR-398
    [BrowserFact]
    public async Task A_matrix_marks_gaps_and_turns_round()
    {
        await using var page = await browser.Open(SitePages.Small, "#/matrix?rows=LLR&columns=code");
        Assert.Contains("LLR → code: 295 of 300 linked, 5 gaps · code → LLR: 200 of 200 linked, no gap", await page.Seen("output"), StringComparison.Ordinal);
        await page.Click("output a");
        Assert.Equal(5, await page.Number(RowsInDocument));
        Assert.Equal(5, await page.Number("document.querySelectorAll('.space .row.gap').length"));
        await page.Go("#/matrix?rows=LLR&columns=code");
        await page.Click(".bar-of-filters a.button");
        Assert.StartsWith("Unit0.Step0", await page.Seen(".space .row"), StringComparison.Ordinal);
        await page.Go("#/matrix?rows=system&columns=LLR&through=yes");
        Assert.Contains("system → LLR: 50 of 50 linked", await page.Seen("output"), StringComparison.Ordinal);
        await page.Go("#/matrix?rows=HLR&columns=system&q=HLR-9-2");
        Assert.Contains("derived", await page.Seen(".space .row"), StringComparison.Ordinal);
        await page.Go("#/matrix?rows=HLR&columns=test+case&form=grid");
        Assert.InRange(await page.Number("document.querySelectorAll('.dot').length"), 10, 400);
        Assert.Equal("HLR-0-0 × TC-0-0", await page.Text("document.querySelector('.dot').title"));
    }

    // @verifies CFY-LLR-398
    [BrowserFact]
    public async Task A_graph_is_walked_by_click_and_keys()
    {
        await using var page = await browser.Open(SitePages.Small, "#/graph/LLR-7-3?up=1&down=1");
        Assert.Equal("true", await page.Text("document.querySelector('.box.centre').textContent.includes('LLR-7-3')"));
        Assert.Equal(4, await page.Number("document.querySelectorAll('.box').length"));
        Assert.Equal("hidden", await page.Text("getComputedStyle(document.querySelector('.box svg')).overflowX"));
        var before = await page.Text("document.querySelector('.picture > g').getAttribute('transform')");
        await page.Click(".buttons button");
        Assert.NotEqual(before, await page.Text("document.querySelector('.picture > g').getAttribute('transform')"));
        await page.Value("document.querySelector('.box.centre').focus()");
        await page.Press("ArrowLeft");
        Assert.Contains("HLR-", await page.Text("document.activeElement.textContent"), StringComparison.Ordinal);
        await page.Press("Enter");
        Assert.StartsWith("#/graph/HLR-", await page.Text("location.hash"), StringComparison.Ordinal);
        await page.Go("#/graph/LLR-7-3?up=1&down=1");
        await page.Click(".box:not(.centre)");
        Assert.DoesNotContain("LLR-7-3", await page.Text("location.hash"), StringComparison.Ordinal);
        await page.Go("#/graph");
        Assert.InRange(await page.Number("document.querySelectorAll('.box').length"), 100, 200);
        Assert.Contains("Part12", await page.Text("document.querySelector('.picture').textContent"), StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-398
    [BrowserFact]
    public async Task Findings_are_grouped_and_a_group_closes()
    {
        await using var page = await browser.Open(SitePages.Small, "#/findings");
        var groups = await page.Number("document.querySelectorAll('.row.group').length");
        Assert.True(groups >= 1);
        var rows = await page.Number("Number(document.querySelector('.list').getAttribute('aria-rowcount'))");
        await page.Click(".row.group");
        Assert.True(await page.Number("Number(document.querySelector('.list').getAttribute('aria-rowcount'))") < rows);
        await page.Go("#/findings?code=TRC-204");
        Assert.Contains("Remedy:", await page.Seen(".note"), StringComparison.Ordinal);
        Assert.Contains("5 of ", await page.Seen("output"), StringComparison.Ordinal);
        Assert.Equal(6, await page.Number(RowsInDocument));
    }

    // @verifies CFY-LLR-399
    [BrowserTheory]
    [InlineData(10_000)]
    [InlineData(100_000)]
    public async Task A_long_list_keeps_only_what_is_in_sight(int size)
    {
        var bytes = size == 10_000 ? SitePages.Large : SitePages.Page(size);
        await using var page = await browser.Open(bytes, "#/items");
        var search = await page.Number("(() => { const b = document.getElementById('search'), t = performance.now(); b.focus(); b.value = 'height limit'; b.dispatchEvent(new Event('input')); return performance.now() - t; })()");
        var again = await page.Number("(() => { const b = document.getElementById('search'), t = performance.now(); b.value = 'height limits'; b.dispatchEvent(new Event('input')); return performance.now() - t; })()");
        output.WriteLine($"{size:N0} items: {bytes.Length:N0} bytes, first list after {page.LoadMs:F0} ms, first search {search:F0} ms, next {again:F0} ms");
        await page.Go("#/items");
        Assert.InRange(await page.Number(RowsInDocument), 10, 60);
        await page.Value("document.querySelector('.list').focus()");
        await page.Press("End");
        Assert.Equal(size.ToString(System.Globalization.CultureInfo.InvariantCulture), await page.Text("document.querySelector('.row.at').getAttribute('aria-rowindex')"));
        Assert.InRange(await page.Number(RowsInDocument), 10, 60);
        var sight = await page.Value("(() => { const r = document.querySelector('.row.at').getBoundingClientRect(), l = document.querySelector('.list').getBoundingClientRect(); return [r.top - l.top, l.bottom - r.bottom]; })()");
        Assert.All(sight.EnumerateArray(), side => Assert.True(side.GetDouble() > -2, side.ToString()));
        await page.Press("ArrowUp");
        await page.Press("Enter");
        Assert.StartsWith("#/item/REV-", await page.Text("location.hash"), StringComparison.Ordinal);
        await page.Value("history.back()");
        await page.Until("document.querySelector('.row.at')");
        Assert.Equal((size - 1).ToString(System.Globalization.CultureInfo.InvariantCulture), await page.Text("document.querySelector('.row.at').getAttribute('aria-rowindex')"));
        Assert.Empty(page.Errors);
    }
}
