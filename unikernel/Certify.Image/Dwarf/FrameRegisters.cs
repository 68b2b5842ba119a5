namespace Certify.Image.Dwarf;

/// <summary>The sixteen registers of a frame in DWARF order (0 rax, 3 rbx, 6 rbp, 7 rsp), and the address.</summary>
/// <param name="Ip">Address of the instruction (for a caller: inside the call).</param>
/// <param name="Registers">Sixteen values; null where a caller's value is not known.</param>
public sealed record FrameRegisters(ulong Ip, IReadOnlyList<ulong?> Registers)
{
    /// <summary>DWARF number of rbp.</summary>
    public const int Rbp = 6;

    /// <summary>DWARF number of rsp.</summary>
    public const int Rsp = 7;
}
