using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>
/// CFY1015: a reference to a variable ends with the method that took it. Parameters that a result could carry out are
/// <c>scoped</c>; the compiler then proves that they stay inside.
/// </summary>
// @llr CFY-LLR-110
public sealed class ReferenceEscapeRule() : CertifyRule(
    RuleIds.ReferenceEscape,
    "{0}. {1}.",
    "The compiler keeps references from dangling, but not two names from changing one variable.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSymbolAction(c => CheckFields(c, scope), SymbolKind.NamedType);
        context.RegisterSymbolAction(c => CheckFunction((IMethodSymbol)c.Symbol, c.ReportDiagnostic, scope), SymbolKind.Method);
        context.RegisterOperationAction(
            c => CheckFunction(((ILocalFunctionOperation)c.Operation).Symbol, c.ReportDiagnostic, scope), OperationKind.LocalFunction);
        context.RegisterOperationAction(c => CheckRebind(c, scope), OperationKind.SimpleAssignment);
        context.RegisterOperationAction(c => CheckAttribute(c, scope), OperationKind.Attribute);
    }

    private static void CheckFields(SymbolAnalysisContext context, RuleScope scope)
    {
        foreach (var field in ((INamedTypeSymbol)context.Symbol).GetMembers().OfType<IFieldSymbol>())
        {
            ISymbol named = field.AssociatedSymbol ?? field;
            if (field.IsStatic || named.Locations.IsEmpty || (field.RefKind == RefKind.None && !IsRefLike(field.Type))) continue;
            var what = field.RefKind == RefKind.None ? $"holds a '{field.Type.Shown()}'" : "is a reference";
            scope.Report(
                context.ReportDiagnostic, named.Locations[0],
                $"Field '{named.Name}' {what} and outlives the method that took it", "Pass the span to each method that needs it");
        }
    }

    private static void CheckFunction(IMethodSymbol method, System.Action<Diagnostic> sink, RuleScope scope)
    {
        if (method.IsImplicitlyDeclared || method.Locations.IsEmpty || method.MethodKind == MethodKind.DelegateInvoke) return;
        ISymbol named = method.AssociatedSymbol ?? method;
        if (method.RefKind != RefKind.None)
        {
            scope.Report(sink, named.Locations[0], $"'{named.Name}' returns a reference to a variable", "Return the value, or take a 'ref' parameter");
        }

        foreach (var parameter in ParametersOf(method).Where(parameter => CanLeave(parameter, method)))
        {
            var place = parameter.ContainingSymbol is IMethodSymbol { AssociatedSymbol: null } ? parameter : named;
            scope.Report(sink, place.Locations[0], $"Parameter '{parameter.Name}' can leave '{named.Name}'", "Declare it 'scoped'");
        }
    }

    private static IEnumerable<IParameterSymbol> ParametersOf(IMethodSymbol method) =>
        method.ContainingType is { IsExtension: true, ExtensionParameter: { } receiver } ? method.Parameters.Insert(0, receiver) : method.Parameters;

    // What the result, another parameter or the object itself could carry away.
    private static bool CanLeave(IParameterSymbol parameter, IMethodSymbol method)
    {
        if (parameter.ScopedKind == ScopedKind.ScopedValue || parameter.IsDiscard || parameter.IsImplicitlyDeclared) return false;
        var isValue = IsRefLike(parameter.Type);
        var isReference = parameter.RefKind is RefKind.Ref or RefKind.In or RefKind.RefReadOnlyParameter && parameter.ScopedKind == ScopedKind.None;
        if (!isValue && !isReference) return false;
        if (parameter.RefKind == RefKind.Out) return false;
        if (method.RefKind != RefKind.None || IsRefLike(method.ReturnType)) return true;
        if (!isValue) return false;
        var isStored = method.MethodKind == MethodKind.Constructor || (!method.IsStatic && !method.IsReadOnly);
        if (isStored && method.ContainingType is { IsRefLikeType: true, IsReadOnly: var fixedType } && (!fixedType || method.MethodKind == MethodKind.Constructor)) return true;
        return method.Parameters.Any(other =>
            !SymbolEqualityComparer.Default.Equals(other, parameter) && other.RefKind is RefKind.Ref or RefKind.Out && IsRefLike(other.Type));
    }

    private static void CheckRebind(OperationAnalysisContext context, RuleScope scope)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (!assignment.IsRef || assignment.Target is IFieldReferenceOperation) return;
        context.Report(scope, "This reference is bound to another variable", "Declare a second 'ref' variable");
    }

    private static void CheckAttribute(OperationAnalysisContext context, RuleScope scope)
    {
        if (!((IAttributeOperation)context.Operation).Operation.Type.IsNamed("System.Diagnostics.CodeAnalysis.UnscopedRefAttribute")) return;
        context.Report(scope, "'UnscopedRef' lets a reference leave", "Leave the attribute out");
    }

    private static bool IsRefLike(ITypeSymbol type) => type.IsRefLikeType || type is ITypeParameterSymbol { AllowsRefLikeType: true };
}
