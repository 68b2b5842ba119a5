using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Certify.Facts;
using Certify.Projects.Reporting;
using NJsonSchema;

namespace Certify.Projects.Tests;

/// <summary>The SARIF log against the schema of SARIF 2.1.0, and against rules of the format that the schema does not state.</summary>
public class SarifSchemaTests
{
    private static readonly Lazy<Task<JsonSchema>> s_schema = new(() => JsonSchema.FromJsonAsync(SchemaText()));

    // NJsonSchema reads draft 4, in which "definitions" has the same meaning as "$defs" of later drafts.
    internal static string SchemaText() => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "sarif-2.1.0.json"))
        .Replace("#/$defs/", "#/definitions/", StringComparison.Ordinal).Replace("\"$defs\"", "\"definitions\"", StringComparison.Ordinal);

    // @verifies CFY-LLR-280
    [Fact]
    public async Task Log_is_valid_by_the_schema()
    {
        var schema = await s_schema.Value;
        foreach (var facts in new[] { SampleAnalysis.Facts, SampleAnalysis.Facts with { Rules = [], Findings = [], Deviations = [] } })
        {
            Assert.Empty(schema.Validate(Encoding.UTF8.GetString(SarifWriter.Write(facts))).Select(e => e.ToString()));
            Assert.Empty(schema.Validate(Encoding.UTF8.GetString(SarifWriter.Write(facts, new Uri("https://rules.test/pages/"), ["it does not compile"]))).Select(e => e.ToString()));
        }
    }

    /// <summary>A validation that lets everything pass would show nothing.</summary>
    [Theory]
    [InlineData("version", "2.0.0")]
    [InlineData("runs", null)]
    [InlineData("runs/0/tool/driver/name", null)]
    [InlineData("runs/0/results/0/kind", "maybe")]
    [InlineData("runs/0/results/0/level", "fatal")]
    [InlineData("runs/0/results/0/message", "text")]
    [InlineData("runs/0/results/0/locations/0/physicalLocation/region/startLine", 0)]
    [InlineData("runs/0/results/2/suppressions/0/kind", "quiet")]
    [InlineData("runs/0/invocations/0/executionSuccessful", null)]
    [InlineData("runs/0/surprise", "x")]
    public async Task Schema_rejects_a_log_with_a_fault(string path, object? value)
    {
        var log = JsonNode.Parse(SarifWriter.Write(SampleAnalysis.Facts))!;
        var parts = path.Split('/');
        var parent = parts[..^1].Aggregate(log, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!);
        if (value is null) parent.AsObject().Remove(parts[^1]);
        else parent[parts[^1]] = JsonValue.Create(value);
        Assert.NotEmpty((await s_schema.Value).Validate(log.ToJsonString()));
    }

    [Fact]
    public void Result_holds_what_the_format_demands_beyond_the_schema()
    {
        using var json = JsonDocument.Parse(SarifWriter.Write(SampleAnalysis.Facts));
        var run = json.RootElement.GetProperty("runs")[0];
        var bases = run.GetProperty("originalUriBaseIds");
        var fingerprints = new HashSet<string>(StringComparer.Ordinal);
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            // Section 3.27.10: a result that is no failure has the level "none".
            var failed = result.GetProperty("kind").GetString() == "fail";
            Assert.Equal(!failed, result.GetProperty("level").GetString() == "none");
            Assert.Equal(result.GetProperty("ruleId").GetString(), run.GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.True(fingerprints.Add(result.GetProperty("partialFingerprints").GetProperty("certifyFinding/v1").GetString()!), "two results share a fingerprint");
            foreach (var location in result.GetProperty("locations").EnumerateArray())
            {
                var physical = location.GetProperty("physicalLocation");
                var file = physical.GetProperty("artifactLocation");
                Assert.True(bases.TryGetProperty(file.GetProperty("uriBaseId").GetString()!, out _));
                Assert.Equal(run.GetProperty("artifacts")[file.GetProperty("index").GetInt32()].GetProperty("location").GetProperty("uri").GetString(), file.GetProperty("uri").GetString());
                Assert.True(physical.GetProperty("region").GetProperty("startLine").GetInt32() >= 1);
            }
        }
    }
}
