using System;
using System.Threading;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Build;

/// <summary>CFY2102: the switches that other rules rest on, in the project and in the source.</summary>
// @llr CFY-LLR-256
public sealed class CompilerSwitchRule() : CertifyRule(
    RuleIds.CompilerSwitch,
    "{0}. {1}",
    "The rules judge what the compiler was told to compile; with another switch the same text is another program.")
{
    private const string InvariantKey = "build_property.InvariantGlobalization";

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var hardware = 0;
        context.RegisterSyntaxTreeAction(tree => CheckDirectives(tree, scope));
        context.RegisterSymbolAction(
            symbol =>
            {
                if (Annotations.IsHardware((INamedTypeSymbol)symbol.Symbol)) Interlocked.Exchange(ref hardware, 1);
            },
            SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end => CheckOptions(end, scope, hasHardware: Volatile.Read(ref hardware) == 1));
    }

    private static void CheckDirectives(SyntaxTreeAnalysisContext context, RuleScope scope)
    {
        var root = context.Tree.GetRoot(context.CancellationToken);
        if (!root.ContainsDirectives || !scope.Covers(context.Tree)) return;
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is NullableDirectiveTriviaSyntax nullable && nullable.SettingToken.IsKind(SyntaxKind.DisableKeyword))
            {
                scope.Report(context.ReportDiagnostic, nullable.GetLocation(), "The nullable analysis is off from here", "Remove the directive and say which references can be null.");
            }
        }
    }

    private static void CheckOptions(CompilationAnalysisContext context, RuleScope scope, bool hasHardware)
    {
        var options = (CSharpCompilationOptions)context.Compilation.Options;
        void Report(string fact, string remedy) => scope.Report(context.ReportDiagnostic, Location.None, fact, remedy);
        if (options.NullableContextOptions != NullableContextOptions.Enable) Report("The nullable analysis is not on", "Set Nullable to enable.");
        if (options.GeneralDiagnosticOption != ReportDiagnostic.Error) Report("A warning of the compiler fails no build", "Set TreatWarningsAsErrors to true.");
        if (!options.Deterministic) Report("Two builds of one source may differ", "Set Deterministic to true.");
        var globals = context.Options.AnalyzerConfigOptionsProvider.GlobalOptions;
        if (!globals.TryGetValue(InvariantKey, out var invariant) || !string.Equals(invariant.Trim(), "true", StringComparison.OrdinalIgnoreCase))
        {
            Report("Results depend on the machine's locale", "Set InvariantGlobalization to true.");
        }

        if (options.AllowUnsafe && !hasHardware) Report("Unsafe code is allowed, but no type is a hardware type", "Set AllowUnsafeBlocks to false.");
    }
}
