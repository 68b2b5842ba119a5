// CONTRACT with ILC: demanded for every program. A use of it leaves an undefined symbol, which ends the link.
namespace System;

using Certify;
using System.Runtime;
using System.Runtime.CompilerServices;

/// <summary>Block moves that ILC asks for by name.</summary>
[Boundary("a symbol that no object defines, so that a use ends the link"), Requirement("KRN-LLR-028")]
public static class Buffer
{
    /// <summary>Moves references; never linked, as no object is made at run time.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_unsupported_reference_move")]
    internal static extern void BulkMoveWithWriteBarrier(ref byte destination, ref byte source, nuint byteCount);
}
