namespace Certify.Kernel.Ports;

using System.Runtime.InteropServices;
using Certify;

/// <summary>What precedes the message in an input slot.</summary>
[Requirement("KRN-LLR-040")]
[StructLayout(LayoutKind.Sequential)]
internal struct FrameHeader
{
    /// <summary>Bit of <see cref="Flags"/>: the state is initialised before the step.</summary>
    public const uint FlagRestart = 1;

    /// <summary>The case that the frame belongs to.</summary>
    public ulong CaseId;

    /// <summary>Bits; those without a name are ignored.</summary>
    public uint Flags;

    /// <summary>Zero.</summary>
    public uint Reserved;
}
