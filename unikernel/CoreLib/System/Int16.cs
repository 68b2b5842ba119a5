// CONTRACT with ILC: known by name; the compiler supplies the representation, so no field is declared.
namespace System;

using Certify;

/// <summary>Signed integer of 16 bits, two's complement, little endian in memory.</summary>
[Requirement("KRN-LLR-020")]
public struct Int16
{
    /// <summary>Greatest value.</summary>
    public const short MaxValue = 32767;

    /// <summary>Least value.</summary>
    public const short MinValue = -32768;
}
