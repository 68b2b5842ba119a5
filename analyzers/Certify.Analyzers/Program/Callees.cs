using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Program;

/// <summary>The methods that one operation calls, those included that no name in the source shows.</summary>
internal static class Callees
{
    /// <summary>Every call made by the operation itself, not by the ones below it.</summary>
    public static IEnumerable<CallSite> Of(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation property => Accessors(property.Property, property, property.Instance),
        IImplicitIndexerReferenceOperation indexer => Implicit(indexer),
        IForEachLoopOperation loop => Enumerator(loop),
        IListPatternOperation list => Members(list, list.LengthSymbol, list.IndexerSymbol),
        ISlicePatternOperation slice => Members(slice, slice.SliceSymbol),
        IRecursivePatternOperation pattern => Members(pattern, pattern.DeconstructSymbol),
        IDeconstructionAssignmentOperation assignment => Deconstruction(assignment),
        ICollectionExpressionOperation collection => Collection(collection),
        IWithOperation copy => Members(copy, copy.CloneMethod),
        IUsingOperation { Resources: { } resource } => Disposal(operation, resource),
        IUsingDeclarationOperation declaration => Disposal(operation, declaration.DeclarationGroup),
        IAwaitOperation await => Awaited(await),
        IEventAssignmentOperation change => Event(change),
        ITupleBinaryOperation comparison => ElementComparisons(comparison),
        IBinaryOperation { OperatorMethod: { } combining, OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both =>
            ShortCircuit(both, combining),
        ICompoundAssignmentOperation step => Members(
            step, step.OperatorMethod, step.InConversion.MethodSymbol, step.OutConversion.MethodSymbol),
        _ => Single(operation) is { } method ? [new CallSite(method, Receiver(operation), operation)] : [],
    };

    // The compiler names no operator for tuples: all that the elements' types declare for the comparison count.
    private static IEnumerable<CallSite> ElementComparisons(ITupleBinaryOperation comparison)
    {
        var name = comparison.OperatorKind == BinaryOperatorKind.Equals ? WellKnownMemberNames.EqualityOperatorName : WellKnownMemberNames.InequalityOperatorName;
        return new[] { comparison.LeftOperand.Type, comparison.RightOperand.Type }
            .SelectMany(Elements)
            .SelectMany(type => Declared(type, name)
                .Concat(Declared(type, WellKnownMemberNames.ImplicitConversionName))
                .Concat(Declared(type, name == WellKnownMemberNames.EqualityOperatorName ? WellKnownMemberNames.FalseOperatorName : WellKnownMemberNames.TrueOperatorName)))
            .Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)
            .Select(method => new CallSite(method, null, comparison));
    }

    private static IEnumerable<ITypeSymbol> Elements(ITypeSymbol? type) => type switch
    {
        null => [],
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.SelectMany(element => Elements(element.Type)),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => Elements(nullable.TypeArguments[0]),
        _ => [type],
    };

    // User-defined && and || ask the left operand first whether that decides.
    private static IEnumerable<CallSite> ShortCircuit(IBinaryOperation both, IMethodSymbol combining)
    {
        yield return new CallSite(combining, null, both);
        var name = both.OperatorKind == BinaryOperatorKind.ConditionalAnd ? WellKnownMemberNames.FalseOperatorName : WellKnownMemberNames.TrueOperatorName;
        foreach (var test in Declared(combining.ContainingType, name)) yield return new CallSite(test, null, both);
    }

    private static IEnumerable<IMethodSymbol> Declared(ITypeSymbol type, string name) => type.GetMembers(name).OfType<IMethodSymbol>();

    private static IMethodSymbol? Single(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IMethodReferenceOperation reference => reference.Method,
        IBinaryOperation binary => binary.OperatorMethod,
        IUnaryOperation unary => unary.OperatorMethod,
        IIncrementOrDecrementOperation step => step.OperatorMethod,
        IConversionOperation conversion => conversion.OperatorMethod,
        _ => null,
    };

    private static IOperation? Receiver(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.Instance,
        IMethodReferenceOperation reference => reference.Instance,
        _ => null,
    };

    private static IEnumerable<CallSite> Members(IOperation operation, params ISymbol?[] members)
    {
        foreach (var member in members)
        {
            var method = member switch
            {
                IMethodSymbol itself => itself,
                IPropertySymbol property => property.GetMethod,
                _ => null,
            };
            if (method is not null) yield return new CallSite(method, null, operation);
        }
    }

    private static IEnumerable<CallSite> Implicit(IImplicitIndexerReferenceOperation indexer)
    {
        foreach (var length in Members(indexer, indexer.LengthSymbol)) yield return length;
        if (indexer.IndexerSymbol is IMethodSymbol slice) yield return new CallSite(slice, indexer.Instance, indexer);
        if (indexer.IndexerSymbol is not IPropertySymbol property) yield break;
        foreach (var accessor in Accessors(property, indexer, indexer.Instance)) yield return accessor;
    }

