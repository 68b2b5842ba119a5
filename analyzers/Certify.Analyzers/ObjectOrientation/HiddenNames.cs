using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>Finds what a declaration hides; each answer ends the sentence "it hides …".</summary>
internal static class HiddenNames
{
    /// <summary>The field or property, own, inherited or of a type around, that has the variable's name.</summary>
    public static string? FieldOrProperty(ISymbol variable)
    {
        if (variable is IParameterSymbol parameter && (HasNoBody(parameter.ContainingSymbol) || IsOfRecord(parameter))) return null;
        return Members(variable.ContainingType, variable.Name)
            .Where(member => member is IFieldSymbol or IPropertySymbol { IsIndexer: false })
            .Select(Shown).FirstOrDefault();
    }

    /// <summary>
    /// As ordinary C# sees it: a field that the code could have meant. Parameters of constructors are named after the
    /// fields they fill.
    /// </summary>
    public static string? FieldOnHost(ISymbol variable)
    {
        if (variable is IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } }) return null;
        if (variable is IParameterSymbol parameter && HasNoBody(parameter.ContainingSymbol)) return null;
        var inStatic = variable.ContainingSymbol.IsStatic;
        return Members(variable.ContainingType, variable.Name)
            .Where(member => member is IFieldSymbol field && (field.IsStatic || !inStatic))
            .Select(Shown).FirstOrDefault();
    }

    /// <summary>The local or parameter outside the variable's own local function or lambda that has its name.</summary>
    public static string? OuterVariable(ISymbol variable, SyntaxNode declaration, SemanticModel model)
    {
        var function = declaration.Ancestors().FirstOrDefault(node => node is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax);
        if (function is null) return null;
        return model.LookupSymbols(function.SpanStart, name: variable.Name)
            .Where(outer => outer is ILocalSymbol or IParameterSymbol && !SymbolEqualityComparer.Default.Equals(outer, variable))
            .Select(outer => $"'{outer.Name}' outside its function").FirstOrDefault();
    }

    /// <summary>The member of a base class or base interface that a member has the name of without overriding it.</summary>
    public static string? InheritedMember(ISymbol member)
    {
        if (member.ContainingType is not { } type || member.IsOverride || !member.CanBeReferencedByName) return null;
        if (member is IMethodSymbol { MethodKind: not MethodKind.Ordinary }) return null;
        return Bases(type).SelectMany(parent => parent.GetMembers(member.Name))
            .Where(inherited => IsVisible(inherited, type) && !inherited.IsImplicitlyDeclared && IsSameForm(member, inherited))
            .Select(Shown).FirstOrDefault();
    }

    /// <summary>The implementation of an interface by a base class that a class replaces by naming the interface again.</summary>
    public static string? Reimplemented(INamedTypeSymbol type)
    {
        if (type is not { TypeKind: TypeKind.Class, BaseType: { } parent }) return null;
        return type.Interfaces.Where(declared => parent.AllInterfaces.Contains(declared, SymbolEqualityComparer.Default))
            .Where(declared => declared.GetMembers().Any(member => IsReplaced(type, member)))
            .Select(declared => $"the implementation of '{declared.Shown()}' in '{parent.Shown()}'").FirstOrDefault();
    }

    private static bool IsReplaced(INamedTypeSymbol type, ISymbol member) =>
        type.FindImplementationForInterfaceMember(member) is { IsOverride: false } own
        && SymbolEqualityComparer.Default.Equals(own.ContainingType, type);

    private static bool HasNoBody(ISymbol? function) =>
        function is null or { IsAbstract: true } or { IsExtern: true } or IMethodSymbol { MethodKind: MethodKind.DelegateInvoke };

    // The property of a positional record is written from its parameter.
    private static bool IsOfRecord(IParameterSymbol parameter) =>
        parameter.ContainingType is { IsRecord: true }
        && parameter.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax().Parent?.Parent is TypeDeclarationSyntax);

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol? type, string name)
    {
        for (var around = type; around is not null; around = around.ContainingType)
        {
            foreach (var member in around.GetMembers(name)) if (!member.IsImplicitlyDeclared) yield return member;
            for (var parent = around.BaseType; parent is not null; parent = parent.BaseType)
            {
                foreach (var member in parent.GetMembers(name)) if (IsVisible(member, around)) yield return member;
            }
        }
    }

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            foreach (var parent in type.AllInterfaces) yield return parent;
        }

        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType) yield return parent;
    }

    private static bool IsVisible(ISymbol member, INamedTypeSymbol from) => member.DeclaredAccessibility switch
    {
        Accessibility.Private => false,
        Accessibility.Internal or Accessibility.ProtectedAndInternal =>
            SymbolEqualityComparer.Default.Equals(member.ContainingAssembly, from.ContainingAssembly),
        _ => true,
    };

    // Methods hide methods with the same parameters; anything else hides everything of its name.
    private static bool IsSameForm(ISymbol member, ISymbol inherited)
    {
        if (member is not IMethodSymbol own || inherited is not IMethodSymbol theirs) return member is not IMethodSymbol || inherited is not IMethodSymbol;
        return own.Arity == theirs.Arity && own.Parameters.Length == theirs.Parameters.Length
            && own.Parameters.Zip(theirs.Parameters, (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type)).All(same => same);
    }

    private static string Shown(ISymbol member) => $"'{member.ContainingType.Shown()}.{member.Name}'";
}
