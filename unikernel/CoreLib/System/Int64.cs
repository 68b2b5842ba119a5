// CONTRACT with ILC: known by name; the compiler supplies the representation, so no field is declared.
namespace System;

using Certify;

/// <summary>Signed integer of 64 bits, two's complement, little endian in memory.</summary>
[Requirement("KRN-LLR-020")]
public struct Int64
{
    /// <summary>Greatest value.</summary>
    public const long MaxValue = 9223372036854775807L;

    /// <summary>Least value.</summary>
    public const long MinValue = -9223372036854775807L - 1;
}
