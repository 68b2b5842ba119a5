using System;
using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Resources;

/// <summary>Whether a value has a greatest one: known, unknown, or known as soon as some parameters are.</summary>
internal sealed class UpperBound
{
    /// <summary>The ordinal that stands for the value a method is called on.</summary>
    public const int Receiver = -1;

    /// <summary>A constant limits it.</summary>
    public static readonly UpperBound Known = new(false, []);

    /// <summary>Nothing found limits it.</summary>
    public static readonly UpperBound Unknown = new(true, []);

    private UpperBound(bool isUnknown, IReadOnlyCollection<int> needs)
    {
        IsUnknown = isUnknown;
        Needs = needs;
    }

    /// <summary>True when nothing limits the value.</summary>
    public bool IsUnknown { get; }

    /// <summary>Ordinals of the parameters whose values or lengths limit it.</summary>
    public IReadOnlyCollection<int> Needs { get; }

    /// <summary>Limited by a parameter.</summary>
    public static UpperBound By(int ordinal) => new(false, [ordinal]);

    /// <summary>Limited when both are.</summary>
    public UpperBound And(UpperBound other) => IsUnknown || other.IsUnknown ? Unknown : new UpperBound(false, [.. Needs.Union(other.Needs)]);

    /// <summary>Limited when one of them is: the one that needs less.</summary>
    public UpperBound Or(UpperBound other) =>
        IsUnknown ? other : other.IsUnknown ? this : Needs.Count <= other.Needs.Count ? this : other;
}

/// <summary>Looks for the greatest value of expressions in one function, by their form.</summary>
internal sealed class UpperBounds(FunctionFacts facts, ProgramFacts program)
{
    private const int DepthMax = 32; // Of locals that are given the value of other locals.
    private const decimal WideMin = ushort.MaxValue; // A type with more values than this limits nothing in practice.

    /// <summary>True for a value whose number of elements counts, not the value.</summary>
    public static bool HasLength(IOperation value) => value.WithoutConversions().Type is { } type && FixedLength.Is(type);

    /// <summary>The turns of a counted loop: limited when both of its ends are.</summary>
    public (UpperBound Bound, string On) Turns(IForLoopOperation loop, IOperation condition)
    {
        var start = loop.Before.OfType<IVariableDeclarationGroupOperation>().SelectMany(group => group.Declarations)
            .SelectMany(declaration => declaration.Declarators).Select(declarator => declarator.GetVariableInitializer()?.Value)
            .FirstOrDefault(value => value is not null);
        var counters = new HashSet<ISymbol>(loop.Locals, SymbolEqualityComparer.Default);
        UpperBound? best = null;
        var on = condition.Syntax.ToString();
        foreach (var test in Conjuncts(condition).OfType<IBinaryOperation>())
        {
            var leftCounts = test.LeftOperand.WithoutConversions() is ILocalReferenceOperation left && counters.Contains(left.Local);
            var end = leftCounts ? test.RightOperand : test.LeftOperand;
            var turns = Of(end);
            if (best is null || best.IsUnknown) on = end.Syntax.ToString();
            best = best is null ? turns : best.Or(turns);
        }

        best ??= UpperBound.Unknown;
        if (start is null || IsLimitedStart(start)) return (best, on);
        var first = Of(start);
        return (best.And(first), first.IsUnknown ? start.Syntax.ToString() : on);
    }

    /// <summary>Whether the value has a limit.</summary>
    public UpperBound Of(IOperation value) => Of(value, 0);

    /// <summary>Whether the number of elements has a limit.</summary>
    public UpperBound Length(IOperation collection) => Length(collection, 0);

    private static bool IsLimitedStart(IOperation start) => IntegerRange.Of(start) is { } range && range.Min >= 0 && range.Max <= long.MaxValue
        && start.ConstantValue.HasValue;

    private static IEnumerable<IOperation> Conjuncts(IOperation condition) =>
        condition is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both
            ? Conjuncts(both.LeftOperand).Concat(Conjuncts(both.RightOperand))
            : [condition];

