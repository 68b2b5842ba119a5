using System.Text.Json.Nodes;
using Certify.Facts;
using Certify.Projects.Checking;
using Certify.Projects.Reporting;
using NJsonSchema;

namespace Certify.Projects.Tests;

/// <summary>Fixes in the SARIF log: taken from it and applied, they remove their findings.</summary>
public class FixFinderTests
{
    private const string Source = TinyProject.CleanSource + """

        enum Mode { Off, On }

        class Open
        {
            internal static int Pick(int x)
            {
                if (x > 0) return 1;
                return 0;
            }
        }

        class Base { }

        class Derived : Base { }
        """;

    // @verifies CFY-HLR-034, CFY-LLR-287
    [Fact]
    public async Task Fixes_of_the_log_remove_their_findings()
    {
        using var project = new TinyProject(Source);
        var request = project.Request with { WithFixes = true };
        var before = await ProjectChecker.CheckAsync(request, CancellationToken.None);
        var log = JsonNode.Parse(SarifWriter.Write(before.Facts, null, before.Failures, before.Fixes))!;
        var results = log["runs"]![0]!["results"]!.AsArray().Where(result => result!["fixes"] is not null).ToList();
        Assert.Contains(results, result => result!["ruleId"]!.GetValue<string>() == "CFY1209");
        Assert.Contains(results, result => result!["ruleId"]!.GetValue<string>() == "CFY1106");
        Assert.Contains(results, result => result!["ruleId"]!.GetValue<string>() == "CFY1401");
        var schema = await JsonSchema.FromJsonAsync(SarifSchemaTests.SchemaText());
        Assert.Empty(schema.Validate(log.ToJsonString()).Select(error => error.ToString()));

        var changes = results.SelectMany(result => result!["fixes"]![0]!["artifactChanges"]![0]!["replacements"]!.AsArray()).Select(change => change!.ToJsonString()).Distinct().Select(text => JsonNode.Parse(text)!);
        project.Write("src/Tiny.cs", Apply(Source, changes));
        var after = await ProjectChecker.CheckAsync(request, CancellationToken.None);

        // A sealed base would not compile, so that finding has no fix and stays.
        var left = Assert.Single(after.Facts.Violations, finding => finding.RuleId is "CFY1209" or "CFY1106" or "CFY1401");
        Assert.Contains("'Base'", left.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(left, after.Fixes.Keys);
    }

    [Fact]
    public async Task Without_being_asked_there_are_none()
    {
        using var project = new TinyProject(Source);
        Assert.Empty((await project.CheckAsync()).Fixes);
    }

    // From the last to the first, so that earlier places stay.
    private static string Apply(string text, IEnumerable<JsonNode> changes)
    {
        var lines = new List<int> { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') lines.Add(i + 1);
        }

        int At(JsonNode region, string end) => lines[region[end + "Line"]!.GetValue<int>() - 1] + region[end + "Column"]!.GetValue<int>() - 1;
        foreach (var change in changes.OrderByDescending(change => At(change["deletedRegion"]!, "start")))
        {
            var region = change["deletedRegion"]!;
            text = text[..At(region, "start")] + change["insertedContent"]?["text"]?.GetValue<string>() + text[At(region, "end")..];
        }

        return text;
    }
}
