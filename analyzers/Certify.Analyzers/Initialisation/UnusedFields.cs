using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Program;
using Certify.Analyzers.Resources;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Initialisation;

/// <summary>
/// Private fields that nobody reads, nobody writes, or that only construction writes without saying so. The core
/// library is left out: the compiler prescribes the fields of its types and uses them itself.
/// </summary>
internal static class UnusedFields
{
    /// <summary>Each finding as place, fact and remedy, in source order.</summary>
    public static IEnumerable<(Location Place, string What, string Remedy)> Find(ProgramFacts program, RuleScope scope)
    {
        var uses = Uses(program);
        var fields = program.Types.SelectMany(type => type.GetMembers()).OfType<IFieldSymbol>()
            .Where(field => IsOwnAffair(field) && field.Locations.All(place => place.SourceTree is { } tree && scope.Covers(tree) && scope.ProfileOf(tree) != Profile.Core))
            .OrderBy(field => field.Locations[0], SourceOrder.Instance);
        foreach (var field in fields)
        {
            var use = uses.TryGetValue(field, out var found) ? found : default;
            var fault = Fault(field, use);
            if (fault is { } text) yield return (field.Locations[0], text.What, text.Remedy);
        }
    }

    private static (string What, string Remedy)? Fault(IFieldSymbol field, FieldUse use)
    {
        var isSet = use.IsWritten || HasInitialiser(field);
        if (!use.IsRead && !KeepsAlive(field))
        {
            return ($"The field '{field.Name}' is never read", "Remove it, or use its value");
        }

        if (use.IsRead && !isSet) return ($"The field '{field.Name}' is never written", "Give it a value, or remove it");
        return use.IsRead && !use.IsWrittenLater && !field.IsReadOnly && !field.IsVolatile && MayBeReadOnly(field)
            ? ($"The field '{field.Name}' is written by construction only", "Declare it 'readonly'")
            : null;
    }

    private static Dictionary<IFieldSymbol, FieldUse> Uses(ProgramFacts program)
    {
        var uses = new Dictionary<IFieldSymbol, FieldUse>(SymbolEqualityComparer.Default);
        foreach (var facts in program.Functions)
        {
            foreach (var access in facts.Fields)
            {
                var use = uses.TryGetValue(access.Field, out var before) ? before : default;
                use.IsRead |= access.Reads;
                use.IsWritten |= access.Writes;
                use.IsWrittenLater |= access.Writes && !IsConstruction(facts.Symbol, access);
                uses[access.Field] = use;
            }
        }

        return uses;
    }

    private static bool IsConstruction(ISymbol function, FieldAccess access)
    {
        var wanted = access.Field.IsStatic ? MethodKind.StaticConstructor : MethodKind.Constructor;
        if (function is not IMethodSymbol method) return true; // An initialiser.
        return method.MethodKind == wanted
            && SymbolEqualityComparer.Default.Equals(method.ContainingType, access.Field.ContainingType)
            && (access.Field.IsStatic || access.Operation is Microsoft.CodeAnalysis.Operations.IFieldReferenceOperation
            {
                Instance: Microsoft.CodeAnalysis.Operations.IInstanceReferenceOperation
                {
                    ReferenceKind: Microsoft.CodeAnalysis.Operations.InstanceReferenceKind.ContainingTypeInstance,
                },
            });
    }

    // Layout, an attribute or a record gives a field uses that no code shows.
    private static bool IsOwnAffair(IFieldSymbol field) =>
        field is { IsConst: false, IsImplicitlyDeclared: false, IsFixedSizeBuffer: false, DeclaredAccessibility: Accessibility.Private, CanBeReferencedByName: true }
        && field.GetAttributes().All(attribute => attribute.AttributeClass?.ContainingNamespace?.ToDisplayString() == "Certify")
        && !field.ContainingType.IsRecord
        && field.ContainingType.TypeKind is TypeKind.Class or TypeKind.Struct
        && !Annotations.IsHardware(field.ContainingType)
        && !field.ContainingType.GetAttributes().Any(attribute => attribute.AttributeClass?.Name
            is "StructLayoutAttribute" or "InlineArrayAttribute" or "SerializableAttribute" or "DataContractAttribute");

    private static bool HasInitialiser(IFieldSymbol field) =>
        field.DeclaringSyntaxReferences.Any(reference =>
            reference.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.VariableDeclaratorSyntax { Initializer: not null });

    // Objects with an end of their own, and functions, are held so that they stay.
    private static bool KeepsAlive(IFieldSymbol field) =>
        field.Type.TypeKind == TypeKind.Delegate
        || (field.Type.IsReferenceType && field.Type.AllInterfaces.Any(face => face.Name is "IDisposable" or "IAsyncDisposable"));

    // A struct with methods that change it would be copied before each call if its field were readonly.
    private static bool MayBeReadOnly(IFieldSymbol field) =>
        field.Type.IsReferenceType || field.Type.TypeKind == TypeKind.Enum || field.Type.SpecialType != SpecialType.None || field.Type.IsReadOnly;

    private struct FieldUse
    {
        public bool IsRead;
        public bool IsWritten;
        public bool IsWrittenLater;
    }
}
