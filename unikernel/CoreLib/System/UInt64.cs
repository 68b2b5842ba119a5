// CONTRACT with ILC: known by name; the compiler supplies the representation, so no field is declared.
namespace System;

using Certify;

/// <summary>Unsigned integer of 64 bits, two's complement, little endian in memory.</summary>
[Requirement("KRN-LLR-020")]
public struct UInt64
{
    /// <summary>Greatest value.</summary>
    public const ulong MaxValue = 18446744073709551615UL;

    /// <summary>Least value.</summary>
    public const ulong MinValue = 0;
}
