using System.Text.Json;
using Certify.Facts;
using Certify.Projects.Reporting;

namespace Certify.Projects.Tests;

public class SarifWriterTests
{
    private static readonly AnalysisFacts s_facts = new(
        new FactHeader(AnalysisFacts.Schema, "0.1.0", "certify check app", "abc", false, [new FileDigest("a b/C.cs", new string('0', 64))]),
        "compiler", "0.1.0",
        [new AnalysedCompilation("host", "application", "", [], [new FileDigest("a b/C.cs", new string('0', 64))], true, PdbMatch.Same)],
        [new RuleFact("CFY1001", "Objects are not created on a heap", "Memory", "mandatory", "source", ["application"], 0, 0, 0, 0), new RuleFact("CFY1101", "goto is not used", "ControlFlow", "mandatory", "source", ["application"], 2, 1, 1, 1)],
        [
            new RuleFinding("CFY1101", "'goto x' jumps <here> & there.", new SourcePlace("a b/C.cs", 3, 5)),
            new RuleFinding("CFY1101", "again", new SourcePlace("a b/C.cs", 4, 1), Suppressed: true),
            new RuleFinding("CFY1101", "suggested", new SourcePlace("a b/C.cs", 5, 1), FindingVerdict.Advisory),
            new RuleFinding("CFY1101", "deviated", new SourcePlace("a b/C.cs", 6, 1), FindingVerdict.Deviated, "DEV-001"),
            new RuleFinding("CFY1101", "checked", new SourcePlace("a b/C.cs", 7, 1), FindingVerdict.CheckedAtRunTime, Check: "overflow"),
        ],
        [new DeviationFact("DEV-001", "A jump", "CFY1101", "a b/C.cs", "Because.", "A. Person", "2027-01-01", new string('0', 64), "deviations.md", 1, DeviationStatus.InUse)]);

    [Fact]
    public void Has_what_the_schema_requires()
    {
        using var json = JsonDocument.Parse(SarifWriter.Write(s_facts));
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        Assert.EndsWith("sarif-schema-2.1.0.json", json.RootElement.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        var run = Assert.Single(json.RootElement.GetProperty("runs").EnumerateArray());
        Assert.Equal("Certify.Analyzers", run.GetProperty("tool").GetProperty("driver").GetProperty("name").GetString());
        Assert.True(run.GetProperty("invocations")[0].GetProperty("executionSuccessful").GetBoolean());
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
            Assert.Equal(result.GetProperty("ruleId").GetString(), rule.GetProperty("id").GetString());
            var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
            Assert.Equal("a%20b/C.cs", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
            Assert.True(place.GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
        }
    }

    [Fact]
    public void Marks_a_suppression_as_rejected()
    {
        using var json = JsonDocument.Parse(SarifWriter.Write(s_facts));
        var results = json.RootElement.GetProperty("runs")[0].GetProperty("results");
        Assert.Equal(0, results[0].GetProperty("suppressions").GetArrayLength());
        Assert.Equal("rejected", results[1].GetProperty("suppressions")[0].GetProperty("status").GetString());
    }

    [Fact]
    public void Only_violations_are_unsuppressed_errors()
    {
        using var json = JsonDocument.Parse(SarifWriter.Write(s_facts));
        var results = json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToList();
        Assert.Equal(["error", "error", "note", "error", "none"], results.Select(result => result.GetProperty("level").GetString()));
        var deviated = results[3].GetProperty("suppressions")[0];
        Assert.Equal(("accepted", "DEV-001 A jump: Because. Approved by A. Person, valid to 2027-01-01."), (deviated.GetProperty("status").GetString(), deviated.GetProperty("justification").GetString()));
        Assert.Equal("informational", results[4].GetProperty("kind").GetString());
    }

    [Fact]
    public void Rules_carry_their_page_and_an_absolute_link_where_there_is_one()
    {
        using var plain = JsonDocument.Parse(SarifWriter.Write(s_facts));
        using var linked = JsonDocument.Parse(SarifWriter.Write(s_facts, new Uri("https://rules.test/pages/")));
        var rule = plain.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules")[1];
        Assert.StartsWith("# CFY1101", rule.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
        Assert.False(rule.TryGetProperty("helpUri", out _));
        var link = linked.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules")[1].GetProperty("helpUri").GetString();
        Assert.Equal("https://rules.test/pages/CFY1101.md", link);
    }

    [Fact]
    public void Equal_facts_give_equal_bytes() => Assert.Equal(SarifWriter.Write(s_facts), SarifWriter.Write(s_facts));
}
