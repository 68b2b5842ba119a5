// CONTRACT with ILC: members known by name, called for checked conversions from floating point.
namespace System;

using Certify;
using Internal.Runtime.CompilerHelpers;

/// <content>Checked conversions: rounded toward zero; not-a-number and what does not fit trap Overflow.</content>
/// <remarks><b>Source:</b> ECMA-335, III.3.19 conv.ovf. The limits are the nearest values of double outside the type.</remarks>
public static partial class Math
{
    [Requirement("KRN-LLR-063")]
    [Modular("the comparison before leaves only values that fit")]
    internal static int ConvertToInt32Checked(double value)
    {
        if (!(value > -2147483649.0 && value < 2147483648.0))
        {
            ThrowHelpers.ThrowOverflowException();
        }

        return unchecked((int)value);
    }

    [Requirement("KRN-LLR-063")]
    [Modular("the comparison before leaves only values that fit")]
    internal static uint ConvertToUInt32Checked(double value)
    {
        if (!(value > -1.0 && value < 4294967296.0))
        {
            ThrowHelpers.ThrowOverflowException();
        }

        return unchecked((uint)value);
    }

    [Requirement("KRN-LLR-063")]
    [Modular("the comparison before leaves only values that fit")]
    internal static long ConvertToInt64Checked(double value)
    {
        if (!(value >= -9223372036854775808.0 && value < 9223372036854775808.0))
        {
            ThrowHelpers.ThrowOverflowException();
        }

        return unchecked((long)value);
    }

    [Requirement("KRN-LLR-063")]
    [Modular("the comparison before leaves only values that fit")]
    internal static ulong ConvertToUInt64Checked(double value)
    {
        if (!(value > -1.0 && value < 18446744073709551616.0))
        {
            ThrowHelpers.ThrowOverflowException();
        }

        return unchecked((ulong)value);
    }
}
