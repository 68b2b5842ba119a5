// CONTRACT with ILC: known by name; the compiler supplies the representation, so no field is declared.
namespace System;

using Certify;

/// <summary>Unsigned integer of 16 bits, two's complement, little endian in memory.</summary>
[Requirement("KRN-LLR-020")]
public struct UInt16
{
    /// <summary>Greatest value.</summary>
    public const ushort MaxValue = 65535;

    /// <summary>Least value.</summary>
    public const ushort MinValue = 0;
}
