using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Initialisation;

/// <summary>
/// The locals and value parameters of one member whose stores can be followed by name: declared by a statement of
/// their own, not a reference, not seen by another function, and without an address.
/// </summary>
internal sealed class TrackedLocals
{
    private readonly HashSet<ISymbol> _tracked = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _read = new(SymbolEqualityComparer.Default);

    private bool _hasNameOf;
    private bool _hasFunction;

    private TrackedLocals()
    {
    }

    /// <summary>True when nothing can be followed.</summary>
    public bool IsEmpty => _tracked.Count == 0;

    /// <summary>True when something may be stored in one of them.</summary>
    public bool HasStores { get; private set; }

    /// <summary>Locals whose value no expression uses, in source order.</summary>
    public IEnumerable<ISymbol> NeverRead => _tracked
        .Where(variable => variable is ILocalSymbol && !_read.Contains(variable)).OrderBy(variable => variable.Locations[0].SourceSpan.Start);

    /// <summary>True when the variable is followed and has reads at all: the others are reported as a whole.</summary>
    public bool IsFollowed(ISymbol variable) => _tracked.Contains(variable) && (variable is IParameterSymbol || _read.Contains(variable));

    /// <summary>Looks at a member's body.</summary>
    public static TrackedLocals In(IOperation body)
    {
        var found = new TrackedLocals();
        var left = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var all = Descent.Of(body);

        // Most bodies have neither; then nothing need be looked for above each use.
        found._hasNameOf = all.Any(operation => operation.Kind == OperationKind.NameOf);
        found._hasFunction = all.Any(operation => operation.Kind is OperationKind.LocalFunction or OperationKind.AnonymousFunction);
        foreach (var operation in all)
        {
            switch (operation)
            {
                case IVariableDeclaratorOperation declarator when IsPlain(declarator):
                    found._tracked.Add(declarator.Symbol);
                    found.HasStores = true;
                    break;
                case ILocalReferenceOperation local:
                    found.Look(local, local.Local, left);
                    break;
                case IParameterReferenceOperation { Parameter.RefKind: RefKind.None } parameter when parameter.Parameter.ContainingSymbol is IMethodSymbol:
                    found._tracked.Add(parameter.Parameter);
                    found.Look(parameter, parameter.Parameter, left);
                    break;
            }
        }

        found._tracked.ExceptWith(left);
        return found;
    }

    private void Look(IOperation use, ISymbol variable, HashSet<ISymbol> left)
    {
        if (_hasNameOf && use.IsInNameOf()) left.Add(variable);
        var (reads, writes) = OperationReader.Use(use);
        if (reads) _read.Add(variable);
        HasStores |= writes;
        var isStore = use.Parent is IAssignmentOperation or IIncrementOrDecrementOperation or IArgumentOperation;
        if ((writes && reads && !isStore && use.Type is { IsValueType: true } && IsReference(use)) || (_hasFunction && IsSeenElsewhere(use, variable))) left.Add(variable);
        if (use.Parent is IAddressOfOperation or ISimpleAssignmentOperation { IsRef: true }) left.Add(variable);
        if (use.Parent is IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.In or RefKind.RefReadOnlyParameter } argument && MayKeep(argument)) left.Add(variable);
        if (use is ILocalReferenceOperation { IsDeclaration: true, Parent: not ISimpleAssignmentOperation }) left.Add(variable); // out var, deconstruction.
        if (use.Parent is IConversionOperation { Type: { } type } && FixedLength.IsSpan(type)) left.Add(variable);
    }

    // A function with a reference as result may hand the variable itself back.
    private static bool MayKeep(IArgumentOperation argument) =>
        argument.Parent is not IInvocationOperation { TargetMethod: { RefKind: RefKind.None, ReturnType.IsRefLikeType: false } };

    private static bool IsReference(IOperation use) =>
        use.Parent is IVariableInitializerOperation or IReturnOperation;

    private static bool IsSeenElsewhere(IOperation use, ISymbol variable)
    {
        for (var above = use.Parent; above is not null; above = above.Parent)
        {
            var function = above switch
            {
                ILocalFunctionOperation local => (ISymbol)local.Symbol,
                IAnonymousFunctionOperation lambda => lambda.Symbol,
                _ => null,
            };
            if (function is not null) return above is IAnonymousFunctionOperation || !SymbolEqualityComparer.Default.Equals(function, variable.ContainingSymbol);
        }

        return false;
    }

    private static bool IsPlain(IVariableDeclaratorOperation declarator) =>
        declarator.Symbol is { IsRef: false, IsConst: false, IsFixed: false, IsUsing: false, IsForEach: false }
        && declarator.Syntax is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: LocalDeclarationStatementSyntax or ForStatementSyntax } }
        && !(declarator.Parent?.Parent?.Parent is IUsingDeclarationOperation);
}
