using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>One place where a method uses the object it runs on: it calls a method of it, or hands it on.</summary>
internal sealed class SelfUse
{
    private SelfUse(Location place, IMethodSymbol? called, bool chosen)
    {
        Place = place;
        Called = called;
        IsChosen = chosen;
    }

    /// <summary>Where.</summary>
    public Location Place { get; }

    /// <summary>The method called on the object; null when the object is handed on.</summary>
    public IMethodSymbol? Called { get; }

    /// <summary>True when the object's own type chooses what runs; false for <c>base.</c> calls.</summary>
    public bool IsChosen { get; }

    /// <summary>All uses in a block. What lambdas do is done later; that they hold the object is a use.</summary>
    public static IEnumerable<SelfUse> In(IOperation block)
    {
        foreach (var operation in Descent.Of(block))
        {
            if (operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance } self && !self.IsInNameOf())
            {
                foreach (var use in Of(self)) yield return use;
            }
        }
    }

    private static IEnumerable<SelfUse> Of(IInstanceReferenceOperation self)
    {
        if (Lambda(self) is { } lambda) return [new SelfUse(lambda.Syntax.GetLocation(), called: null, chosen: false)];
        IOperation whole = self;
        while (whole.Parent is IConversionOperation or IParenthesizedOperation) whole = whole.Parent;
        var chosen = self.Syntax is not BaseExpressionSyntax;
        var place = (whole.Parent ?? whole).Syntax.GetLocation();
        return whole.Parent switch
        {
            IInvocationOperation call when call.Instance == whole => [new SelfUse(place, call.TargetMethod, chosen)],
            IPropertyReferenceOperation access when access.Instance == whole => Accessors(access).Select(accessor => new SelfUse(place, accessor, chosen)),
            IMemberReferenceOperation member when member.Instance == whole && member is not IMethodReferenceOperation => [],
            IExpressionStatementOperation => [],
            IBinaryOperation or IIsTypeOperation or IIsPatternOperation => [],
            _ => [new SelfUse(self.Syntax.GetLocation(), called: null, chosen: false)],
        };
    }

    private static IEnumerable<IMethodSymbol> Accessors(IPropertyReferenceOperation access)
    {
        var isTarget = access.Parent is IAssignmentOperation assignment && assignment.Target == access;
        var isStep = access.Parent is IIncrementOrDecrementOperation or ICompoundAssignmentOperation or ICoalesceAssignmentOperation;
        if ((!isTarget || isStep) && access.Property.GetMethod is { } get) yield return get;
        if ((isTarget || isStep) && access.Property.SetMethod is { } set) yield return set;
    }

    private static IOperation? Lambda(IOperation operation)
    {
        for (var parent = operation.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IAnonymousFunctionOperation) return parent;
        }

        return null;
    }
}
