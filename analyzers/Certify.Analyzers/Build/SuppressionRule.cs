using System;
using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Build;

/// <summary>
/// CFY2104: every channel by which source or configuration asks to silence a rule, or the compiler's word that a rule
/// did not run. Most have no effect; all are findings, since each shows that somebody meant to.
/// </summary>
// @llr CFY-LLR-254
public sealed class SuppressionRule() : CertifyRule(
    RuleIds.Suppression,
    "{0} asks to silence {1}. Fix the code, or write a deviation record.",
    "A finding that can be silenced in passing is no gate; a deviation has a reason, an approver and an end.")
{
    private static readonly string[] s_quiet = ["none", "silent", "suggestion", "refactoring"];

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSyntaxTreeAction(tree => CheckPragmas(tree, scope));
        context.RegisterSyntaxNodeAction(node => CheckAttribute(node, scope), SyntaxKind.Attribute);
        context.RegisterCompilationEndAction(end => CheckOptions(end, scope));
    }

    private static void CheckPragmas(SyntaxTreeAnalysisContext context, RuleScope scope)
    {
        if (!scope.Covers(context.Tree)) return;
        var root = context.Tree.GetRoot(context.CancellationToken);
        if (!root.ContainsDirectives) return;
        for (var directive = root.GetFirstDirective(); directive is not null; directive = directive.GetNextDirective())
        {
            if (directive is not PragmaWarningDirectiveTriviaSyntax pragma || !pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword) || pragma.DisableOrRestoreKeyword.IsMissing) continue;
            if (pragma.ErrorCodes.Count == 0)
            {
                scope.Report(context.ReportDiagnostic, pragma.GetLocation(), "'#pragma warning disable' without a list", "every diagnostic");
            }

            foreach (var code in pragma.ErrorCodes.Where(code => GuardedIds.Has(code.ToString())))
            {
                scope.Report(context.ReportDiagnostic, code.GetLocation(), "'#pragma warning disable'", $"'{code}'");
            }
        }
    }

    private static void CheckAttribute(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var attribute = (AttributeSyntax)context.Node;
        if (attribute.ArgumentList is not { Arguments.Count: >= 2 } list || !scope.Covers(attribute.SyntaxTree)) return;
        if (context.SemanticModel.GetSymbolInfo(attribute, context.CancellationToken).Symbol is not IMethodSymbol { ContainingType: { } type }) return;
        if (type.ToDisplayString() is not ("System.Diagnostics.CodeAnalysis.SuppressMessageAttribute" or "System.Diagnostics.CodeAnalysis.UnconditionalSuppressMessageAttribute")) return;
        var texts = list.Arguments
            .Where(argument => argument.NameEquals is null)
            .Select(argument => context.SemanticModel.GetConstantValue(argument.Expression, context.CancellationToken).Value as string ?? "").ToList();
        var id = texts.Select(text => text.Split(':')[0]).FirstOrDefault(GuardedIds.Has);
        var everything = texts.Any(text => text.Trim() == "*") || texts[0].StartsWith("Certify", StringComparison.OrdinalIgnoreCase);
        if (id is null && !everything) return;
        scope.Report(context.ReportDiagnostic, attribute.GetLocation(), $"The attribute {type.Name.Replace("Attribute", "")}", id is null ? "every diagnostic" : $"'{id.Trim()}'");
    }

    private static void CheckOptions(CompilationAnalysisContext context, RuleScope scope)
    {
        var options = context.Compilation.Options;
        void Report(string channel, string what) => scope.Report(context.ReportDiagnostic, Location.None, channel, what);
        if (options.GeneralDiagnosticOption == ReportDiagnostic.Suppress) Report("The option /nowarn for everything", "every diagnostic");
        var listed = GuardedIds.All.Where(id => options.SpecificDiagnosticOptions.TryGetValue(id, out var level) && IsQuiet(id, level)).ToList();
        if (listed.Count > 0) Report("NoWarn, WarningsNotAsErrors or a rule set", Names(listed));
        var configured = Configured(context).Distinct(StringComparer.Ordinal).OrderBy(id => id, StringComparer.Ordinal).ToList();
        var disguised = context.Compilation.SyntaxTrees.Where(scope.IsDisguised).Select(tree => System.IO.Path.GetFileName(tree.FilePath)).OrderBy(name => name, StringComparer.Ordinal).ToList();
        if (disguised.Count > 0) Report("CertifyRuntimeRoot or CertifyCoreRoot with a folder of the application", "the rules that only applications have, in " + Names(disguised));
        if (configured.Count > 0) Report("A severity in .editorconfig or a global configuration", Names(configured));
    }

    private static IEnumerable<string> Configured(CompilationAnalysisContext context)
    {
        foreach (var key in Bulk(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions)) yield return key;
        if (context.Compilation.Options.SyntaxTreeOptionsProvider is not { } provider) yield break;
        var open = GuardedIds.All.ToList();
        foreach (var id in open.Where(id => provider.TryGetGlobalDiagnosticValue(id, context.CancellationToken, out var level) && IsQuiet(id, level)).ToList()) yield return id;
        foreach (var tree in context.Compilation.SyntaxTrees)
        {
            foreach (var key in Bulk(context.Options.AnalyzerConfigOptionsProvider.GetOptions(tree))) yield return key;
            var found = open.Where(id => provider.TryGetDiagnosticValue(tree, id, context.CancellationToken, out var level) && IsQuiet(id, level)).ToList();
            foreach (var id in found) yield return id;
            open.RemoveAll(found.Contains);
        }
    }

    // dotnet_analyzer_diagnostic.severity and dotnet_analyzer_diagnostic.category-NAME.severity, for a category of ours.
    private static IEnumerable<string> Bulk(AnalyzerConfigOptions options)
    {
        foreach (var key in s_bulkKeys)
        {
            if (options.TryGetValue(key, out var value) && s_quiet.Contains(value.Trim().ToLowerInvariant())) yield return key;
        }
    }

    private static readonly string[] s_bulkKeys =
    [
        "dotnet_analyzer_diagnostic.severity",
        .. RuleCatalogue.All.Select(entry => entry.Category.ToLowerInvariant()).Distinct().Select(category => $"dotnet_analyzer_diagnostic.category-{category}.severity"),
    ];

    // The default of a rule is an error, that of the compiler's word is a warning.
    private static bool IsQuiet(string id, ReportDiagnostic level) =>
        level != ReportDiagnostic.Error && !(level == ReportDiagnostic.Default && id.StartsWith("CFY", StringComparison.Ordinal));

    private static string Names(List<string> ids) =>
        string.Join(", ", ids.Take(3).Select(id => $"'{id}'")) + (ids.Count > 3 ? $" and {ids.Count - 3} more" : "");
}
