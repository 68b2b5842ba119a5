using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Numerics;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Flow;

/// <summary>
/// Which variables of one function the analysis may follow: not those whose address or reference can outlive the
/// statement, nor those that a lambda or local function shares.
/// </summary>
internal sealed class FlowVariables
{
    private readonly HashSet<ISymbol> _shared;
    private readonly HashSet<ISymbol> _untracked = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<CaptureId, List<IOperation>> _captured = new();
    private readonly HashSet<CaptureId> _targets = new();
    private readonly SortedSet<BigInteger> _constants = new();
    private readonly List<IFlowAnonymousFunctionOperation> _lambdas = [];

    private FlowVariables(HashSet<ISymbol> shared)
    {
        _shared = shared;
    }

    /// <summary>Ends of ranges worth stopping at: constants of the function and their neighbours, ends of types.</summary>
    public ImmutableArray<BigInteger> Thresholds => [.. _constants];

    /// <summary>The lambdas written in the function.</summary>
    public IReadOnlyList<IFlowAnonymousFunctionOperation> Lambdas => _lambdas;

    public static FlowVariables Of(ControlFlowGraph graph, HashSet<ISymbol> shared)
    {
        var variables = new FlowVariables(shared);
        foreach (var end in TypeEnds) variables._constants.Add(end);
        var all = new List<IOperation>();
        foreach (var block in graph.Blocks)
        {
            foreach (var operation in block.Operations) all.AddRange(operation.DescendantsAndSelf());
            if (block.BranchValue is { } value) all.AddRange(value.DescendantsAndSelf());
        }

        foreach (var operation in all) variables.Look(operation);
        foreach (var operation in all)
        {
            if (operation is IFlowCaptureReferenceOperation use) variables.LookAtUse(use);
            else if (operation is IFlowAnonymousFunctionOperation lambda) variables._lambdas.Add(lambda);
        }

        return variables;
    }

    /// <summary>The variables that lambdas and local functions below the operation share with the code around them.</summary>
    public static HashSet<ISymbol> SharedBelow(IOperation root)
    {
        var shared = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var function in Descent.Of(root).Where(o => o is ILocalFunctionOperation or IAnonymousFunctionOperation))
        {
            var own = function is ILocalFunctionOperation local ? local.Symbol : ((IAnonymousFunctionOperation)function).Symbol;
            foreach (var operation in function.Descendants())
            {
                var symbol = operation switch
                {
                    ILocalReferenceOperation reference => reference.Local,
                    IParameterReferenceOperation reference => (ISymbol)reference.Parameter,
                    _ => null,
                };
                if (symbol is not null && !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, own)) shared.Add(symbol);
            }
        }

        return shared;
    }

    public bool IsFollowed(ISymbol symbol) => !_untracked.Contains(symbol) && !_shared.Contains(symbol);

    /// <summary>True when the capture stands for a variable and not for a value.</summary>
    public bool IsTarget(CaptureId capture) => _targets.Contains(capture);

    public IEnumerable<IOperation> Captured(CaptureId capture) =>
        _captured.TryGetValue(capture, out var operations) ? operations : [];

    /// <summary>Ends of the integral types.</summary>
    public static ImmutableArray<BigInteger> TypeEnds { get; } =
    [
        long.MinValue, int.MinValue, short.MinValue, sbyte.MinValue, -1, 0, 1, sbyte.MaxValue, byte.MaxValue, short.MaxValue,
        ushort.MaxValue, int.MaxValue, uint.MaxValue, long.MaxValue, ulong.MaxValue,
    ];

    private void Look(IOperation operation)
    {
        if (operation.ConstantValue is { HasValue: true, Value: { } value } && FlowConstants.Integer(value) is { } number)
        {
            _constants.Add(number - 1);
            _constants.Add(number);
            _constants.Add(number + 1);
        }

        switch (operation)
        {
            case IAddressOfOperation address:
                Escape(address.Reference);
                break;
            case ISimpleAssignmentOperation { IsRef: true } assignment:
                Escape(assignment.Value);
                break;
            case IArgumentOperation { Parameter.RefKind: not RefKind.None } argument when MayKeep(argument):
                Escape(argument.Value);
                break;
            case IInvocationOperation { Instance: { Type.IsValueType: true } instance } call
                when call.TargetMethod.ReturnsByRef || call.TargetMethod.ReturnType.IsRefLikeType:
                if (!FixedSpan.IsSpan(instance.Type)) Escape(instance);
                break;
            case IConversionOperation conversion when FixedSpan.IsSpan(conversion.Type) && conversion.Operand.Type is { IsValueType: true } type
                && !FixedSpan.IsSpan(type):
                Escape(conversion.Operand);
                break;
            case IFlowCaptureOperation capture:
                if (!_captured.TryGetValue(capture.Id, out var list)) _captured[capture.Id] = list = [];
                list.Add(capture.Value);
                break;
        }
    }

    private void LookAtUse(IFlowCaptureReferenceOperation use)
    {
        switch (use.Parent)
        {
            case IAssignmentOperation assignment when assignment.Target == use:
            case IIncrementOrDecrementOperation:
                _targets.Add(use.Id);
                break;
            case IArgumentOperation { Parameter.RefKind: not RefKind.None }:
            case ISimpleAssignmentOperation { IsRef: true }:
            case IAddressOfOperation:
            case ITupleOperation:
            case IMemberReferenceOperation { Instance.Type: { IsValueType: true, IsReadOnly: false } }:
            case IInvocationOperation { Instance.Type: { IsValueType: true, IsReadOnly: false } }:
            case IInlineArrayAccessOperation:
                _targets.Add(use.Id);
                foreach (var operation in Captured(use.Id)) Escape(operation);
                break;
        }
    }

    private static bool MayKeep(IArgumentOperation argument)
    {
        if (argument.Parent is not IInvocationOperation call) return true;
        var method = call.TargetMethod;
        return method.ReturnsByRef || method.ReturnsByRefReadonly || method.ReturnType.IsRefLikeType
            || call.Instance?.Type is { IsRefLikeType: true }
            || method.Parameters.Any(p => p.RefKind != RefKind.None && p.Type.IsRefLikeType);
    }

    private void Escape(IOperation operation)
    {
        foreach (var inner in operation.DescendantsAndSelf())
        {
            switch (inner)
            {
                case ILocalReferenceOperation local: _untracked.Add(local.Local); break;
                case IParameterReferenceOperation parameter: _untracked.Add(parameter.Parameter); break;
                case IDeclarationExpressionOperation: break;
                case IFlowCaptureReferenceOperation capture when !_targets.Contains(capture.Id):
                    _targets.Add(capture.Id);
                    foreach (var captured in Captured(capture.Id)) Escape(captured);
                    break;
            }
        }
    }
}
