using System;
using System.Linq;
using System.Reflection;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Build;

/// <summary>CFY2101: a language version that moves with the SDK, preview features, another compiler than the baseline's.</summary>
// @llr CFY-LLR-255
public sealed class PinnedToolsRule() : CertifyRule(
    RuleIds.PinnedTools,
    "{0}. {1}",
    "A compiler or language that changes by itself makes every verified property a property of something else.")
{
    /// <summary>Property with the version of the compiler in the project's baseline; it may leave out last parts.</summary>
    internal const string CompilerKey = "build_property.CertifyCompilerVersion";

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterCompilationEndAction(end =>
        {
            void Report(Location place, string fact, string remedy) => scope.Report(end.ReportDiagnostic, place, fact, remedy);
            if (Moving(end.Compilation) is { } version) Report(Location.None, $"The language version is '{version}', which another SDK reads as another language", "Set LangVersion to a number, such as 14.0.");
            var preview = end.Compilation.Assembly.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass?.ToDisplayString() == "System.Runtime.Versioning.RequiresPreviewFeaturesAttribute");
            if (preview is not null) Report(Place(preview), "The assembly uses preview features, which change without notice", "Remove EnablePreviewFeatures and what needs it.");
            var actual = CompilerVersion(typeof(CSharpCompilation).Assembly);
            if (end.Options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(CompilerKey, out var wanted)
                && wanted.Trim() is { Length: > 0 } baseline && !Agrees(baseline, actual))
            {
                Report(Location.None, $"The compiler is version {actual}, the baseline names {baseline}", "Install the SDK of the baseline, or move the baseline and verify again.");
            }
        });

    /// <summary>True when the version starts with all parts of the baseline.</summary>
    public static bool Agrees(string baseline, string actual) =>
        actual == baseline || actual.StartsWith(baseline + ".", StringComparison.Ordinal) || actual.StartsWith(baseline + "-", StringComparison.Ordinal);

    /// <summary>The compiler's version without the commit it was built from.</summary>
    public static string CompilerVersion(Assembly compiler) =>
        (compiler.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? compiler.GetName().Version.ToString()).Split('+')[0];

    private static string? Moving(Compilation compilation)
    {
        var options = compilation.SyntaxTrees.Select(tree => tree.Options).OfType<CSharpParseOptions>().FirstOrDefault();
        return options?.SpecifiedLanguageVersion switch
        {
            LanguageVersion.Latest => "latest",
            LanguageVersion.LatestMajor => "latestMajor",
            LanguageVersion.Preview => "preview",
            LanguageVersion.Default => "default",
            _ => null,
        };
    }

    private static Location Place(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } syntax ? Location.Create(syntax.SyntaxTree, syntax.Span) : Location.None;
}
