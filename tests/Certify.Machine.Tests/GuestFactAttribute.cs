namespace Certify.Machine.Tests;

/// <summary>A test that boots a guest in assembler: skipped where as and ld are missing.</summary>
public sealed class GuestFactAttribute : FactAttribute
{
    public GuestFactAttribute()
    {
        if (QemuCommand.Look("as") is null || QemuCommand.Look("ld") is null)
            Skip = "binutils (as, ld) is not installed: apt-get install binutils";
    }
}
