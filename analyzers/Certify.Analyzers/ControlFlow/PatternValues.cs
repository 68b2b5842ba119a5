using System;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.ControlFlow;

/// <summary>Says which constants a case takes.</summary>
internal static class PatternValues
{
    /// <summary>True when the plain value or pattern surely takes the constant; the last resorts <c>_</c> and <c>var</c> name none.</summary>
    public static bool Takes(IOperation test, object value) => test switch
    {
        IConstantPatternOperation constant => Is(constant.Value.ConstantValue, value),
        IRelationalPatternOperation relational => Compares(relational, value),
        INegatedPatternOperation negated => !Takes(negated.Pattern, value) && IsDecided(negated.Pattern),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either =>
            Takes(either.LeftPattern, value) || Takes(either.RightPattern, value),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.And } both =>
            Takes(both.LeftPattern, value) && Takes(both.RightPattern, value),
        IPatternOperation => false,
        _ => Is(test.WithoutConversions().ConstantValue, value),
    };

    // Constants and comparisons are all this class understands, so only their negation says something.
    private static bool IsDecided(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation or IRelationalPatternOperation => true,
        INegatedPatternOperation negated => IsDecided(negated.Pattern),
        IBinaryPatternOperation binary => IsDecided(binary.LeftPattern) && IsDecided(binary.RightPattern),
        _ => false,
    };

    private static bool Is(Optional<object?> constant, object value) => constant.HasValue && value.Equals(constant.Value);

    private static bool Compares(IRelationalPatternOperation relational, object value)
    {
        if (relational.Value.ConstantValue is not { HasValue: true, Value: IComparable bound } || bound.GetType() != value.GetType()) return false;
        var order = -bound.CompareTo(value);
        return relational.OperatorKind switch
        {
            BinaryOperatorKind.LessThan => order < 0,
            BinaryOperatorKind.LessThanOrEqual => order <= 0,
            BinaryOperatorKind.GreaterThan => order > 0,
            BinaryOperatorKind.GreaterThanOrEqual => order >= 0,
            _ => false,
        };
    }
}
