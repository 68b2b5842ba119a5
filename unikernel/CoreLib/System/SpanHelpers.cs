// CONTRACT with ILC: the compiler calls these for block copies, fills and clears. They are assembler, because C#
// for a block copy could itself be compiled to a call of Memmove.
namespace System;

using Certify;
using System.Runtime;
using System.Runtime.CompilerServices;

/// <summary>Block operations that the compiler uses for large structs.</summary>
[Boundary("a block copy in C# could be compiled to a call of itself"), Requirement("KRN-LLR-028")]
internal static class SpanHelpers
{
    /// <summary>Copies <paramref name="len"/> bytes; the blocks may overlap.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_memmove")]
    internal static extern void Memmove(ref byte dest, ref byte src, nuint len);

    /// <summary>Sets <paramref name="len"/> bytes to <paramref name="value"/>.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_fill")]
    internal static extern void Fill(ref byte dest, byte value, nuint len);

    /// <summary>Sets <paramref name="len"/> bytes to zero.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_clear")]
    internal static extern void ClearWithoutReferences(ref byte dest, nuint len);
}
