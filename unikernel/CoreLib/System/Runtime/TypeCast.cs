// CONTRACT with ILC: demanded for every program. A use of one leaves an undefined symbol, which ends the link.
namespace System.Runtime;

using Certify;
using System.Runtime.CompilerServices;

/// <summary>Casts between reference types, of which there are none at run time.</summary>
[Boundary("symbols that no object defines, so that a use ends the link"), Requirement("KRN-LLR-029")]
internal static class TypeCast
{
    /// <summary>Never linked.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_unsupported_cast")]
    internal static extern object? CheckCastAny(IntPtr type, object? obj);

    /// <summary>Never linked.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_unsupported_cast")]
    internal static extern object? CheckCastInterface(IntPtr type, object? obj);

    /// <summary>Never linked.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_unsupported_cast")]
    internal static extern object? CheckCastClass(IntPtr type, object? obj);

    /// <summary>Never linked.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_unsupported_cast")]
    internal static extern object? CheckCastClassSpecial(IntPtr type, object? obj);

    /// <summary>Never linked.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_unsupported_cast")]
    internal static extern object? IsInstanceOfAny(IntPtr type, object? obj);

    /// <summary>Never linked.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_unsupported_cast")]
    internal static extern object? IsInstanceOfInterface(IntPtr type, object? obj);

    /// <summary>Never linked.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_unsupported_cast")]
    internal static extern object? IsInstanceOfClass(IntPtr type, object? obj);

    /// <summary>Never linked.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_unsupported_cast")]
    internal static extern bool IsInstanceOfException(IntPtr type, object? obj);
}
