using System.Collections.Generic;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Resources;

/// <summary>The methods that one operation calls, accessors and operators included.</summary>
internal static class Callees
{
    /// <summary>Every method called by the operation itself, not by the ones below it.</summary>
    public static IEnumerable<IMethodSymbol> Of(IOperation operation)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation property:
                return Accessors(property.Property, property);
            case IImplicitIndexerReferenceOperation indexer:
                return Implicit(indexer);
            case IForEachLoopOperation loop:
                return Enumerator(loop);
            default:
                return Single(operation) is { } method ? [method] : [];
        }
    }

    private static IMethodSymbol? Single(IOperation operation) => operation switch
    {
        IInvocationOperation call => call.TargetMethod,
        IObjectCreationOperation creation => creation.Constructor,
        IMethodReferenceOperation reference => reference.Method,
        IBinaryOperation binary => binary.OperatorMethod,
        IUnaryOperation unary => unary.OperatorMethod,
        IIncrementOrDecrementOperation step => step.OperatorMethod,
        ICompoundAssignmentOperation assignment => assignment.OperatorMethod,
        IConversionOperation conversion => conversion.OperatorMethod,
        _ => null,
    };

    private static IEnumerable<IMethodSymbol> Implicit(IImplicitIndexerReferenceOperation indexer)
    {
        if (indexer.LengthSymbol is IPropertySymbol { GetMethod: { } length }) yield return length;
        if (indexer.IndexerSymbol is IMethodSymbol slice) yield return slice;
        if (indexer.IndexerSymbol is not IPropertySymbol property) yield break;
        foreach (var accessor in Accessors(property, indexer)) yield return accessor;
    }

    private static IEnumerable<IMethodSymbol> Accessors(IPropertySymbol property, IOperation use)
    {
        var isTarget = use.Parent is IAssignmentOperation assignment && assignment.Target == use;
        var isStep = use.Parent is IIncrementOrDecrementOperation;
        var reads = !isTarget || use.Parent is not ISimpleAssignmentOperation;
        if (reads && property.GetMethod is { } getter) yield return getter;
        if ((isTarget || isStep) && property.SetMethod is { } setter) yield return setter;
    }

    private static IEnumerable<IMethodSymbol> Enumerator(IForEachLoopOperation loop)
    {
        if (loop.SemanticModel is not { } model || loop.Syntax is not CommonForEachStatementSyntax syntax) yield break;
        if (loop.Collection.WithoutConversions().Type is not { } type || FixedLength.Is(type)) yield break;
        var info = model.GetForEachStatementInfo(syntax);
        if (info.GetEnumeratorMethod is { } get) yield return get;
        if (info.MoveNextMethod is { } next) yield return next;
        if (info.CurrentProperty?.GetMethod is { } current) yield return current;
    }
}
