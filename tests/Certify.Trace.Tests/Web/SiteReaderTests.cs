using System.Text.Json;

namespace Certify.Trace.Tests.Web;

/// <summary>The page for every reader: hostile items, no script, small screens, paper, dark and light, keys and screen readers.</summary>
[Collection("browser")]
public class SiteReaderTests(Browser browser)
{
    // Elements with text of their own whose contrast with the nearest painted background is below 4.5.
    private const string PaleTexts = """
        (() => {
          const parse = c => (c.match(/[\d.]+/g) || []).map(Number);
          const light = c => { const [r, g, b] = c.map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
          const pale = [];
          for (const e of document.querySelectorAll('#app *')) {
            if (!Array.from(e.childNodes).some(n => n.nodeType === 3 && n.textContent.trim()) || !e.getClientRects().length || e instanceof SVGElement || e.closest('.removed')) continue;
            let at = e, back = [0, 0, 0, 0];
            while (at && !(back[3] === undefined || back[3] > 0)) { back = parse(getComputedStyle(at).backgroundColor); at = at.parentElement; }
            const a = light(parse(getComputedStyle(e).color).slice(0, 3)), b = light(back.slice(0, 3));
            const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            if (ratio < 4.5) pale.push(e.tagName + '.' + e.className + ' ' + ratio.toFixed(2) + ' ' + e.textContent.slice(0, 30));
          }
          return pale;
        })()
        """;

    private const string Nameless = """
        Array.from(document.querySelectorAll('a, button, input, select, [role=grid], [role=img], [role=region], nav'))
          .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim() || (e.labels && e.labels.length) || e.title))
          .map(e => e.outerHTML.slice(0, 80))
        """;

    private static IEnumerable<string?> List(JsonElement list) => list.EnumerateArray().Select(e => e.GetString());

    // @verifies CFY-LLR-398 robustness
    [BrowserFact]
    public async Task Nothing_in_an_item_becomes_markup_or_runs()
    {
        await using var page = await browser.Open(SitePages.Hostile());
        string[] views = ["#/", "#/items", "#/items?q=%3Cscript", "#/findings", "#/matrix?rows=HLR&columns=HLR", "#/matrix?rows=HLR&columns=HLR&form=grid", "#/graph", "#/graph/H1", "#/item/%3Cimg%20src%3Dx%20onerror%3D1%3E", "#/__proto__", "#/constructor/x", "#/items?sort=constructor&tier=__proto__"];
        foreach (var view in views.Concat(Enumerable.Range(0, TraceSiteTests.HostileTexts.Length).Select(k => "#/item/H" + k)))
        {
            await page.Go(view);
            Assert.Equal(0, await page.Number("document.querySelectorAll('img, iframe, object, base, #app script, #app [onmouseover], #app [onerror]').length"));
            Assert.NotEqual("owned", await page.Text("document.title"));
            Assert.Empty(List(await page.Value("Array.from(document.querySelectorAll('#app a')).map(a => a.getAttribute('href')).filter(h => !h.startsWith('#'))")));
        }
        await page.Go("#/item/H0");
        Assert.Contains("</script><script>document.title='owned'</script>", await page.Seen("main"), StringComparison.Ordinal);
        await page.Go("#/item/H6");
        Assert.Contains("nul\\u0000bell\\u0007", await page.Seen("main"), StringComparison.Ordinal);
        await page.Go("#/item/H8");
        Assert.Contains("\\u202Eturned\\u202C", await page.Seen("main"), StringComparison.Ordinal);
        Assert.Empty(page.Errors);
    }

    // @verifies CFY-LLR-395 robustness
    [BrowserFact]
    public async Task The_browser_refuses_any_other_script_style_or_source()
    {
        await using var page = await browser.Open(SitePages.Small);
        await page.Value("""
            (() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.body.append(s);
              const c = document.createElement('style'); c.textContent = 'body { display: none }'; document.head.append(c);
              const i = document.createElement('img'); i.setAttribute('onerror', 'window.ran = 2'); i.src = 'other.png'; document.body.append(i); })()
            """);
        await Task.Delay(200);
        Assert.Equal("undefined", await page.Text("typeof window.ran"));
        Assert.NotEqual("none", await page.Text("getComputedStyle(document.body).display"));
        Assert.True((await page.Value("fetch('other.json').then(() => false, () => true)")).GetBoolean());
    }

    // @verifies CFY-LLR-395
    [BrowserFact]
    public async Task Without_script_items_and_findings_are_read_as_tables()
    {
        await using var page = await browser.Open(SitePages.Small, scripts: false);
        // The protocol's own evaluation still works where the page's scripts are off.
        var text = await page.Seen("body");
        Assert.Contains("Search, threads, matrices and graph need scripts, which are off.", text, StringComparison.Ordinal);
        Assert.Contains("HLR-7-1", text, StringComparison.Ordinal);
        Assert.Contains("TRC-204", text, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-398
    [BrowserTheory]
    [InlineData(1280, false)]
    [InlineData(1024, true)]
    [InlineData(360, false)]
    [InlineData(360, true)]
    public async Task Every_view_fits_is_legible_and_names_its_controls(int width, bool dark)
    {
        await using var page = await browser.Open(SitePages.Small, width: width, height: 760, dark: dark);
        foreach (var view in SitePages.Views)
        {
            await page.Go(view);
            Assert.True(await page.Number("document.documentElement.scrollWidth - innerWidth") <= 0, $"{view} is wider than {width} pixels");
            Assert.True(await page.Number("(m => m.scrollWidth - m.clientWidth)(document.querySelector('main'))") <= 0, $"{view} scrolls sideways at {width} pixels");
            Assert.Empty(List(await page.Value("Array.from(document.querySelectorAll('th')).filter(t => t.offsetHeight > 64).map(t => t.textContent)")));
            Assert.Empty(List(await page.Value(PaleTexts)).Select(text => $"{view}: {text}"));
            Assert.Empty(List(await page.Value(Nameless)).Select(text => $"{view}: {text}"));
        }
    }

    // @verifies CFY-LLR-399
    [BrowserFact]
    public async Task On_paper_every_row_up_to_a_bound_is_there()
    {
        await using var page = await browser.Open(SitePages.Small, "#/items");
        await page.Media(false, "print");
        await page.Value("dispatchEvent(new Event('beforeprint'))");
        Assert.Equal(1000, await page.Number("document.querySelectorAll('.space .row').length"));
        Assert.True(await page.Number("document.documentElement.scrollHeight") > 1000 * 20);
        await page.Media(false, "");
        await page.Value("dispatchEvent(new Event('afterprint'))");
        await page.Settle();
        Assert.InRange(await page.Number("document.querySelectorAll('.space .row').length"), 10, 60);
    }
}
