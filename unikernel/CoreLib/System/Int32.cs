// CONTRACT with ILC: known by name; the compiler supplies the representation, so no field is declared.
namespace System;

using Certify;

/// <summary>Signed integer of 32 bits, two's complement, little endian in memory.</summary>
[Requirement("KRN-LLR-020")]
public struct Int32
{
    /// <summary>Greatest value.</summary>
    public const int MaxValue = 2147483647;

    /// <summary>Least value.</summary>
    public const int MinValue = -2147483648;
}
