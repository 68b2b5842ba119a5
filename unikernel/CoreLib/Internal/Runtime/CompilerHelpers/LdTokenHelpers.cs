// CONTRACT with ILC: constant arrays.
namespace Internal.Runtime.CompilerHelpers;

using Certify;
using System;
using System.Runtime;
using System.Runtime.CompilerServices;

/// <summary>Makes handles from tokens.</summary>
[Boundary("a symbol that no object defines, so that a use ends the link"), Requirement("KRN-LLR-021")]
internal static class LdTokenHelpers
{
    /// <summary>Never linked: ILC interprets its uses in static initialisers.</summary>
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_unsupported_token")]
    internal static extern RuntimeFieldHandle GetRuntimeFieldHandle(IntPtr handle);
}
