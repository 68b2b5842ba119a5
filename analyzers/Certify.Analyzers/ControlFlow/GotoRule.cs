using System.Collections.Immutable;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.ControlFlow;

/// <summary>CFY1101: no goto, goto case or goto default.</summary>
// @llr CFY-LLR-025
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class GotoRule : CertifyRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        id: RuleIds.Goto,
        title: "goto is not used",
        messageFormat: "'{0}' jumps outside the structure of the code. Use a loop, a condition, a return or a method of its own.",
        category: RuleCategories.ControlFlow,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A jump can form a loop without a bound and a path that no structure shows.",
        helpLinkUri: "analyzers/rules/" + RuleIds.Goto + ".md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_rule];

    private protected override void Register(CompilationStartAnalysisContext context, ProfileMap profiles) =>
        context.RegisterOperationAction(Check, OperationKind.Branch);

    private static void Check(OperationAnalysisContext context)
    {
        if (context.Operation is not IBranchOperation { BranchKind: BranchKind.GoTo } jump) return;
        context.Report(s_rule, jump.Syntax.ToString().TrimEnd(';'));
    }
}
