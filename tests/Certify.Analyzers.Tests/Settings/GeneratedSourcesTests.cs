using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Settings;

public class GeneratedSourcesTests
{
    private const string Jump = "static class P { static int F(int x) { if (x > 0) { goto end; } x = 1; end: return x; } }";

    // @verifies CFY-LLR-263
    [Theory]
    [InlineData("Generator/Generator.Type/F.g.cs", "host", false)]
    [InlineData("/project/obj/Release/net10.0/Generator/Generator.Type/F.g.cs", "host", false)]
    [InlineData("/elsewhere/generated/Generator/Generator.Type/F.g.cs", "host", false)]
    [InlineData("/project/obj/Release/net10.0/Generator/F.g.cs", "host", true)]
    [InlineData("/project/obj/Release/net10.0/F.g.cs", "host", true)]
    [InlineData("/project/obj/Debug/net10.0/Generator/Generator.Type/F.g.cs", "host", true)]
    [InlineData("/project/Generator/Generator.Type/F.g.cs", "host", true)]
    [InlineData("C:/project/Generator/Generator.Type/F.g.cs", "host", true)]
    [InlineData("", "host", true)]
    [InlineData("Generator/Generator.Type/F.g.cs", "application", true)]
    [InlineData("Generator/Generator.Type/F.g.cs", "runtime", true)]
    [InlineData("Generator/Generator.Type/F.g.cs", "core", true)]
    [InlineData("/project/obj/Release/net10.0/Generator/Generator.Type/F.g.cs", "application", true)]
    public async Task Only_what_a_generator_added_to_a_tool_is_not_judged(string path, string profile, bool judged)
    {
        var snippet = new Snippet(Jump)
        {
            Path = path, Profile = profile,
            BuildProperties = new Dictionary<string, string>
            {
                ["IntermediateOutputPath"] = "obj/Release/net10.0/", ["CompilerGeneratedFilesOutputPath"] = "/elsewhere/generated",
            },
        };
        var findings = await snippet.RunAsync(new GotoRule());
        Assert.Equal(judged, !findings.IsEmpty);
    }

    [Fact]
    public async Task A_build_that_names_no_folders_has_no_generated_files_with_a_full_path()
    {
        var snippet = new Snippet(Jump) { Path = "/project/obj/A/B/F.cs", Profile = "host" };
        Assert.NotEmpty(await snippet.RunAsync(new GotoRule()));
    }
}
