using System.Text;
using System.Text.Json;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reports.Web;

namespace Certify.Trace.Tests.Web;

/// <summary>A page of very many findings counts all, and says of which it holds no text.</summary>
[Collection("browser")]
public class SiteManyFindingsTests(Browser browser)
{
    private const int Many = SiteIndex.WholeMax + 2_500;
    private static readonly Lazy<byte[]> s_page = new(() => Page(x => x));

    // @verifies CFY-LLR-472
    [Fact]
    public void Data_counts_every_finding_and_holds_the_text_of_the_first_of_each_rule()
    {
        var text = Encoding.UTF8.GetString(s_page.Value);
        var block = text[text.IndexOf("id=\"data\">", StringComparison.Ordinal)..];
        using var json = JsonDocument.Parse(block[(block.IndexOf('>', StringComparison.Ordinal) + 1)..block.IndexOf("</script>", StringComparison.Ordinal)]);
        var findings = json.RootElement.GetProperty("findings");
        foreach (var name in (string[])["code", "error", "item"]) Assert.Equal(Many + 2, findings.GetProperty(name).GetArrayLength());
        foreach (var name in (string[])["path", "line", "column", "message"]) Assert.Equal(SiteIndex.WholeMax + 2, findings.GetProperty(name).GetArrayLength());
        var messages = findings.GetProperty("message").EnumerateArray().Select(m => m.GetString()!).ToList();
        Assert.Contains("last of another rule", messages);
        Assert.Contains($"wrong {SiteIndex.WholeMax}", messages);
        Assert.DoesNotContain($"wrong {SiteIndex.WholeMax + 1}", messages);
        Assert.Contains($"The first {SiteFallback.RowsMax} of {Many + 2} findings.", text, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-472
    [Fact]
    public void Order_of_the_findings_decides_nothing() => Assert.Equal(s_page.Value, Page(findings => findings.Reverse()));

    // @verifies CFY-LLR-472
    [BrowserFact]
    public async Task Views_count_all_and_say_what_is_left_out()
    {
        await using var page = await browser.Open(s_page.Value);
        Assert.Contains("12,501 errors and 1 warning", await page.Seen("main"), StringComparison.Ordinal);
        await page.Go("#/findings");
        var seen = await page.Seen("main");
        Assert.Contains("Of 12,502 findings this page holds text and place of 10,002", seen, StringComparison.Ordinal);
        Assert.Contains("12,500 findings", seen, StringComparison.Ordinal);
        await page.Go("#/item/A-12400");
        seen = await page.Seen("main");
        Assert.Contains("not in this page; 'certify trace audit' prints it", seen, StringComparison.Ordinal);
        Assert.Contains("a.md:12400", seen, StringComparison.Ordinal);
        Assert.Empty(page.Errors);
        await using var small = await browser.Open(SitePages.Small);
        await small.Go("#/findings");
        Assert.DoesNotContain("holds text and place", await small.Seen("main"), StringComparison.Ordinal);
    }

    private static byte[] Page(Func<IEnumerable<AuditFinding>, IEnumerable<AuditFinding>> order)
    {
        var items = Enumerable.Range(1, Many).Select(i => new TraceItem { Id = $"A-{i}", Tier = ItemTier.Hlr, Place = new("a.md", i), Title = "T" }).ToList();
        AuditFinding[] others =
        [
            new("TRC-204", FindingSeverity.Error, "A-1", "first of another rule", new("a.md", 1)),
            new("TRC-305", FindingSeverity.Warning, $"A-{Many}", "last of another rule", new("a.md", Many)),
        ];
        var findings = items.Select(i => new AuditFinding("TRC-205", FindingSeverity.Error, i.Id, $"wrong {i.Place.Line}", i.Place)).Concat(others);
        return TraceSite.Write(items, [.. order(findings)], TraceSiteTests.Context);
    }
}
