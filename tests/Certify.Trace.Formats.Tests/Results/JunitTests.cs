using Certify.Trace.Formats.Results;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.Results;

public sealed class JunitTests
{
    private static ReadOutcome Read(string text) => new JunitReader().Read([InputFile.FromText("r.xml", text)], ReadOptions.Default);

    private static string Show(ReadOutcome read) => string.Join(" | ", read.Items.Select(i => i.Tier == ItemTier.Result ? $"{i.Links[0].Target}: {i.Outcome!.Verdict}" : $"{i.Id} verifies {string.Join(',', i.Targets(LinkRole.Verifies))}"));

    private static string Codes(ReadOutcome read) => string.Join(' ', read.Findings.Select(f => $"{f.Code}:{f.Place.Line}"));

    // @verifies CFY-LLR-363
    [Theory]
    [InlineData("""<testsuites tests="3"><testsuite name="S" tests="3"><testcase name="A" classname="S" status="run" result="completed" requirement="R-1, R-2"/><testcase name="B" classname="S" status="notrun" result="suppressed"/><testcase name="C" classname="S"><failure message="no" type=""><![CDATA[x]]></failure></testcase></testsuite></testsuites>""",
        "S.A verifies R-1,R-2 | S.A: passed | S.B: skipped | S.C: failed")]
    [InlineData("""<testsuites><testsuite name="pytest" tests="2"><testcase classname="t.m" name="f[1-2]" time="0.1"><properties><property name="requirement" value="R-1"/></properties></testcase><testcase classname="t.m" name="g"><error message="setup"/><system-out>x</system-out></testcase></testsuite></testsuites>""",
        "t.m.f[1-2] verifies R-1 | t.m.f[1-2]: passed | t.m.g: error")]
    [InlineData("""<testsuite name="x.YTest" tests="3"><properties><property name="java" value="1"/></properties><testcase name="a" classname="x.YTest"><skipped/></testcase><testcase name="b" classname="x.YTest"><flakyFailure message="m"/></testcase><testcase name="c" classname="x.YTest"><rerunFailure/></testcase></testsuite>""",
        "x.YTest.a: skipped | x.YTest.b: passed | x.YTest.c: failed")]
    [InlineData("""<testsuite name="ctest" tests="2"><testcase name="t1" classname="t1" status="run"/><testcase name="t2" classname="t2" status="fail"><failure message="Failed"/></testcase></testsuite>""",
        "t1: passed | t2: failed")]
    [InlineData("""<testsuites><testsuite name="a.dll"><testcase classname="N.C" name="M(x: 1)"/><testcase classname="N.C" name="M(x: 1)"/></testsuite></testsuites>""",
        "N.C.M(x: 1): passed | N.C.M(x: 1): passed")]
    public void Reads_the_dialects(string text, string expected)
    {
        var read = Read(text);
        Assert.Empty(read.Findings);
        Assert.Equal(expected, Show(read));
        Assert.Equal(read.Items.Count, read.Items.Select(i => i.Id).Distinct().Count());
    }

    // @verifies CFY-LLR-363 robustness
    [Theory]
    [InlineData("<testsuites/>", "TRC-016:0")]
    [InlineData("<testsuite name='x' tests='0'></testsuite>", "TRC-016:0")]
    [InlineData("<testsuite name='x' tests='2'>\n<testcase name='a'/></testsuite>", "TRC-016:1")]
    [InlineData("<testsuite name='x'>\n<testcase name=''/></testsuite>", "TRC-016:0 TRC-018:2")]
    [InlineData("<testsuite name='x'><testcase name='a'/>\n<error/></testsuite>", "TRC-016:2")]
    [InlineData("<testsuite name='x'><testcase name='a'/>\n", "TRC-016:2")]
    [InlineData("", "TRC-016:0 TRC-016:0")]
    [InlineData("<!DOCTYPE testsuite [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><testsuite><testcase name='&a;'/></testsuite>", "TRC-016:0 TRC-016:0")]
    public void Reports_what_is_broken(string text, string expected) => Assert.Equal(expected, Codes(Read(text)));

    // @verifies CFY-LLR-363 robustness
    [Fact]
    public void Nesting_without_end_is_refused_and_long_names_are_cut_with_a_digest()
    {
        Assert.Contains(Read("<testsuite><testcase name='a'>" + string.Concat(Enumerable.Repeat("<x>", 5000))).Findings, f => f.Code == "TRC-019");
        var read = Read($"<testsuite><testcase name='{new string('a', 5000)}'/><testcase name='{new string('a', 5001)}'/><testcase name='b&#1;'/></testsuite>");
        Assert.Equal(3, read.Items.Select(i => i.Id).Distinct().Count());
        Assert.All(read.Items, i => Assert.True(i.Id.Length <= TraceItem.IdLengthMax));
    }

    // @verifies CFY-LLR-363
    [Fact]
    public void Losses_are_listed() =>
        Assert.Equal(["element 'odd'", "output of tests", "properties of suites"], Read("<testsuite><properties><property name='a' value='b'/></properties><testcase name='a'><system-out/><odd/></testcase></testsuite>").Losses.Select(l => l.What).Order(StringComparer.Ordinal));
}
