using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>What is done with a place in memory that an expression names.</summary>
internal static class Place
{
    /// <summary>True when the place is assigned, or handed on so that others can assign it.</summary>
    public static bool IsWritten(IOperation place) => place.Parent switch
    {
        ISimpleAssignmentOperation { IsRef: true } bind => bind.Value == place && IsWritable(bind.Target),
        IAssignmentOperation assignment => assignment.Target == place,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        IAddressOfOperation => true,
        ITupleOperation { Parent: IDeconstructionAssignmentOperation assignment } tuple => assignment.Target == tuple,
        ITupleOperation { Parent: ITupleOperation } tuple => IsWritten(tuple),
        IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.RefKind: RefKind.Ref } } => true,
        IReturnOperation => place.SemanticModel?.GetEnclosingSymbol(place.Syntax.SpanStart) is IMethodSymbol { RefKind: RefKind.Ref },
        _ => false,
    };

    private static bool IsWritable(IOperation reference) => reference switch
    {
        ILocalReferenceOperation local => local.Local.RefKind == RefKind.Ref,
        IFieldReferenceOperation => false, // A ref field is a finding of CFY1015 itself.
        _ => true,
    };
}
