// CONTRACT with ILC: known by name; the compiler supplies the representation, so no field is declared.
namespace System;

using Certify;

/// <summary>Unsigned integer of 32 bits, two's complement, little endian in memory.</summary>
[Requirement("KRN-LLR-020")]
public struct UInt32
{
    /// <summary>Greatest value.</summary>
    public const uint MaxValue = 4294967295U;

    /// <summary>Least value.</summary>
    public const uint MinValue = 0;
}
