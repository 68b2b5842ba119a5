using System.Text;
using System.Text.RegularExpressions;
using Certify.Documents.Analysis;
using Certify.Facts;

namespace Certify.Documents.Tests;

public class AnalysisReportTests
{
    private static readonly (string, string)[] s_rulePages = [("CFY0101", "<h1>CFY0101</h1>\n<p>No heap.</p>\n")];

    private static Dictionary<string, string> Html(DocumentInputs inputs) => AnalysisReport
        .Html(inputs.Analysis!, inputs.Compliance!, s_rulePages).ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Bytes), StringComparer.Ordinal);

    private static Dictionary<string, string> Markdown(DocumentInputs inputs) => AnalysisReport
        .Markdown(inputs.Analysis!, inputs.Compliance!).ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Bytes), StringComparer.Ordinal);

    // @verifies CFY-HLR-023, CFY-LLR-282
    [Fact]
    public void Summary_gives_each_rule_its_level_and_the_reason()
    {
        var text = Markdown(Samples.Good())["compliance-summary.md"];
        Assert.Contains("| CFY0101 | No heap objects | mandatory | source | compliant | nothing found |", text, StringComparison.Ordinal);
        Assert.Contains("| CFY0401 | No direct recursion | required | source | deviations | 1 finding under a deviation record |", text, StringComparison.Ordinal);
        Assert.Contains("| CFY0901 | The deepest stack fits | mandatory | image | not decided here | the analysis of the linked image decides it |", text, StringComparison.Ordinal);
        Assert.Contains("| all | 1 | 1 | 1 | 1 | 0 | 4 |", text, StringComparison.Ordinal);
        Assert.Contains("| `src/Monitor.cs` | CFY0401 | index | 40 (2 times) |", text, StringComparison.Ordinal);
    }

    // @verifies CFY-HLR-023, CFY-LLR-283
    [Fact]
    public void Deviations_report_says_what_each_record_covers_and_whether_it_holds()
    {
        var text = Markdown(Samples.Good())["deviations.md"];
        Assert.Contains("| DEV-001<br>`deviations/DEV-001.md` | CFY0401 | **The walk is bounded**<br>The tree has `4` levels. | `src/Monitor.cs Walk` | N. Author | 2027-12-31 | 1 | in use |", text, StringComparison.Ordinal);
        Assert.Contains("| covers nothing |", text, StringComparison.Ordinal);
        Assert.Contains("| DEV-001 | CFY0401 | `src/Monitor.cs:30:5` |", text, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-284
    [Fact]
    public void Integrity_report_names_compilations_suppressions_digests_and_limits()
    {
        var text = Markdown(Samples.Bad())["analysis-integrity.md"];
        Assert.Contains("| target | the build's own | application | 1 | yes | same sources | CERTIFY\\_TARGET |", text, StringComparison.Ordinal);
        Assert.Contains("| CFY0101 | `src/Monitor.cs:12:9` |", text, StringComparison.Ordinal);
        Assert.Contains($"| `src/Monitor.cs` | host, target | `{Samples.Digest('5')}` |", text, StringComparison.Ordinal);
        Assert.Contains("| CFY0401 | No direct recursion | Calls through:<br>\u2022 function pointers,<br>\u2022 the hardware. |", text, StringComparison.Ordinal);
        Assert.Contains("| CFY0901 | The deepest stack fits | no page |", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Failure_of_the_analysis_stands_on_every_report_that_it_concerns()
    {
        var good = Samples.Good();
        var failed = good with { Compliance = good.Compliance! with { Failures = ["host compilation: it does not compile"] } };
        Assert.Contains("> **Note:** The analysis does not count: host compilation", Markdown(failed)["compliance-summary.md"], StringComparison.Ordinal);
        Assert.Contains("> **Note:** The analysis does not count: host compilation", Markdown(failed)["analysis-integrity.md"], StringComparison.Ordinal);
        Assert.All(Html(failed).Values, page => Assert.Contains("FAILED", page, StringComparison.Ordinal));
        Assert.All(Html(good).Values, page => Assert.DoesNotContain("FAILED", page, StringComparison.Ordinal));
    }

    // @verifies CFY-LLR-285
    [Fact]
    public void Pages_link_rules_to_their_texts_and_load_nothing_from_elsewhere()
    {
        var pages = Html(Samples.Good());
        Assert.Equal(["deviations.html", "findings.html", "index.html", "integrity.html", "rules.html"], pages.Keys);
        Assert.Contains("<a class=\"nb\" href=\"rules.html#CFY0101\">CFY0101</a>", pages["index.html"], StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"rules.html#CFY0401\"", pages["index.html"], StringComparison.Ordinal);
        Assert.Contains("id=\"CFY0101\"", pages["rules.html"], StringComparison.Ordinal);
        foreach (var page in pages.Values)
        {
            foreach (Match match in Regex.Matches(page, "(?:href|src)=\"([^\"]*)\"")) Assert.Matches("^(?:[a-z]+\\.html)?(?:#[A-Za-z0-9=%_-]+)?$", match.Groups[1].Value);
            Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        }
    }

    // @verifies CFY-LLR-285
    [Fact]
    public void Text_of_facts_never_becomes_markup()
    {
        foreach (var (path, html) in Html(Nasty.Create()))
        {
            Assert.Single(Regex.Matches(html, "<script", RegexOptions.IgnoreCase));
            Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch("[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]", html);
            var body = html[html.IndexOf("<body>", StringComparison.Ordinal)..html.IndexOf("<script>", StringComparison.Ordinal)] + "</body>";
            var exception = Record.Exception(() => System.Xml.Linq.XDocument.Parse(body.Replace("<br>", "<br/>", StringComparison.Ordinal)));
            Assert.True(exception is null, $"{path}: {exception?.Message}");
        }

        foreach (var (path, text) in Markdown(Nasty.Create()))
        {
            Assert.DoesNotContain(text.Replace("<br>", "", StringComparison.Ordinal).Replace("\\<", "", StringComparison.Ordinal).Split('\n'), line => !line.Contains('`', StringComparison.Ordinal) && line.Contains('<', StringComparison.Ordinal));
            foreach (var line in text.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)))
                Assert.True(Regex.Replace(line, @"\\.", "").Count(c => c == '|') is >= 4 and <= 9, $"{path}: {line}");
        }
    }

    [Fact]
    public void Equal_facts_give_equal_bytes()
    {
        Assert.Equal(Html(Samples.Bad()), Html(Samples.Bad()));
        Assert.Equal(Markdown(Samples.Bad()), Markdown(Samples.Bad()));
    }
}
