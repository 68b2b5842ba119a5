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
public sealed class GotoRule() : CertifyRule(
    RuleIds.Goto,
    "'{0}' jumps outside the structure of the code. Use a loop, a condition, a return or a method of its own.",
    "A jump can form a loop without a bound and a path that no structure shows.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterOperationAction(c => Check(c, scope), OperationKind.Branch);

    private static void Check(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation is not IBranchOperation { BranchKind: BranchKind.GoTo } jump) return;
        context.Report(scope, jump.Syntax.ToString().TrimEnd(';'));
    }
}
