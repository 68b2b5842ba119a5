using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1010: no declaration makes the compiler write members: records, tuple classes, and tuples beyond named locals and results.</summary>
// @llr CFY-LLR-106
public sealed class SynthesisedTypeRule() : CertifyRule(
    RuleIds.SynthesisedType,
    "{0}. {1}.",
    "Members that the compiler writes run without a source line that a requirement, a review or a coverage report could name.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSymbolAction(c => CheckType(c, scope), SymbolKind.NamedType);
        DeclaredTypes.Register(context, (declaration, sink) =>
        {
            if (Problem(declaration.Symbol, declaration.Type) is not { } problem) return;
            scope.Report(sink, declaration.Place, $"'{declaration.Symbol.Name}' {problem}", "Declare a struct with named fields");
        });
    }

    private static void CheckType(SymbolAnalysisContext context, RuleScope scope)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.IsRecord) return;
        scope.Report(
            context.ReportDiagnostic, type.Locations[0],
            $"Record '{type.Name}' has members that the compiler writes: comparison, printing and copying",
            "Declare a struct and write the members that are needed");
    }

    private static string? Problem(ISymbol symbol, ITypeSymbol type)
    {
        foreach (var part in Parts(type))
        {
            if (part is { Name: "Tuple", IsTupleType: false, IsReferenceType: true } && IsSystem(part)) return "is of a tuple class";
            if (!part.IsTupleType) continue;
            if (symbol is not (ILocalSymbol or IMethodSymbol)) return "stores or passes a tuple";
            if (!part.TupleElements.Select((element, index) => element.Name != $"Item{index + 1}").All(named => named))
            {
                return "is a tuple with elements that have no name";
            }
        }

        return null;
    }

    private static System.Collections.Generic.IEnumerable<INamedTypeSymbol> Parts(ITypeSymbol type)
    {
        switch (type)
        {
            case IArrayTypeSymbol array:
                foreach (var part in Parts(array.ElementType)) yield return part;
                break;
            case IPointerTypeSymbol pointer:
                foreach (var part in Parts(pointer.PointedAtType)) yield return part;
                break;
            case INamedTypeSymbol named:
                yield return named;
                foreach (var argument in named.TypeArguments)
                {
                    foreach (var part in Parts(argument)) yield return part;
                }

                break;
        }
    }

    private static bool IsSystem(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
}
