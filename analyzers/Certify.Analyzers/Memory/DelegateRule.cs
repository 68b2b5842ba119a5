using System.Collections.Immutable;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1004: code is called by name only, never through an object that holds a method.</summary>
// @llr CFY-LLR-023
public sealed class DelegateRule() : CertifyRule(
    RuleIds.Delegate,
    "{0} needs a delegate, which is a heap object with an unknown target. {1}.",
    "A delegate is an object, is often made at its first use, and hides whom a call reaches.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(
            c => CheckOperation(c, scope),
            OperationKind.DelegateCreation, OperationKind.AnonymousFunction,
            OperationKind.EventAssignment, OperationKind.Invocation, OperationKind.Binary);
        context.RegisterSymbolAction(c => CheckDeclaration(c, scope), SymbolKind.NamedType, SymbolKind.Event);
    }

    private static void CheckOperation(OperationAnalysisContext context, RuleScope scope)
    {
        const string byName = "Make it a local function or a method and call that by name";
        var (what, remedy) = context.Operation switch
        {
            IDelegateCreationOperation { Target: IAnonymousFunctionOperation } => ("A lambda", byName),
            IAnonymousFunctionOperation { Parent: not IDelegateCreationOperation } => ("A lambda", byName),
            IDelegateCreationOperation { Target: IMethodReferenceOperation method } =>
                ($"Converting method '{method.Method.Name}' to a value", "Call it by name, or use a type parameter with a static abstract member"),
            IDelegateCreationOperation => ("This creation", "Call the method by name"),
            IEventAssignmentOperation => ("Changing an event's handlers", "Call the handlers by name, in the order wanted"),
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } => ("This call", "Call the method by name"),
            IBinaryOperation { Type.TypeKind: TypeKind.Delegate } => ("Combining delegates", "Call the methods by name, in the order wanted"),
            _ => (null, null),
        };
        if (what is not null && remedy is not null && !context.Operation.IsInNameOf()) context.Report(scope, what, remedy);
    }

    private static void CheckDeclaration(SymbolAnalysisContext context, RuleScope scope)
    {
        var symbol = context.Symbol;
        if (symbol.IsImplicitlyDeclared || symbol.Locations.IsEmpty) return;
        if (symbol is INamedTypeSymbol { TypeKind: not TypeKind.Delegate }) return;
        var what = symbol is IEventSymbol ? $"Event '{symbol.Name}'" : $"Delegate type '{symbol.Name}'";
        scope.Report(context.ReportDiagnostic, symbol.Locations[0], what, "Declare an interface with a static abstract member and call through a type parameter");
    }
}
