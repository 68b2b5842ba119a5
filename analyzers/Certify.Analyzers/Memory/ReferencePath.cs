using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>A variable as a root and the steps from it: fields by name, elements by constant index or as "any".</summary>
internal sealed class ReferencePath
{
    private static readonly object s_any = new();

    private readonly ISymbol? _root;
    private readonly List<object> _steps;

    private ReferencePath(ISymbol? root, List<object> steps)
    {
        _root = root;
        _steps = steps;
    }

    /// <summary>The field at the beginning of the path: a static one, or one of the object that the function belongs to.</summary>
    public IFieldSymbol? Field => _root as IFieldSymbol ?? (_root is null && _steps.Count > 0 ? _steps[0] as IFieldSymbol : null);

    /// <summary>The path that an expression names; null when it names no variable of this function.</summary>
    public static ReferencePath? Of(IOperation operation, FunctionFacts facts) => Of(operation, facts, depth: 0);

    /// <summary>True unless the two stand for different memory for certain.</summary>
    public bool Overlaps(ReferencePath other)
    {
        if (!SymbolEqualityComparer.Default.Equals(_root, other._root)) return false;
        var sameStart = true; // Windows count from the beginning of the one before: they compare only from the same place.
        for (var i = 0; i < _steps.Count && i < other._steps.Count; i++)
        {
            switch (_steps[i], other._steps[i])
            {
                case (IFieldSymbol a, IFieldSymbol b):
                    if (!SymbolEqualityComparer.Default.Equals(a, b) && !MayOverlap(a)) return false;
                    break;
                case (Window a, Window b) when sameStart:
                    if (a.Start >= b.End || b.Start >= a.End) return false;
                    sameStart = a.Start == b.Start;
                    break;
                default:
                    sameStart = false;
                    break;
            }
        }

        return true;
    }

    /// <summary>The field by which this path goes on where the other ends, if it goes on so.</summary>
    public IFieldSymbol? FieldBelow(ReferencePath other) =>
        _steps.Count > other._steps.Count ? _steps[other._steps.Count] as IFieldSymbol : null;

    private static bool MayOverlap(IFieldSymbol field) => field.ContainingType.GetAttributes().Any(attribute =>
        attribute.AttributeClass?.Name == "StructLayoutAttribute" && attribute.ConstructorArguments.Length == 1
        && attribute.ConstructorArguments[0].Value is int and 2);

    private static ReferencePath? Of(IOperation operation, FunctionFacts facts, int depth)
    {
        const int DepthMax = 64; // Of locals that stand for other variables, one through the other.
        if (depth > DepthMax) return null;
        switch (operation)
        {
            case IConversionOperation conversion:
                return Of(conversion.Operand, facts, depth);
            case ILocalReferenceOperation local:
                return Alias(local.Local, facts, depth) ?? new ReferencePath(local.Local, []);
            case IParameterReferenceOperation parameter:
                return new ReferencePath(parameter.Parameter, []);
            case IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }:
                return new ReferencePath(null, []);
            case IFieldReferenceOperation { Instance: null } field:
                return new ReferencePath((IFieldSymbol)field.Field.OriginalDefinition, []);
            case IFieldReferenceOperation { Instance: { } holder } field:
                return Of(holder, facts, depth + 1)?.Then(field.Field.OriginalDefinition);
            case IArrayElementReferenceOperation { Indices.Length: 1 } element:
                return Of(element.ArrayReference, facts, depth + 1)?.Then(Element(element.Indices[0]));
            case IArrayElementReferenceOperation element:
                return Of(element.ArrayReference, facts, depth + 1)?.Then(s_any);
            case IInlineArrayAccessOperation access:
                return Of(access.Instance, facts, depth + 1)?.Then(Element(access.Argument));
            case IPropertyReferenceOperation { Instance: { } owner, Arguments.Length: 1 } property when property.Property.RefKind != RefKind.None:
                return Of(owner, facts, depth + 1)?.Then(Element(property.Arguments[0].Value));
            case IInvocationOperation { Instance: { } span, TargetMethod.Name: "Slice" } slice when FixedLength.IsSpan(span.Type):
                return Of(span, facts, depth + 1)?.Then(Slice(slice));
            case IInvocationOperation { TargetMethod.Name: "AsSpan", Arguments.Length: > 0 } whole:
                return Of(whole.Arguments[0].Value, facts, depth + 1)?.Then(s_any);
            case IImplicitIndexerReferenceOperation range:
                return Of(range.Instance, facts, depth + 1)?.Then(s_any);
            default:
                return null;
        }
    }

    // A ref local, and a span local with one source, stand for what they were given.
    private static ReferencePath? Alias(ILocalSymbol local, FunctionFacts facts, int depth)
    {
        if (!local.IsRef && !local.Type.IsRefLikeType) return null;
        var sources = facts.SourcesOf(local);
        return sources.Count == 1 ? Of(sources[0], facts, depth + 1) : null;
    }

    private static object Element(IOperation index) =>
        index.ConstantValue is { HasValue: true, Value: int at } ? new Window(at, at + 1L) : s_any;

    private static object Slice(IInvocationOperation slice)
    {
        var numbers = slice.Arguments.OrderBy(argument => argument.Parameter?.Ordinal)
            .Select(argument => argument.Value.ConstantValue is { HasValue: true, Value: int value } ? value : (int?)null).ToList();
        if (numbers.Count == 0 || numbers[0] is not { } start || numbers[numbers.Count - 1] is not { } last) return s_any;
        return new Window(start, numbers.Count == 1 ? long.MaxValue : (long)start + last);
    }

    private ReferencePath Then(object step) => new(_root, [.. _steps, step]);

    private sealed class Window(long start, long end)
    {
        public long Start { get; } = start;

        public long End { get; } = end;
    }
}
