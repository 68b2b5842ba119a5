using Certify.Cli.Output;
using Certify.Facts;
using Xunit;

namespace Certify.Cli.Tests;

public class CheckSummaryTests
{
    private static AnalysisFacts Facts(params RuleFinding[] findings) => new(
        new FactHeader(AnalysisFacts.Schema, "0.1.0", "certify check", "abc", false, []), "compiler", "0.1.0", [],
        [new RuleFact("CFY1101", "goto is not used", "ControlFlow", "mandatory", "source", ["application"], 0, 0, 0, 0)], findings, []);

    private static string Printed(AnalysisFacts facts, bool quiet = false)
    {
        var text = new StringWriter();
        CheckSummary.Print(facts, new StageLog(quiet, text));
        return text.ToString().ReplaceLineEndings("\n");
    }

    // @verifies CFY-LLR-286
    [Fact]
    public void Counts_each_verdict_by_rule_and_by_file()
    {
        var facts = Facts(
            new RuleFinding("CFY1101", "m", new SourcePlace("a.cs", 1)),
            new RuleFinding("CFY1101", "m", new SourcePlace("a.cs", 2), FindingVerdict.Deviated, "DEV-001"),
            new RuleFinding("CFY1204", "m", new SourcePlace("b/long name.cs", 1), FindingVerdict.CheckedAtRunTime, Check: "index"),
            new RuleFinding("CFY1204", "m", new SourcePlace("b/long name.cs", 2)),
            new RuleFinding("CFY1204", "m", new SourcePlace("b/long name.cs", 3)));
        Assert.Equal(
            """
            by rule
              rule     what holds        violations  suggestions  deviated  checked at run time
              CFY1101  goto is not used           1            0         1                    0
              CFY1204                             2            0         0                    1
            by file
              file            violations  suggestions  deviated  checked at run time
              b/long name.cs           2            0         0                    1
              a.cs                     1            0         1                    0

            """.ReplaceLineEndings("\n"),
            Printed(facts));
    }

    [Fact]
    public void Says_how_many_files_it_leaves_out()
    {
        var findings = Enumerable.Range(0, 25).Select(i => new RuleFinding("CFY1101", "m", new SourcePlace($"{i:00}.cs", 1))).ToArray();
        Assert.Contains("and 5 more files", Printed(Facts(findings)), StringComparison.Ordinal);
    }

    [Fact]
    public void Prints_nothing_when_there_is_nothing_or_scripts_read()
    {
        Assert.Equal("", Printed(Facts()));
        Assert.Equal("", Printed(Facts(new RuleFinding("CFY1101", "m", new SourcePlace("a.cs", 1))), quiet: true));
    }
}
