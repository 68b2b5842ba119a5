using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Certify.Coverage.Recording;
using Certify.Coverage.Reports;

namespace Certify.Coverage.Tests.Reports;

public class CoverageReportTests
{
    private const string Text = """
        public static class P
        {
            public static bool F(int a, bool b, bool c) => (a < 3 && b) || c;
            public static string G(int n)
            {
                if (n > 1000)
                    return "<never & \"nowhere\">";
                return n switch { 0 => "zero", _ => "more" };
            }
        }
        """;

    private const string Justification = """
        ## P-JUS-001 Never that large
        - class: defensive
        - obligation: Sample.cs "n > 1000" outcome true
        - obligation: Sample.cs "return "<never & \"nowhere\">";"

        The sensor <ends> at 41 & below.
        """;

    private static CoverageReportInput Input()
    {
        var program = InstrumentedProgram.Of(Text);
        var recorder = new CoverageRecorder(program.Map);
        program.Call("P", "F", 1, true, false);
        program.Call("P", "G", 0);
        recorder.Add("M:T.First", program.ReadCounters());
        program.ClearCounters();
        program.Call("P", "F", 5, true, false);
        recorder.Add("M:T.Second_test", program.ReadCounters());
        var result = Sample.Build(recorder, Justification);
        return new CoverageReportInput(
            "Sample <app>", result.Facts, result.Notes, program.Map, new Dictionary<string, string> { ["src/Sample.cs"] = Text },
            new Dictionary<string, TestLabel> { ["M:T.First"] = new("First & foremost", ["X-LLR-001", "X-LLR-002"]) });
    }

    private static string Page(IReadOnlyList<ReportFile> files, string path) =>
        Encoding.UTF8.GetString(files.Single(f => f.Path == path).Bytes);

    [Fact]
    public void Pages_are_well_formed_and_escape_what_comes_from_outside()
    {
        foreach (var file in CoverageReport.Write(Input()).Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)))
        {
            var html = Encoding.UTF8.GetString(file.Bytes);
            Assert.DoesNotContain("<never", html);
            Assert.DoesNotContain("<ends>", html);
            Assert.DoesNotContain("<app>", html);
            Assert.DoesNotContain('\r', html);
            var body = Regex.Replace(html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal), "<(meta|link|br)([^>]*)>", "<$1$2/>").Replace(" open>", " open=\"open\">", StringComparison.Ordinal);
            using var reader = XmlReader.Create(new StringReader(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            while (reader.Read()) { }
        }
    }

    [Fact]
    public void Pages_load_nothing_from_elsewhere()
    {
        foreach (var file in CoverageReport.Write(Input()))
        {
            Assert.DoesNotMatch("(https?:)?//[a-z]|@import|<script|url\\(", Regex.Replace(Encoding.UTF8.GetString(file.Bytes), "///?.*", ""));
        }
    }

    [Fact]
    public void Equal_facts_give_equal_bytes()
    {
        var first = CoverageReport.Write(Input());
        var second = CoverageReport.Write(Input());
        Assert.Equal(first.Select(f => f.Path), second.Select(f => f.Path));
        Assert.All(first.Zip(second), p => Assert.Equal(p.First.Bytes, p.Second.Bytes));
    }

    [Fact]
    public void Decision_shows_its_rows_with_tests_and_what_is_wanted()
    {
        var html = Page(CoverageReport.Write(Input()), "files/src/Sample.cs.html");
        Assert.Contains("First &amp; foremost</a> <span class=\"reqs\">X-LLR-001, X-LLR-002</span>", html);
        Assert.Contains("Second test</a>", html);
        Assert.Contains("not seen</td>", html);
        Assert.Contains("<td class=\"u\">-</td>", html);
        Assert.Contains("Wanted for C2: a test with <code>a &lt; 3</code> true, <code>b</code> false, <code>c</code> false; the outcome is then false and the row pairs with row", html);
        Assert.Contains("Wanted for C3", html);
        Assert.Contains("Justified by <a href=\"../../index.html#P-JUS-001\">", html);
    }

    [Fact]
    public void Index_lists_open_gaps_apart_from_justified_ones()
    {
        var html = Page(CoverageReport.Write(Input()), "index.html");
        var open = html[html.IndexOf("id=\"open\"", StringComparison.Ordinal)..html.IndexOf("id=\"justified\"", StringComparison.Ordinal)];
        Assert.Contains("condition 2 &#39;b&#39; not shown to act alone", open);
        Assert.DoesNotContain("Sample.cs:6", open);
        Assert.Contains("The sensor &lt;ends&gt; at 41 &amp; below.", html);
    }

    [Fact]
    public void Links_lead_to_pages_and_anchors_that_exist()
    {
        var files = CoverageReport.Write(Input());
        foreach (var file in files.Where(f => f.Path.EndsWith(".html", StringComparison.Ordinal)))
        {
            foreach (Match link in Regex.Matches(Encoding.UTF8.GetString(file.Bytes), "href=\"([^\"#]*)(#([^\"]*))?\""))
            {
                var target = link.Groups[1].Length == 0
                    ? file.Path : new Uri(new Uri("http://h/r/" + file.Path), link.Groups[1].Value).AbsolutePath["/r/".Length..];
                var page = files.SingleOrDefault(f => f.Path == Uri.UnescapeDataString(target));
                Assert.True(page is not null, $"{file.Path} links to {target}");
                if (link.Groups[3].Length > 0) Assert.Contains($"id=\"{link.Groups[3].Value}\"", Encoding.UTF8.GetString(page.Bytes));
            }
        }
    }

    [Fact]
    public void Lcov_keeps_the_identity_of_outcomes()
    {
        Assert.Equal("""
            TN:target
            SF:src/Sample.cs
            BRDA:3,0,0,1
            BRDA:3,0,1,1
            BRDA:6,0,0,0
            BRDA:6,0,1,1
            BRF:4
            BRH:3
            DA:3,2
            DA:6,1
            DA:7,0
            DA:8,0
            LF:4
            LH:2
            end_of_record

            """.ReplaceLineEndings("\n"), Encoding.UTF8.GetString(LcovWriter.Write(Input().Facts)));
    }
}
