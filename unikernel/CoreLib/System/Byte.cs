// CONTRACT with ILC: known by name; the compiler supplies the representation, so no field is declared.
namespace System;

using Certify;

/// <summary>Unsigned integer of 8 bits, two's complement, little endian in memory.</summary>
[Requirement("KRN-LLR-020")]
public struct Byte
{
    /// <summary>Greatest value.</summary>
    public const byte MaxValue = 255;

    /// <summary>Least value.</summary>
    public const byte MinValue = 0;
}
