using System.Buffers.Binary;
using Certify.Image.Dwarf;

namespace Certify.Machine.Tests;

public sealed class RecordTests
{
    [Fact]
    public void Decodes_every_word_of_a_panic_record()
    {
        var record = PanicRecord.Decode(Bytes())!;
        Assert.Equal((1ul, 2ul, 3ul, 4ul, 5ul, 6ul, 7ul, 8ul, 24ul), (record.Vector, record.ErrorCode, record.Rip, record.Cs,
            record.Rflags, record.Rsp, record.Ss, record.Cr2, record.LastCase));
        // rax rdx rcx rbx rsi rdi rbp rsp r8...
        Assert.Equal([10, 13, 12, 11, 14, 15, 9, 6, 16, 17, 18, 19, 20, 21, 22, 23], record.Registers);
    }

    [Fact]
    public void Takes_no_record_without_its_magic()
    {
        var bytes = Bytes();
        bytes[0] ^= 1;
        Assert.Null(PanicRecord.Decode(bytes));
        Assert.Null(PanicRecord.Decode(Bytes().AsSpan(0, 199)));
    }

    [Theory]
    [InlineData(0, 129)]
    [InlineData(13, 155)]
    [InlineData(14, 157)]
    [InlineData(32, 193)]
    public void Exit_code_follows_from_the_vector(ulong vector, int code) =>
        Assert.Equal(code, (PanicRecord.Decode(Bytes())! with { Vector = vector }).ExitCode);

    [Theory]
    [InlineData(14, 6, 0x8, 0x20_0000, "write to an unmapped page at 0x8 (null reference)")]
    [InlineData(14, 0x15, 0x5000, 0x20_0000, "execution of a protected page at 0x5000")]
    [InlineData(14, 6, 0x10_0FF8, 0x10_1000, "write to an unmapped page at 0x100ff8 (stack overflow)")]
    [InlineData(14, 4, 0x10_0FF8, 0x10_8000, "read of an unmapped page at 0x100ff8")]
    [InlineData(13, 0, 0, 0, "")]
    public void Explains_page_faults(ulong vector, ulong error, ulong address, ulong stackPointer, string words)
    {
        var record = PanicRecord.Decode(Bytes())! with { Vector = vector, ErrorCode = error, Cr2 = address, Rsp = stackPointer };
        Assert.Equal(words, Vectors.Explain(record, 0x10_1000));
    }

    [Theory]
    [InlineData(14, "#PF page fault")]
    [InlineData(32, "trap: index outside its range")]
    [InlineData(39, "trap: stack canary overwritten")]
    [InlineData(77, "vector 77")]
    public void Names_vectors(ulong vector, string name) => Assert.Equal(name, Vectors.Name(vector));

    [Fact]
    public void Reads_registers_of_long_mode_and_of_protected_mode()
    {
        var wide = RegisterDump.Parse("RAX=0000000000000001 RBX=0000000000000002\nR8 =0000000000000008 R15=000000000000000f\nRIP=0000000000110000 RFL=00000002 [---]")!;
        Assert.Equal((0x110000ul, 1ul, 2ul, 8ul, 15ul), (wide.Ip, wide.Registers[0], wide.Registers[3], wide.Registers[8], wide.Registers[15]));
        Assert.Null(wide.Registers[FrameRegisters.Rsp]);
        Assert.Equal(0x1234ul, RegisterDump.Parse("EAX=00000001 ESP=00005000\nEIP=00001234 EFL=00000046")!.Ip);
        Assert.Null(RegisterDump.Parse("nothing here"));
    }

    [Fact]
    public void Takes_the_registers_behind_the_last_triple_fault_only()
    {
        Assert.Null(RegisterDump.ParseTripleFault("CPU Reset (CPU 0)\nEIP=0000fff0"));
        Assert.Equal(0x20ul, RegisterDump.ParseTripleFault("CPU Reset\nEIP=0000fff0\nTriple fault\nCPU Reset (CPU 0)\nEIP=00000020")!.Ip);
    }

    [Fact]
    public void Gives_a_gdb_command_that_a_shell_takes_as_it_is()
    {
        Assert.Equal(
            "gdb -q 'it'\\''s.elf' -ex 'set architecture i386:x86-64' -ex 'target remote 127.0.0.1:1234' -ex 'set substitute-path /_ /src' -ex 'hbreak A.cs:12' -ex 'continue'",
            GdbServer.CommandLine("it's.elf", 1234, "A.cs:12", "/_/", "/src/"));
    }

    [Fact]
    public void Source_folder_with_a_space_is_one_word_for_the_debugger() =>
        Assert.Contains("-ex 'set substitute-path /_ \"/my src\"'", GdbServer.CommandLine("a.elf", 1234, "A.cs:12", "/_/", "/my src/"));

    [Fact]
    public void Shape_follows_from_the_sizes_alone()
    {
        Assert.Equal(new MailboxShape(64, 64, 0, 8192, 4096, 80, 4096 + 8192 * 80, 64), MailboxShape.For(64, 64));
        Assert.Equal(32768, MailboxShape.For(4, 8).Slots);
    }

    [Fact]
    public void Removes_folders_of_processes_that_are_gone()
    {
        var parent = Directory.CreateTempSubdirectory("certify-tests-").FullName;
        var gone = Directory.CreateDirectory(Path.Combine(parent, "certify-guest-999999999-1")).FullName;
        var living = Directory.CreateDirectory(Path.Combine(parent, $"certify-guest-{Environment.ProcessId}-77")).FullName;
        var made = QemuFiles.Create(parent, 4096);
        Assert.Equal((false, true, true), (Directory.Exists(gone), Directory.Exists(living), Directory.Exists(made)));
        Directory.Delete(parent, recursive: true);
    }

    /// <summary>A record whose word n holds n, behind the magic.</summary>
    private static byte[] Bytes()
    {
        var bytes = new byte[PanicRecord.Bytes];
        for (var i = 1; i < 25; i++) BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * 8), (ulong)i);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, PanicRecord.Magic);
        return bytes;
    }
}