    private static IEnumerable<CallSite> Accessors(IPropertySymbol property, IOperation use, IOperation? instance)
    {
        var (reads, writes) = property.RefKind == RefKind.None ? Use(use) : (true, false);
        if (reads && property.GetMethod is { } getter) yield return new CallSite(getter, instance, use);
        if (writes && Setter(property) is { } setter) yield return new CallSite(setter, instance, use);
    }

    // An override may declare one accessor only; the other is its base's.
    private static IMethodSymbol? Setter(IPropertySymbol? property)
    {
        for (; property is not null; property = property.OverriddenProperty)
        {
            if (property.SetMethod is { } setter) return setter;
        }

        return null;
    }

    private static (bool Reads, bool Writes) Use(IOperation property)
    {
        var below = property;
        for (var above = property.Parent; above is ITupleOperation; above = above.Parent) below = above;
        return below.Parent switch
        {
            ISimpleAssignmentOperation assignment when assignment.Target == below => (false, true),
            IDeconstructionAssignmentOperation deconstruction when deconstruction.Target == below => (false, true),
            IAssignmentOperation assignment when assignment.Target == property => (true, true),
            IIncrementOrDecrementOperation => (true, true),
            _ => (true, false),
        };
    }

    private static IEnumerable<CallSite> Enumerator(IForEachLoopOperation loop)
    {
        if (loop.SemanticModel is not { } model || loop.Syntax is not CommonForEachStatementSyntax syntax) yield break;
        var info = model.GetForEachStatementInfo(syntax);
        if (loop.Collection.WithoutConversions().Type is { } type && !FixedLength.Is(type))
        {
            foreach (var call in Members(loop, info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty, info.DisposeMethod)) yield return call;
        }

        foreach (var call in Members(loop, info.CurrentConversion.MethodSymbol, info.ElementConversion.MethodSymbol)) yield return call;
        if (syntax is not ForEachVariableStatementSyntax variables) yield break;
        foreach (var method in Parts(model.GetDeconstructionInfo(variables))) yield return new CallSite(method, null, loop);
    }

    private static IEnumerable<CallSite> Deconstruction(IDeconstructionAssignmentOperation assignment) =>
        assignment is { SemanticModel: { } model, Syntax: AssignmentExpressionSyntax syntax }
            ? Parts(model.GetDeconstructionInfo(syntax)).Select(method => new CallSite(method, assignment.Value, assignment))
            : [];

    private static IEnumerable<IMethodSymbol> Parts(DeconstructionInfo info)
    {
        if (info.Method is { } method) yield return method;
        if (info.Conversion?.MethodSymbol is { } conversion) yield return conversion;
        foreach (var part in info.Nested.SelectMany(Parts)) yield return part;
    }

    private static IEnumerable<CallSite> Collection(ICollectionExpressionOperation collection)
    {
        foreach (var call in Members(collection, collection.ConstructMethod)) yield return call;
        if (collection.Elements.IsEmpty || collection.Type is not INamedTypeSymbol type || FixedLength.Is(type)) yield break;
        foreach (var add in type.GetMembers("Add").OfType<IMethodSymbol>().Where(add => !add.IsStatic && add.Parameters.Length == 1))
        {
            yield return new CallSite(add, null, collection);
        }
    }

    private static IEnumerable<CallSite> Disposal(IOperation operation, IOperation resource)
    {
        var types = resource is IVariableDeclarationGroupOperation group
            ? group.Declarations.SelectMany(declaration => declaration.Declarators).Select(declarator => (ITypeSymbol?)declarator.Symbol.Type)
            : [resource.Type];
        foreach (var type in types)
        {
            foreach (var name in new[] { "Dispose", "DisposeAsync" })
            {
                var method = type?.GetMembers(name).OfType<IMethodSymbol>().FirstOrDefault(m => !m.IsStatic && m.Parameters.IsEmpty)
                    ?? type?.AllInterfaces.SelectMany(face => face.GetMembers(name)).OfType<IMethodSymbol>().FirstOrDefault();
                if (method is not null) yield return new CallSite(method, null, operation);
            }
        }
    }

    private static IEnumerable<CallSite> Awaited(IAwaitOperation await)
    {
        if (await is not { SemanticModel: { } model, Syntax: AwaitExpressionSyntax syntax }) return [];
        var info = model.GetAwaitExpressionInfo(syntax);
        return Members(await, info.GetAwaiterMethod, info.IsCompletedProperty, info.GetResultMethod);
    }

    private static IEnumerable<CallSite> Event(IEventAssignmentOperation change) =>
        change.EventReference is IEventReferenceOperation { Event: { } raised } reference
        && (change.Adds ? raised.AddMethod : raised.RemoveMethod) is { } accessor
            ? [new CallSite(accessor, reference.Instance, change)]
            : [];
}
