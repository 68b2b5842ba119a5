using Certify.Analyzers.Build;
using Certify.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis.CSharp;

namespace Certify.Analyzers.Tests.Build;

public class PinnedToolsRuleTests
{
    private static async Task<string[]> Run(Snippet snippet) =>
        [.. (await snippet.RunAsync(new PinnedToolsRule())).Select(finding => finding.GetMessage(null))];

    // @verifies CFY-LLR-255
    [Theory]
    [InlineData(LanguageVersion.Latest, "'latest'")]
    [InlineData(LanguageVersion.LatestMajor, "'latestMajor'")]
    [InlineData(LanguageVersion.Default, "'default'")]
    [InlineData(LanguageVersion.Preview, "'preview'")]
    public async Task Names_a_language_version_that_moves(LanguageVersion version, string shown)
    {
        var message = Assert.Single(await Run(new Snippet("static class C { }") { Language = version, MayHaveErrors = true }));
        Assert.Contains(shown, message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_preview_features() => await Verify<PinnedToolsRule>.Reports(
        "[assembly: [|System.Runtime.Versioning.RequiresPreviewFeatures|]]\nstatic class C { }");

    [Fact]
    public async Task Reports_preview_features_with_a_message() => await Verify<PinnedToolsRule>.Reports(
        "using System.Runtime.Versioning;\n[assembly: [|RequiresPreviewFeatures(\"why\")|]]\nstatic class C { }");

    // @verifies CFY-LLR-255
    [Fact]
    public async Task Reports_a_compiler_other_than_the_baseline()
    {
        var message = Assert.Single(await Run(new Snippet("static class C { }") { BuildProperties = Baseline("4.8") }));
        Assert.Contains("baseline names 4.8", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepts_the_baseline_s_compiler()
    {
        Assert.Empty(await Run(new Snippet("static class C { }") { BuildProperties = Baseline(Actual()) }));
        Assert.Empty(await Run(new Snippet("static class C { }") { BuildProperties = Baseline(Actual().Split('.')[0]) }));
    }

    [Fact]
    public async Task Accepts_a_project_without_baseline() =>
        await Verify<PinnedToolsRule>.Accepts("static class C { }", snippet => snippet with { BuildProperties = Baseline(" ") });

    [Fact]
    public async Task Accepts_a_language_version_by_number() =>
        await Verify<PinnedToolsRule>.Accepts("static class C { }", snippet => snippet with { Language = LanguageVersion.CSharp13 });

    [Fact]
    public async Task Accepts_preview_features_of_a_type_alone() =>
        await Verify<PinnedToolsRule>.Accepts("[System.Runtime.Versioning.RequiresPreviewFeatures] static class C { }");

    [Theory]
    [InlineData("5", "5.0.0", true)]
    [InlineData("5.0.0", "5.0.0-2.25", true)]
    [InlineData("5.0.0", "5.0.0", true)]
    [InlineData("5.0", "5.01.0", false)]
    [InlineData("5.0.0.1", "5.0.0", false)]
    public void A_baseline_agrees_part_by_part(string baseline, string actual, bool agrees) =>
        Assert.Equal(agrees, PinnedToolsRule.Agrees(baseline, actual));

    private static string Actual() => PinnedToolsRule.CompilerVersion(typeof(CSharpCompilation).Assembly);

    private static Dictionary<string, string> Baseline(string version) => new() { ["CertifyCompilerVersion"] = version };
}
