using System.Numerics;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Flow;

/// <summary>Constants as the analysis has them.</summary>
internal static class FlowConstants
{
    /// <summary>The integer that a constant is, characters and truth values included, else null.</summary>
    public static BigInteger? Integer(object value) => value switch
    {
        bool truth => truth ? 1 : 0,
        char character => character,
        sbyte number => number,
        byte number => number,
        short number => number,
        ushort number => number,
        int number => number,
        uint number => number,
        long number => number,
        ulong number => number,
        _ => null,
    };

    /// <summary>The value of a constant expression, else null.</summary>
    public static AbstractValue? Of(IOperation operation)
    {
        if (operation.ConstantValue is not { HasValue: true, Value: { } value }) return null;
        if (Integer(value) is { } number) return AbstractValue.Of(number);
        return value switch
        {
            float single => AbstractValue.Of(FloatInterval.Of(single)),
            double real => AbstractValue.Of(FloatInterval.Of(real)),
            string text => AbstractValue.WithLength(AbstractValue.Of(text.Length)),
            _ => null,
        };
    }
}
