using Certify.Analyzers.Build;
using Certify.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Certify.Analyzers.Tests.Build;

public class CompilerSwitchRuleTests
{
    private const string Unsafe = "static class C { public static unsafe int F(int* p) { return *p; } }";

    private static async Task<string> One(Func<CSharpCompilationOptions, CSharpCompilationOptions> options, string source = "static class C { }") =>
        Assert.Single(await new Snippet(source) { Options = options, MayHaveErrors = true }.RunAsync(new CompilerSwitchRule())).GetMessage(null);

    // @verifies CFY-LLR-256
    [Fact]
    public async Task Reports_nullable_off_in_the_source() => await Verify<CompilerSwitchRule>.Reports(
        "[|#nullable disable|]\nstatic class C { }\n#nullable restore\n[|#nullable disable warnings|]\n[|#nullable disable annotations|]\n#nullable enable\n");

    [Fact]
    public async Task Reports_each_switch_of_the_project()
    {
        Assert.StartsWith("The nullable", await One(o => o.WithNullableContextOptions(NullableContextOptions.Annotations)), StringComparison.Ordinal);
        Assert.StartsWith("The nullable", await One(o => o.WithNullableContextOptions(NullableContextOptions.Warnings)), StringComparison.Ordinal);
        Assert.StartsWith("A warning", await One(o => o.WithGeneralDiagnosticOption(ReportDiagnostic.Default)), StringComparison.Ordinal);
        Assert.StartsWith("Two builds", await One(o => o.WithDeterministic(false)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_results_that_depend_on_the_locale()
    {
        var snippet = new Snippet("static class C { }") { BuildProperties = new Dictionary<string, string> { ["InvariantGlobalization"] = "false" } };
        Assert.Contains("InvariantGlobalization", Assert.Single(await snippet.RunAsync(new CompilerSwitchRule())).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_unsafe_code_allowed_without_a_hardware_type() =>
        Assert.StartsWith("Unsafe code", await One(o => o.WithAllowUnsafe(true)), StringComparison.Ordinal);

    [Fact]
    public async Task Reports_a_hardware_type_without_reason_as_none() =>
        Assert.StartsWith("Unsafe code", await One(o => o, "[Certify.HardwareType(\"\")] " + Unsafe), StringComparison.Ordinal);

    [Fact]
    public async Task Accepts_unsafe_code_beside_a_hardware_type() =>
        await Verify<CompilerSwitchRule>.Accepts("[Certify.HardwareType(\"registers\")] " + Unsafe);

    [Fact]
    public async Task Accepts_the_switches_as_prescribed() => await Verify<CompilerSwitchRule>.Accepts("#nullable enable\nstatic class C { }");

    [Fact]
    public async Task Accepts_nullable_restored() => await Verify<CompilerSwitchRule>.Accepts("#nullable restore\nstatic class C { }");

    [Fact]
    public async Task Accepts_anything_in_a_host_project() => await Verify<CompilerSwitchRule>.Accepts(
        "#nullable disable\nstatic class C { }", snippet => snippet with { Profile = "host", Options = options => options.WithDeterministic(false) });
}
