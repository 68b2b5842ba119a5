// CONTRACT with ILC: known by name; the compiler supplies the representation, so no field is declared.
namespace System;

using Certify;

/// <summary>Signed integer of 8 bits, two's complement, little endian in memory.</summary>
[Requirement("KRN-LLR-020")]
public struct SByte
{
    /// <summary>Greatest value.</summary>
    public const sbyte MaxValue = 127;

    /// <summary>Least value.</summary>
    public const sbyte MinValue = -128;
}
