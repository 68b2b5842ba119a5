using Certify.Trace.Formats.Results;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.Results;

public sealed class TrxTests
{
    private static string Run(string results, string definitions = "", string summary = "<ResultSummary outcome=\"Completed\"><Counters total=\"1\"/></ResultSummary>") =>
        $"<?xml version=\"1.0\"?><TestRun xmlns=\"http://microsoft.com/schemas/VisualStudio/TeamTest/2010\"><Results>{results}</Results><TestDefinitions>{definitions}</TestDefinitions>\n{summary}</TestRun>";

    private static ReadOutcome Read(string text) => new TrxReader().Read([InputFile.FromText("r.trx", text)], ReadOptions.Default);

    private static string Codes(ReadOutcome read) => string.Join(' ', read.Findings.Select(f => $"{f.Code}:{f.Place.Line}"));

    // @verifies CFY-LLR-363
    [Fact]
    public void Reads_runs_with_the_names_that_the_definitions_give()
    {
        var read = Read(Run(
            "<UnitTestResult testId=\"1\" testName=\"N.C.M(x: 1)\" outcome=\"Passed\" duration=\"00:00:01\"/><UnitTestResult testId=\"2\" testName=\"F\" outcome=\"Failed\"><Output><ErrorInfo><Message>no</Message><StackTrace>at</StackTrace></ErrorInfo></Output></UnitTestResult><UnitTestResult testId=\"3\" testName=\"N.S\" outcome=\"NotExecuted\"/>",
            "<UnitTest id=\"1\" name=\"x\"><Properties><Property><Key>Requirement</Key><Value>R-1</Value></Property></Properties><TestMethod className=\"N.C, Assembly\" name=\"M\"/></UnitTest><UnitTest id=\"2\"><TestMethod className=\"N.C\" name=\"F\"/></UnitTest>"));
        Assert.Empty(read.Findings);
        Assert.Equal(["N.C.M", "N.C.M(x: 1) @ r.trx", "F @ r.trx", "N.S @ r.trx"], read.Items.Select(i => i.Id));
        Assert.Equal(["N.C.M", "N.C.F", "N.S"], read.Items.SelectMany(i => i.Targets(LinkRole.ResultOf)));
        Assert.Equal(["passed", "failed", "skipped"], read.Items.Where(i => i.Outcome is not null).Select(i => i.Outcome!.Verdict));
        Assert.Equal(["R-1"], read.Items[0].Targets(LinkRole.Verifies));
        Assert.Equal(("no", "at"), (read.Items[2].Attribute("message"), read.Items[2].Attribute("details")));
    }

    // @verifies CFY-LLR-363 robustness
    [Fact]
    public void Runs_that_ended_early_are_findings()
    {
        const string One = "<UnitTestResult testId=\"1\" testName=\"a\" outcome=\"Passed\"/>";
        Assert.Equal("", Codes(Read(Run(One))));
        Assert.Equal("TRC-016:0 TRC-016:2", Codes(Read(Run(""))));
        Assert.Equal("TRC-016:2", Codes(Read(Run(One, summary: "<ResultSummary outcome=\"Aborted\"/>"))));
        Assert.Equal("TRC-016:2", Codes(Read(Run(One, summary: "<ResultSummary outcome=\"Completed\"><Counters total=\"2\"/></ResultSummary>"))));
        var cut = Read(Run(One + One)[..^40]);
        Assert.Equal(2, cut.Items.Count);
        Assert.Single(cut.Findings);
    }

    // @verifies CFY-LLR-363
    [Fact]
    public void Is_recognised_by_its_root()
    {
        Assert.Equal("trx", FormatList.ReaderOf("r.trx", System.Text.Encoding.UTF8.GetBytes(Run("")))?.Name);
        Assert.Equal("junit", FormatList.ReaderOf("r.xml", "<?xml version='1.0'?>\n<testsuites>"u8)?.Name);
        Assert.Null(FormatList.ReaderOf("r.xml", "<project/>"u8));
    }
}
