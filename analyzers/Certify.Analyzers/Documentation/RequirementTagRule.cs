using System.Collections.Immutable;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Documentation;

/// <summary>CFY2001: code and declared data name the requirement they implement, on themselves or on a type around them.</summary>
// @llr CFY-LLR-032
public sealed class RequirementTagRule() : CertifyRule(
    RuleIds.RequirementTag,
    "'{0}' names no requirement. Add '[Requirement(\"id\")]' to it or to its type; if no requirement asks for it, remove it or write a derived one.",
    "Source code traces to low-level requirements; code without one is code nobody asked for.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterSymbolAction(c => CheckType(c, scope), SymbolKind.NamedType);

    private static void CheckType(SymbolAnalysisContext context, RuleScope scope)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind is TypeKind.Delegate or TypeKind.Error) return;
        if (IsAttribute(type) || IsTagged(type)) return;
        var members = type.GetMembers().Where(HasCode).ToImmutableArray();
        foreach (var member in members)
        {
            if (!IsTaggedMember(member)) Report(context, member, scope);
        }

        if (members.IsEmpty && IsData(type)) Report(context, type, scope);
    }

    private static bool IsTagged(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.ContainingType)
        {
            if (Annotations.HasRequirement(type)) return true;
        }

        return false;
    }

    private static bool IsTaggedMember(ISymbol member) =>
        Annotations.HasRequirement(member)
        || (member is IMethodSymbol { PartialImplementationPart: { } part } && Annotations.HasRequirement(part))
        || (member is IMethodSymbol { PartialDefinitionPart: { } definition } && Annotations.HasRequirement(definition));

    // Accessors follow their property; what the compiler adds has no source to tag; an abstract member of an
    // interface is a promise that its implementations trace.
    private static bool HasCode(ISymbol member) => member switch
    {
        { IsImplicitlyDeclared: true } => false,
        { IsAbstract: true, ContainingType.TypeKind: TypeKind.Interface } => false,
        IMethodSymbol { AssociatedSymbol: not null } => false,
        IMethodSymbol or IPropertySymbol or IEventSymbol => true,
        _ => false,
    };

    // A type without code is data (constants, an enum, fields), unless it only groups other types.
    private static bool IsData(INamedTypeSymbol type) =>
        type is { TypeKind: not TypeKind.Interface, IsExtension: false, IsImplicitlyDeclared: false }
        && (type.GetTypeMembers().IsEmpty || type.GetMembers().Any(member => member is IFieldSymbol));

    private static bool IsAttribute(INamedTypeSymbol type)
    {
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent is { Name: "Attribute", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } })
            {
                return true;
            }
        }

        return false;
    }

    private static void Report(SymbolAnalysisContext context, ISymbol symbol, RuleScope scope)
    {
        var place = symbol.Locations.FirstOrDefault(location => location.IsInSource);
        if (place is null) return;
        scope.Report(context.ReportDiagnostic, place, symbol.Shown());
    }
}
