namespace Certify.Kernel.Panic;

using System.Diagnostics.CodeAnalysis;
using System.Runtime;
using System.Runtime.CompilerServices;
using Certify;

/// <summary>The ways the machine ends on purpose. A fault ends it in Platform, without C#.</summary>
[Boundary("the exit device is an output instruction, which has no form in C#"), Requirement("KRN-LLR-013")]
internal static class Machine
{
    /// <summary>Ends the machine with <paramref name="verdict"/> (0 to 127); does not return.</summary>
    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "certify_exit")]
    public static extern void Exit(int verdict);
}
