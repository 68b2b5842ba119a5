using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Resources;

/// <summary>The values an integer expression can have, as far as its form alone tells; 64-bit nint.</summary>
internal sealed class IntegerRange
{
    private IntegerRange(decimal min, decimal max)
    {
        Min = min;
        Max = max;
    }

    public decimal Min { get; }

    public decimal Max { get; }

    /// <summary>All values of an integral type, else null.</summary>
    public static IntegerRange? Of(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_SByte => new(sbyte.MinValue, sbyte.MaxValue),
        SpecialType.System_Byte => new(byte.MinValue, byte.MaxValue),
        SpecialType.System_Int16 => new(short.MinValue, short.MaxValue),
        SpecialType.System_UInt16 or SpecialType.System_Char => new(ushort.MinValue, ushort.MaxValue),
        SpecialType.System_Int32 => new(int.MinValue, int.MaxValue),
        SpecialType.System_UInt32 => new(uint.MinValue, uint.MaxValue),
        SpecialType.System_Int64 or SpecialType.System_IntPtr => new(long.MinValue, long.MaxValue),
        SpecialType.System_UInt64 or SpecialType.System_UIntPtr => new(ulong.MinValue, ulong.MaxValue),
        _ => null,
    };

    /// <summary>The constant that an integral expression is, else null.</summary>
    public static decimal? Constant(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: { } value } && Of(operation.Type) is not null
            ? value is char c ? c : Convert.ToDecimal(value)
            : null;

    /// <summary>The range of an expression; null when it is no integer.</summary>
    public static IntegerRange? Of(IOperation operation)
    {
        if (Of(operation.Type) is not { } type) return null;
        if (Constant(operation) is { } value) return new(value, value);
        return operation switch
        {
            // A conversion that keeps every value keeps the range; one that can change values gives the type's.
            IConversionOperation { OperatorMethod: null } conversion => Of(conversion.Operand)?.Within(type) ?? type,
            IPropertyReferenceOperation property when LoopWrites.IsLength(property) => new(0, int.MaxValue),
            IBinaryOperation { OperatorMethod: null } binary => Of(binary)?.Within(type) ?? type,
            _ => type,
        };
    }

    private static IntegerRange? Of(IBinaryOperation binary)
    {
        if (Of(binary.LeftOperand) is not { } left || Constant(binary.RightOperand) is not { } right) return null;
        return binary.OperatorKind switch
        {
            BinaryOperatorKind.Add => new(left.Min + right, left.Max + right),
            BinaryOperatorKind.Subtract => new(left.Min - right, left.Max - right),
            BinaryOperatorKind.And when right >= 0 => new(0, right),
            BinaryOperatorKind.Divide when right > 0 && left.Min >= 0 => new(0, decimal.Floor(left.Max / right)),
            BinaryOperatorKind.Remainder when right > 0 && left.Min >= 0 => new(0, right - 1),
            _ => null,
        };
    }

    private IntegerRange? Within(IntegerRange type) => Min >= type.Min && Max <= type.Max ? this : null;
}
