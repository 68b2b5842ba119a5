using System.Text;
using System.Xml.Linq;
using Certify.Facts;

namespace Certify.Testing.Tests;

public class JUnitXmlTests
{
    private static readonly TestResult s_passed = new(
        "M:N.T.Passes", TestSide.Host, Verdict.Passed, 3, 30, 9, [new LabelCount("low", 2)], null, null, null, null, "00", "11");

    [Fact]
    public void Counts_failures_and_errors_apart()
    {
        XElement root = Parse([s_passed, s_passed with { Verdict = Verdict.Hang }, s_passed with { Verdict = Verdict.Error }]);
        Assert.Equal(("3", "1", "1"), ((string?)root.Attribute("tests"), (string?)root.Attribute("failures"), (string?)root.Attribute("errors")));
    }

    [Fact]
    public void Failure_carries_message_smallest_case_and_replay_line()
    {
        XElement failure = Parse([s_passed with { Verdict = Verdict.Failed, Message = "m < 1", Shrunk = "s", Replay = "r" }])
            .Descendants("failure").Single();
        Assert.Equal("m < 1", (string?)failure.Attribute("message"));
        Assert.Equal("s\nreplay: r", failure.Value);
    }

    [Fact]
    public void Control_characters_do_not_break_the_file()
    {
        XElement root = Parse([s_passed with { Verdict = Verdict.Panic, Message = "a\0b\u001bc\ud800", Panic = "\ud83d\ude00" }]);
        Assert.Equal("a?b?c?", (string?)root.Descendants("failure").Single().Attribute("message"));
        Assert.Contains("\ud83d\ude00", root.Descendants("failure").Single().Value);
    }

    [Fact]
    public void Suites_are_named_by_side_and_cases_sorted_by_id()
    {
        XElement root = Parse([s_passed with { Test = "M:N.T.B" }, s_passed with { Test = "M:N.T.A" }, s_passed with { Side = TestSide.Target }]);
        Assert.Equal(["host", "target"], root.Elements().Select(e => (string?)e.Attribute("name")));
        Assert.Equal(["A", "B", "Passes"], root.Descendants("testcase").Select(e => (string?)e.Attribute("name")));
    }

    private static XElement Parse(TestResult[] results)
    {
        byte[] bytes = JUnitXml.Write(results);
        Assert.Equal(bytes, JUnitXml.Write(results));
        return XDocument.Parse(Encoding.UTF8.GetString(bytes)).Root!;
    }
}
