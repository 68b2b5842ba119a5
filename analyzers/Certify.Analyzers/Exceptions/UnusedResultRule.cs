using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Exceptions;

/// <summary>CFY1704: what a call gives back is looked at: its result and its out parameters.</summary>
// @llr CFY-LLR-220
public sealed class UnusedResultRule() : CertifyRule(
    RuleIds.UnusedResult,
    "'{0}' gives a result that nothing looks at. Use it, or mark the member '[MayIgnore(\"reason\")]' if no caller needs it.",
    "A status that is ignored is a failure that is not handled.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => CheckStatement(c, scope), OperationKind.ExpressionStatement);
        context.RegisterOperationAction(c => CheckDiscard(c, scope), OperationKind.Discard);
        context.RegisterOperationBlockAction(c => CheckOutLocals(c, scope));
    }

    private static void CheckStatement(OperationAnalysisContext context, RuleScope scope)
    {
        var operation = ((IExpressionStatementOperation)context.Operation).Operation;
        if (operation is ISimpleAssignmentOperation { Target: IDiscardOperation } discard) operation = discard.Value;
        if (Ignored(operation) is not { } symbol) return;
        scope.Report(context.ReportDiagnostic, operation.Syntax.GetLocation(), symbol.Shown());
    }

    // The call whose value gets lost, unless it says that this is all right.
    private static ISymbol? Ignored(IOperation operation) => operation.WithoutConversions() switch
    {
        IInvocationOperation { TargetMethod: var method } when !method.ReturnsVoid => Unmarked(method),
        IObjectCreationOperation { Constructor: { } constructor } => constructor,
        IConditionalAccessOperation access => Ignored(access.WhenNotNull),
        IAwaitOperation { Type: { SpecialType: not SpecialType.System_Void }, Operation: IInvocationOperation invocation } => Unmarked(invocation.TargetMethod),
        IPropertyReferenceOperation property => property.Property,
        IParenthesizedOperation inner => Ignored(inner.Operand),
        _ => null,
    };

    private static ISymbol? Unmarked(IMethodSymbol method) => MayIgnore(method) ? null : method;

    private static bool MayIgnore(ISymbol symbol) =>
        Annotations.Find(symbol, "MayIgnoreAttribute") is { } mark && Annotations.HasText(mark, 0);

    private static void CheckDiscard(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation.Parent is not IArgumentOperation { Parameter: { RefKind: RefKind.Out } parameter }) return;
        if (MayIgnore(parameter)) return;
        scope.Report(context.ReportDiagnostic, context.Operation.Parent.Syntax.GetLocation(), parameter.Name);
    }

    // A local that is filled by out parameters and read nowhere is a discard with a name.
    private static void CheckOutLocals(OperationBlockAnalysisContext context, RuleScope scope)
    {
        var arguments = new List<(ILocalSymbol Local, IArgumentOperation Argument)>();
        var read = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var reference in context.OperationBlocks.SelectMany(Descent.Of).OfType<ILocalReferenceOperation>())
        {
            var parent = reference.Parent is IDeclarationExpressionOperation declaration ? declaration.Parent : reference.Parent;
            if (parent is IArgumentOperation { Parameter: { RefKind: RefKind.Out } } argument) arguments.Add((reference.Local, argument));
            else if (parent is not ISimpleAssignmentOperation { IsRef: false } assignment || assignment.Target != reference) read.Add(reference.Local);
        }

        foreach (var (local, argument) in arguments)
        {
            if (read.Contains(local) || MayIgnore(argument.Parameter!)) continue;
            scope.Report(context.ReportDiagnostic, argument.Syntax.GetLocation(), argument.Parameter!.Name);
        }
    }
}