    private UpperBound Of(IOperation value, int depth)
    {
        if (depth > DepthMax) return UpperBound.Unknown;
        if (value.ConstantValue.HasValue) return UpperBound.Known;
        if (IntegerRange.Of(value) is { } range && range.Max <= WideMin && range.Min >= -WideMin) return UpperBound.Known;
        return value switch
        {
            IParameterReferenceOperation parameter => Parameter(parameter.Parameter),
            ILocalReferenceOperation local => Local(local.Local, source => Of(source, depth + 1)),
            IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand, depth),
            IParenthesizedOperation inner => Of(inner.Operand, depth),
            IConditionalOperation { WhenFalse: { } other } choice => Of(choice.WhenTrue, depth).And(Of(other, depth)),
            ISwitchExpressionOperation arms => arms.Arms.Aggregate(UpperBound.Known, (all, arm) => all.And(Of(arm.Value, depth))),
            IBinaryOperation { OperatorMethod: null } binary => Binary(binary, depth),
            IPropertyReferenceOperation property when LoopWrites.IsLength(property) => Length(property.Instance!, depth),
            IPropertyReferenceOperation property => Property(property, depth),
            IFieldReferenceOperation field => LengthOfWindow(field),
            IInvocationOperation call when IsMath(call.TargetMethod) => Math(call, depth),
            _ => UpperBound.Unknown,
        };
    }

    private UpperBound Binary(IBinaryOperation binary, int depth)
    {
        var left = Of(binary.LeftOperand, depth);
        var right = Of(binary.RightOperand, depth);
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.And => left.Or(right),
            BinaryOperatorKind.Remainder => right.Or(left),
            BinaryOperatorKind.Divide or BinaryOperatorKind.RightShift or BinaryOperatorKind.UnsignedRightShift => left,
            BinaryOperatorKind.Subtract when binary.RightOperand.ConstantValue.HasValue || IntegerRange.Of(binary.RightOperand) is { Min: >= 0 } => left,
            _ => left.And(right),
        };
    }

    private UpperBound Length(IOperation collection, int depth)
    {
        if (depth > DepthMax) return UpperBound.Unknown;
        var value = collection is IConversionOperation conversion ? conversion.Operand : collection;
        if (FixedLength.IsInlineArray(value.Type) || value.ConstantValue.HasValue) return UpperBound.Known;
        return value switch
        {
            IConversionOperation => Length(value, depth + 1),
            IParameterReferenceOperation parameter => Parameter(parameter.Parameter),
            IInstanceReferenceOperation when FixedLength.IsSpan(value.Type) => UpperBound.By(UpperBound.Receiver),
            ILocalReferenceOperation local => Local(local.Local, source => Length(source, depth + 1)),
            IFieldReferenceOperation { Field: { IsStatic: true, IsReadOnly: true } field } when OnlyBody(field) is IFieldInitializerOperation initial =>
                Length(initial.Value, depth + 1),
            IPropertyReferenceOperation { Property: { IsStatic: true } property } => Getter(property, body => Length(body, depth + 1)),
            IArrayCreationOperation { DimensionSizes.Length: 1 } array => Of(array.DimensionSizes[0], depth),
            ICollectionExpressionOperation row => row.Elements.Any(element => element is ISpreadOperation) ? UpperBound.Unknown : UpperBound.Known,
            IUtf8StringOperation or IDefaultValueOperation => UpperBound.Known,
            IInvocationOperation { TargetMethod.Name: "Slice", Instance: { } span, Arguments.Length: 2 } slice =>
                Of(slice.Arguments[1].Value, depth).Or(Length(span, depth + 1)),
            IInvocationOperation { TargetMethod.Name: "Slice", Instance: { } span } => Length(span, depth + 1),
            IInvocationOperation { TargetMethod.Name: "AsSpan", Arguments.Length: > 0 } whole => Length(whole.Arguments[0].Value, depth + 1),
            IImplicitIndexerReferenceOperation range => Length(range.Instance, depth + 1),
            IConditionalOperation { WhenFalse: { } other } choice => Length(choice.WhenTrue, depth + 1).And(Length(other, depth + 1)),
            { Kind: OperationKind.None } => StackAlloc(value, depth),
            _ => UpperBound.Unknown,
        };
    }

    private UpperBound StackAlloc(IOperation value, int depth) => value.Syntax switch
    {
        Microsoft.CodeAnalysis.CSharp.Syntax.ImplicitStackAllocArrayCreationExpressionSyntax => UpperBound.Known,
        Microsoft.CodeAnalysis.CSharp.Syntax.StackAllocArrayCreationExpressionSyntax =>
            value.ChildOperations.FirstOrDefault() is { } size ? Of(size, depth) : UpperBound.Unknown,
        _ => UpperBound.Unknown,
    };

    private UpperBound Parameter(IParameterSymbol parameter)
    {
        var own = SymbolEqualityComparer.Default.Equals(ProgramFacts.Node(parameter.ContainingSymbol), facts.Symbol);
        if (!own || parameter.RefKind is RefKind.Ref or RefKind.Out) return UpperBound.Unknown;
        var written = facts.Writes.Any(target => target is IParameterReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Parameter, parameter));
        return written ? UpperBound.Unknown : UpperBound.By(parameter.Ordinal);
    }

    private UpperBound Local(ILocalSymbol local, Func<IOperation, UpperBound> of)
    {
        var sources = facts.SourcesOf(local);
        var stepped = facts.Writes.Count(target => target is ILocalReferenceOperation use && SymbolEqualityComparer.Default.Equals(use.Local, local));
        var assigned = sources.Count(source => source.Parent is IAssignmentOperation);
        if (sources.Count == 0 || local.IsRef || stepped > assigned || sources.Any(source => source.Parent is ICompoundAssignmentOperation or IForEachLoopOperation)) return UpperBound.Unknown;
        return sources.Aggregate(UpperBound.Known, (all, source) => all.And(of(source)));
    }

    private UpperBound Property(IPropertyReferenceOperation property, int depth) => Getter(property.Property, body => body.ConstantValue.HasValue ? UpperBound.Known : Constant(body, depth));

    private static UpperBound Constant(IOperation body, int depth) =>
        depth <= DepthMax && IntegerRange.Of(body) is { Max: <= WideMin, Min: >= -WideMin } ? UpperBound.Known : UpperBound.Unknown;

    // What a getter gives that is one expression.
    private UpperBound Getter(IPropertySymbol property, Func<IOperation, UpperBound> of)
    {
        if (property.GetMethod is not { IsVirtual: false, IsAbstract: false, IsOverride: false } getter || OnlyBody(getter) is not { } body) return UpperBound.Unknown;
        var results = body.DescendantsAndSelf().OfType<IReturnOperation>().Select(result => result.ReturnedValue).ToList();
        return results.Count == 1 && results[0] is { } only ? of(only) : UpperBound.Unknown;
    }

    private IOperation? OnlyBody(ISymbol function) => program.Find(function) is { Bodies.Count: 1 } code ? code.Bodies[0] : null;

    // A span's own number of elements, in the span's own code.
    private static UpperBound LengthOfWindow(IFieldReferenceOperation field) =>
        field.Instance is IInstanceReferenceOperation { Type: { } type } && FixedLength.IsSpan(type) ? UpperBound.By(UpperBound.Receiver) : UpperBound.Unknown;

    private static bool IsMath(IMethodSymbol method) =>
        method is { Name: "Min" or "Max" or "Clamp", ContainingType: { Name: "Math", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };

    private UpperBound Math(IInvocationOperation call, int depth)
    {
        var values = call.Arguments.OrderBy(argument => argument.Parameter?.Ordinal).Select(argument => Of(argument.Value, depth)).ToList();
        return (call.TargetMethod.Name, values.Count) switch
        {
            ("Min", 2) => values[0].Or(values[1]),
            ("Max", 2) => values[0].And(values[1]),
            ("Clamp", 3) => values[2],
            _ => UpperBound.Unknown,
        };
    }
}
