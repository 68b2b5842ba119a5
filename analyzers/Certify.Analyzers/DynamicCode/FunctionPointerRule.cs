using System;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.DynamicCode;

/// <summary>
/// CFY1803: the address of a function stands in a read-only field declared as vector table, and a call through an
/// address takes it from there; entry points for other code belong to boundary types.
/// </summary>
// @llr CFY-LLR-225
public sealed class FunctionPointerRule() : CertifyRule(
    RuleIds.FunctionPointer,
    "{0}. Call the function by name, or choose it from a 'static readonly' field with '[VectorTable(\"reason\")]'.",
    "A call whose target is data is missing in the call graph, and with it stack depth, recursion and coupling.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSyntaxNodeAction(c => CheckType(c, scope), SyntaxKind.FunctionPointerType);
        context.RegisterOperationAction(c => CheckAddress(c, scope), OperationKind.AddressOf);
        context.RegisterOperationAction(c => CheckCall(c, scope), OperationKind.FunctionPointerInvocation);
        context.RegisterOperationAction(c => CheckMarshal(c, scope), OperationKind.Invocation);
        context.RegisterSymbolAction(c => CheckEntry((IMethodSymbol)c.Symbol, c.ReportDiagnostic, scope), SymbolKind.Method);
        context.RegisterSyntaxNodeAction(c => CheckLocalEntry(c, scope), SyntaxKind.LocalFunctionStatement);
    }

    // Function pointers inside another one, as parameters, are part of that finding.
    private static void CheckType(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        if (context.Node.Parent?.FirstAncestorOrSelf<FunctionPointerTypeSyntax>() is not null || IsInTable(context.ContainingSymbol)) return;
        scope.Report(context.ReportDiagnostic, context.Node.GetLocation(), "A variable of this type can hold the address of any function");
    }

    private static void CheckAddress(OperationAnalysisContext context, RuleScope scope)
    {
        var reference = ((IAddressOfOperation)context.Operation).Reference;
        if (reference is not IMethodReferenceOperation { Method: var method } || IsInTable(context.ContainingSymbol)) return;
        context.Report(scope, $"The address of '{method.Name}' is taken");
    }

    private static void CheckCall(OperationAnalysisContext context, RuleScope scope)
    {
        var target = ((IFunctionPointerInvocationOperation)context.Operation).Target;
        var table = target.WithoutConversions() switch
        {
            IArrayElementReferenceOperation { ArrayReference: IFieldReferenceOperation element } => element.Field,
            IFieldReferenceOperation field => field.Field,
            _ => null,
        };
        if (IsTable(table)) return;
        context.Report(scope, "The target of this call is the value of a variable");
    }

    private static void CheckMarshal(OperationAnalysisContext context, RuleScope scope)
    {
        var method = ((IInvocationOperation)context.Operation).TargetMethod;
        var takesAddress = method.Name is "GetFunctionPointerForDelegate" or "GetDelegateForFunctionPointer"
            && method.ContainingType.IsNamed("System.Runtime.InteropServices.Marshal");
        if (!takesAddress && !(method.Name == "GetFunctionPointer" && method.ContainingType.IsNamed("System.RuntimeMethodHandle"))) return;
        context.Report(scope, $"'{method.Name}' makes a function pointer");
    }

    private static void CheckLocalEntry(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        if (context.SemanticModel.GetDeclaredSymbol(context.Node, context.CancellationToken) is not IMethodSymbol method) return;
        CheckEntry(method, context.ReportDiagnostic, scope);
    }

    private static void CheckEntry(IMethodSymbol method, Action<Diagnostic> sink, RuleScope scope)
    {
        if (!method.HasAttribute("System.Runtime.InteropServices.UnmanagedCallersOnlyAttribute")) return;
        if (SymbolNames.IsBoundary(method.ContainingType)) return;
        scope.Report(sink, method.Locations[0], $"'{method.Name}' is an entry for code outside C#, in a type that is no declared boundary");
    }

    private static bool IsInTable(ISymbol? symbol) => symbol is IFieldSymbol field && IsTable(field);

    private static bool IsTable(IFieldSymbol? field) =>
        field is { IsStatic: true, IsReadOnly: true }
        && Annotations.Find(field, "VectorTableAttribute") is { } table && Annotations.HasText(table, 0);
}
