using System.Reflection;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.CodeFixes;
using Certify.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Certify.Analyzers.Tests.CodeFixes;

public class AllFixesTests
{
    private static IReadOnlyList<Type> Types { get; } =
        [.. typeof(CertifyFix).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CertifyFix)))];

    private static IReadOnlyList<CertifyFix> Fixes { get; } = [.. Types.Select(type => (CertifyFix)Activator.CreateInstance(type)!)];

    // @verifies CFY-LLR-236
    [Fact]
    public void Each_fix_is_exported_takes_one_rule_of_the_table_and_fixes_all()
    {
        Assert.True(Fixes.Count >= 10, $"{Fixes.Count} fixes");
        Assert.All(Types, type => Assert.Equal([LanguageNames.CSharp], type.GetCustomAttribute<ExportCodeFixProviderAttribute>()!.Languages));
        Assert.All(Types, type => Assert.True(type.IsSealed));
        Assert.All(Fixes, fix => Assert.Equal(fix.FixableDiagnosticIds.Single(), RuleCatalogue.Get(fix.FixableDiagnosticIds[0]).Id));
        Assert.All(Fixes, fix => Assert.Same(WellKnownFixAllProviders.BatchFixer, fix.GetFixAllProvider()));
        Assert.Equal(Fixes.Count, Fixes.Select(fix => fix.FixableDiagnosticIds[0]).Distinct().Count());
    }

    // @verifies CFY-HLR-034
    [Fact]
    public void The_page_of_a_rule_says_whether_it_has_a_fix() =>
        Assert.Equal(
            Fixes.Select(fix => fix.FixableDiagnosticIds[0]).Order(StringComparer.Ordinal),
            RuleCatalogue.All.Select(rule => rule.Id)
                .Where(id => RulePage.Read(id).Sections["Compliant code"].Contains("\nCode fix: ", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Each_fix_has_tests_of_its_own() =>
        Assert.All(Types, type => Assert.Contains(typeof(AllFixesTests).Assembly.GetTypes(), test => test.Name == type.Name + "Tests"));

    [Fact]
    public void The_compiler_finds_nothing_to_run_in_the_assembly()
    {
        var exported = typeof(CertifyFix).Assembly.GetTypes().Where(type => type.GetCustomAttributes()
            .Any(attribute => attribute.GetType().Name is "DiagnosticAnalyzerAttribute" or "GeneratorAttribute"));
        Assert.Empty(exported);
    }
}
