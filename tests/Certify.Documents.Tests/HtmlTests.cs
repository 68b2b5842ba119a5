using System.Text;
using System.Text.RegularExpressions;
using Certify.Documents.Html;

namespace Certify.Documents.Tests;

public class HtmlTests
{
    [Fact]
    public void Text_of_facts_never_becomes_markup()
    {
        foreach (var (path, html) in Pages("nasty"))
        {
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("href=\"javascript:", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch("[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]", html);
            Assert.True(html.Contains("&lt;script&gt;", StringComparison.Ordinal), path);
        }
    }

    [Theory, MemberData(nameof(OfficeFileTests.Kinds), MemberType = typeof(OfficeFileTests))]
    public void Pages_load_nothing_from_elsewhere(string kind)
    {
        foreach (var (path, html) in Pages(kind))
        {
            foreach (Match match in Regex.Matches(html, "(?:href|src)=\"([^\"]*)\""))
                Assert.Matches("^[A-Za-z0-9%._/-]+$", match.Groups[1].Value);
            Assert.DoesNotContain("@import", html, StringComparison.Ordinal);
            Assert.DoesNotContain("url(", html, StringComparison.Ordinal);
            Assert.True(html.EndsWith("</html>\n", StringComparison.Ordinal), path);
        }
    }

    [Fact]
    public void Index_links_every_document_and_every_given_part()
    {
        var files = OfficeFileTests.Files("good");
        var html = Encoding.UTF8.GetString(files.Single(f => f.Path == "index.html").Bytes);
        foreach (var (path, _) in files.Where(f => f.Path != "index.html")) Assert.Contains($"href=\"{path}\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"facts/trace.json\"", html, StringComparison.Ordinal);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_are_well_formed_xml_apart_from_the_head()
    {
        foreach (var kind in new[] { "good", "bad", "empty", "nasty" })
        {
            foreach (var (path, html) in Pages(kind))
            {
                var body = html[html.IndexOf("<body>", StringComparison.Ordinal)..html.IndexOf("</html>", StringComparison.Ordinal)];
                var exception = Record.Exception(() => System.Xml.Linq.XDocument.Parse(body.Replace("<br>", "<br/>", StringComparison.Ordinal)));
                Assert.True(exception is null, $"{path}: {exception?.Message}");
            }
        }
    }

    [Fact]
    public void Results_page_shows_smallest_case_panic_and_replay()
    {
        var html = Pages("bad").Single(p => p.Path == "results.html").Html;
        Assert.Contains("frame 0: A=0 B=0 C=10\nframe 1", html, StringComparison.Ordinal);
        Assert.Contains("Executive.Run &lt;1&gt;", html, StringComparison.Ordinal);
        Assert.Contains("certify test --target qemu --seed 42", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Todo_page_names_findings_records_and_open_reports()
    {
        var html = Pages("bad").Single(p => p.Path == "todo.html").Html;
        foreach (var text in new[] { "Rule CFY0101", "Audit TRC-004", "Objective A-7.5", "The five plans, reviewed.", "FM-HLR-003", "FM-PR-001", "FM-JUS-001" })
            Assert.Contains(text, html, StringComparison.Ordinal);
    }

    [Fact]
    public void Link_out_of_the_package_is_plain_text()
    {
        Assert.Equal("x", HtmlText.Link("../secret", "x"));
        Assert.Equal("x", HtmlText.Link("//host/file", "x"));
        Assert.Equal("<a href=\"a%3Ab/c%20d\">&lt;</a>", HtmlText.Link("a:b/c d", "<"));
    }

    private static IEnumerable<(string Path, string Html)> Pages(string kind) => OfficeFileTests.Files(kind)
        .Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)).Select(f => (f.Path, Encoding.UTF8.GetString(f.Bytes)));
}
