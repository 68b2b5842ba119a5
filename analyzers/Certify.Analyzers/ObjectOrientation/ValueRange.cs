using System;
using System.Collections.Generic;
using System.Linq;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.ObjectOrientation;

/// <summary>A range that <c>[Range(min, max)]</c> states for a value.</summary>
internal sealed class ValueRange
{
    private const string Name = "RangeAttribute";

    private readonly double _min;
    private readonly double _max;

    private ValueRange(double min, double max)
    {
        _min = min;
        _max = max;
    }

    /// <summary>The range stated for a parameter or property, or null.</summary>
    public static ValueRange? Of(ISymbol symbol) => Of(Annotations.Find(symbol, Name));

    /// <summary>The range among the attributes of a result, or null.</summary>
    public static ValueRange? Of(IEnumerable<AttributeData> attributes) =>
        Of(attributes.FirstOrDefault(attribute => attribute.AttributeClass is
        {
            Name: Name, ContainingNamespace: { Name: "Certify", ContainingNamespace.IsGlobalNamespace: true },
        }));

    /// <summary>True when every value of the other range lies in this one.</summary>
    public bool Holds(ValueRange other) => _min <= other._min && other._max <= _max;

    private static ValueRange? Of(AttributeData? attribute)
    {
        if (attribute is null || attribute.ConstructorArguments.Length < 2) return null;
        return Number(attribute.ConstructorArguments[0]) is { } min && Number(attribute.ConstructorArguments[1]) is { } max
            ? new ValueRange(min, max)
            : null;
    }

    private static double? Number(TypedConstant constant) =>
        constant.Kind == TypedConstantKind.Primitive && constant.Value is IConvertible value and not (string or bool or char)
            ? value.ToDouble(System.Globalization.CultureInfo.InvariantCulture)
            : null;
}
