using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.DynamicCode;

/// <summary>The member that an operation uses, for rules that forbid members by name.</summary>
internal static class UsedMember
{
    /// <summary>Operations that <see cref="Of"/> understands.</summary>
    public static readonly OperationKind[] Kinds =
    [
        OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference, OperationKind.FieldReference,
        OperationKind.MethodReference, OperationKind.EventReference,
    ];

    /// <summary>The member, or null inside <c>nameof</c> and attributes, which do not run.</summary>
    public static ISymbol? Of(IOperation operation)
    {
        ISymbol? member = operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IMemberReferenceOperation reference => reference.Member,
            _ => null,
        };
        return member is null || operation.IsInNameOf() || operation.IsInAttribute() ? null : member;
    }
}
