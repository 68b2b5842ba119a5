using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Types;

/// <summary>
/// CFY1304: each type parameter stands for values, no generic method is dispatched, the program has finitely many
/// instances, and a static field of a generic type exists once.
/// </summary>
// @llr CFY-LLR-115
public sealed class GenericConstraintRule() : CertifyRule(
    RuleIds.GenericConstraint,
    "{0}. {1}.",
    "Each instance of generic code is code of its own to verify, so their list must be finite and known when the program is compiled.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var uses = new GenericUses();
        context.RegisterSyntaxNodeAction(c => CheckParameter(c, scope), SyntaxKind.TypeParameter);
        context.RegisterSyntaxNodeAction(c => Collect(c, uses), SyntaxKind.GenericName);
        context.RegisterOperationAction(c => Collect(c, uses), OperationKind.Invocation, OperationKind.MethodReference, OperationKind.ObjectCreation);
        context.RegisterSymbolAction(c => CheckMethod(c, scope), SymbolKind.Method);
        context.RegisterSymbolAction(c => CollectFields(c, uses, scope), SymbolKind.NamedType);
        context.RegisterCompilationEndAction(c => CheckProgram(c, uses, scope));
    }

    private static void CheckParameter(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var declaration = (TypeParameterSyntax)context.Node;
        if (context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not ITypeParameterSymbol parameter) return;
        if (parameter.HasValueTypeConstraint || parameter.HasUnmanagedTypeConstraint) return;

        // An override repeats the parameters of its base, where the finding is.
        if (parameter.DeclaringMethod is { } method && (method.IsOverride || !method.ExplicitInterfaceImplementations.IsEmpty)) return;
        scope.Report(
            context.ReportDiagnostic, declaration.Identifier.GetLocation(),
            $"Type parameter '{parameter.Name}' can stand for a class, whose instances share code that looks types up at run time",
            $"Add 'where {parameter.Name} : struct' or ': unmanaged'");
    }

    private static void CheckMethod(SymbolAnalysisContext context, RuleScope scope)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (!method.IsGenericMethod || method.IsStatic || !(method.IsVirtual || method.IsAbstract || method.IsOverride)) return;
        if (method.Locations.IsEmpty) return;
        scope.Report(
            context.ReportDiagnostic, method.Locations[0],
            $"'{method.Name}' is generic and dispatched, so which instances exist is decided at run time", "Make the type generic instead, or the method static");
    }

    private static void Collect(SyntaxNodeAnalysisContext context, GenericUses uses)
    {
        if (context.Node.IsPartOfStructuredTrivia()) return; // Documentation makes no instances.
        if (context.SemanticModel.GetSymbolInfo(context.Node, context.CancellationToken).Symbol is { } symbol)
        {
            uses.Add(symbol, context.Node.GetLocation());
        }
    }

    private static void Collect(OperationAnalysisContext context, GenericUses uses)
    {
        ISymbol? member = context.Operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IMethodReferenceOperation reference => reference.Method,
            IObjectCreationOperation creation => creation.Type,
            _ => null,
        };
        if (member is not null) uses.Add(member, context.Operation.Syntax.GetLocation());
    }

    private static void CollectFields(SymbolAnalysisContext context, GenericUses uses, RuleScope scope)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (GenericUses.ParametersOf(type).IsEmpty) return;
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => field is { IsStatic: true, IsConst: false }))
        {
            var named = field.AssociatedSymbol ?? field;
            if (!named.Locations.IsEmpty && named.Locations[0].SourceTree is { } tree && scope.Covers(tree)) uses.AddStatic(field);
        }
    }

    private static void CheckProgram(CompilationAnalysisContext context, GenericUses uses, RuleScope scope)
    {
        var growing = InstantiationGraph.Growing(uses, context.CancellationToken);
        foreach (var use in growing)
        {
            scope.Report(
                context.ReportDiagnostic, use.Place,
                $"This instance of '{use.Definition.Name}' needs another one that is larger, and so on without end", "Stop at a type without parameters");
        }

        if (uses.Statics.IsEmpty) return;
        var instances = growing.Count > 0 ? null : new GenericInstances(uses, context.CancellationToken);
        foreach (var field in uses.Statics.OrderBy(field => field.ToDisplayString(), System.StringComparer.Ordinal))
        {
            var named = field.AssociatedSymbol ?? field;
            var count = instances?.Count(field.ContainingType);
            if (count <= 1 && !IsVisibleOutside(field.ContainingType)) continue;
            scope.Report(
                context.ReportDiagnostic, named.Locations[0],
                $"Static '{named.Name}' of a generic type is one variable in the source and {count?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "many"} or more in programs",
                "Move it into a type without parameters");
        }
    }

    private static bool IsVisibleOutside(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.DeclaredAccessibility is not (Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal)) return false;
        }

        return true;
    }
}
