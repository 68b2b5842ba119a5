using System.Text.Json;
using Certify.Facts;
using Certify.Projects.Reporting;

namespace Certify.Projects.Tests;

public class SarifWriterTests
{
    private static readonly AnalysisFacts s_facts = new(
        new FactHeader(AnalysisFacts.Schema, "0.1.0", "certify check app", "abc", false, [new FileDigest("a b/C.cs", new string('0', 64))]),
        "compiler", "0.1.0",
        [new AnalysedCompilation("host", [], [new FileDigest("a b/C.cs", new string('0', 64))])],
        [new RuleFact("CFY1001", "Objects are not created on a heap", "Memory", "mandatory", 0), new RuleFact("CFY1101", "goto is not used", "ControlFlow", "mandatory", 2)],
        [
            new RuleFinding("CFY1101", "'goto x' jumps <here> & there.", new SourcePlace("a b/C.cs", 3, 5), false),
            new RuleFinding("CFY1101", "again", new SourcePlace("a b/C.cs", 4, 1), true),
        ]);

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
