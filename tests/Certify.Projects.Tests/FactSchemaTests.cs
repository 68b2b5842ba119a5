using System.Text;
using System.Text.Json.Nodes;
using Certify.Facts;
using NJsonSchema;

namespace Certify.Projects.Tests;

/// <summary>The schemas of the fact files against the types and against what is written.</summary>
public class FactSchemaTests
{
    // @verifies CFY-LLR-288
    [Fact]
    public void Every_fact_file_has_a_schema()
    {
        var types = typeof(FactHeader).Assembly.GetTypes().Where(type => type.GetField("Schema") is { IsLiteral: true }).ToList();
        Assert.Equal(types.OrderBy(type => type.Name, StringComparer.Ordinal), FactSchema.All.Select(kind => kind.Type).OrderBy(type => type.Name, StringComparer.Ordinal));
        Assert.All(FactSchema.All, kind => Assert.Equal(kind.Type.GetField("Schema")!.GetRawConstantValue(), kind.Schema));
        Assert.All(FactSchema.All, kind => Assert.Equal(kind.Name, kind.Schema.Split('/')[1]));
        Assert.All(FactSchema.All, kind => Assert.EndsWith("}\n", FactSchema.Of(kind.Name), StringComparison.Ordinal));
        Assert.Null(FactSchema.Of("nothing"));
    }

    // @verifies CFY-LLR-288
    [Fact]
    public async Task What_is_written_is_valid()
    {
        var schema = await JsonSchema.FromJsonAsync(FactSchema.Of("analysis")!);
        Assert.Empty(schema.Validate(Encoding.UTF8.GetString(FactJson.Write(SampleAnalysis.Facts))).Select(error => error.ToString()));
    }

    /// <summary>A validation that lets everything pass would show nothing.</summary>
    [Theory]
    [InlineData("header", null)]
    [InlineData("header/schema", "certify/trace/1")]
    [InlineData("header/dirty", "no")]
    [InlineData("findings/0/verdict", "maybe")]
    [InlineData("findings/0/place", "a.cs:3")]
    [InlineData("findings/0/place/line", "3")]
    [InlineData("findings/0/surprise", 1)]
    [InlineData("rules", null)]
    public async Task A_fault_is_not_valid(string path, object? value)
    {
        var facts = JsonNode.Parse(FactJson.Write(SampleAnalysis.Facts))!;
        var parts = path.Split('/');
        var parent = parts[..^1].Aggregate(facts, (node, part) => int.TryParse(part, out var index) ? node[index]! : node[part]!);
        if (value is null) parent.AsObject().Remove(parts[^1]);
        else parent[parts[^1]] = JsonValue.Create(value);
        var schema = await JsonSchema.FromJsonAsync(FactSchema.Of("analysis")!);
        Assert.NotEmpty(schema.Validate(facts.ToJsonString()));
    }
}
