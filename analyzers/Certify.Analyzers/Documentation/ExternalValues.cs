using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Documentation;

/// <summary>
/// Which values come from outside the program: input messages of cyclic applications with all that lies in them,
/// results of boundary types, parameters of the public interface without contract, and what is marked so.
/// </summary>
internal sealed class ExternalValues
{
    private readonly HashSet<ITypeSymbol> _messages = new(SymbolEqualityComparer.Default);

    public ExternalValues(Compilation compilation) => AddMessages(compilation.Assembly.GlobalNamespace);

    /// <summary>True when the operation reads a number from outside.</summary>
    public bool IsSource(IOperation operation) => IsNumber(operation.Type) && operation switch
    {
        IParameterReferenceOperation { Parameter: var parameter } => IsMarked(parameter) || IsOpen(parameter),
        IFieldReferenceOperation { Field: var field } => !field.IsConst && (IsMarked(field) || IsMessage(field.ContainingType)),
        IPropertyReferenceOperation { Property: var property } => IsMarked(property) || IsFromBoundary(property, operation),
        IInvocationOperation { TargetMethod: var method } => IsMarked(method) || IsFromBoundary(method, operation),
        _ => false,
    };

    /// <summary>True for the integral and floating types.</summary>
    public static bool IsNumber(ITypeSymbol? type) =>
        type?.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    private bool IsMessage(ITypeSymbol type) => _messages.Contains(type) || IsMarked(type);

    private static bool IsMarked(ISymbol symbol) =>
        Annotations.Find(symbol.OriginalDefinition, "ExternalAttribute") is { } mark && Annotations.HasText(mark, 0);

    // A parameter of the public interface without contract: nothing is known about the caller.
    private static bool IsOpen(IParameterSymbol parameter)
    {
        if (parameter.RefKind == RefKind.Out || parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method) return false;
        if (Annotations.Find(parameter, "RangeAttribute") is not null || Annotations.Find(method, "RequiresAttribute") is not null) return false;
        for (ISymbol? symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility != Accessibility.Public) return false;
        }

        return true;
    }

    // Inside the boundary type itself, its members are the place of the check.
    private static bool IsFromBoundary(ISymbol member, IOperation use) =>
        member is { IsExtern: true }
        || (member.ContainingType is { } type && Annotations.IsHardware(type) && member.DeclaredAccessibility != Accessibility.Private
            && use.SemanticModel?.GetEnclosingSymbol(use.Syntax.SpanStart) is { ContainingType: var user }
            && !SymbolEqualityComparer.Default.Equals(user?.OriginalDefinition, type.OriginalDefinition));

    private void AddMessages(INamespaceOrTypeSymbol container)
    {
        IEnumerable<INamespaceOrTypeSymbol> members = container is INamespaceSymbol space ? space.GetMembers() : container.GetTypeMembers();
        foreach (var member in members)
        {
            if (member is INamedTypeSymbol type)
            {
                foreach (var face in type.Interfaces)
                {
                    if (face.Arity == 3 && face.IsNamed("Certify.ICyclicApplication")) AddMessage(face.TypeArguments[1]);
                }
            }

            AddMessages(member);
        }
    }

    private void AddMessage(ITypeSymbol type)
    {
        if (type.TypeKind != TypeKind.Struct || type.SpecialType != SpecialType.None || !_messages.Add(type)) return;
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>())
        {
            if (!field.IsStatic) AddMessage(field.Type);
        }
    }
}
