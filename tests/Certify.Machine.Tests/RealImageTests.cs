using System.Buffers.Binary;
using Certify.Image.Ilc;
using Certify.Image.Inventory;

namespace Certify.Machine.Tests;

/// <summary>The machine with images that ILC and the SDK built from C#.</summary>
public sealed class RealImageTests
{
    private const ulong PageFault = 14, Protection = 13;

    [GuestFact]
    public void Host_and_image_agree_on_layouts_and_frames()
    {
        var app = AppBuild.Of("Hello");
        using var guest = QemuGuest.Start(app.Image, null, app.Types);
        var inputs = new byte[4 * 300];
        for (var i = 0; i < 300; i++) BinaryPrimitives.WriteInt32LittleEndian(inputs.AsSpan(4 * i), i * 7);
        var tags = Enumerable.Range(0, 300).Select(i => new FrameTag((ulong)i, i % 100 == 0)).ToArray();
        var outputs = new byte[8 * 300];
        Assert.Equal(GuestEnd.Completed, guest.Run(tags, inputs, outputs).End);
        for (var i = 0; i < 300; i++)
        {
            Assert.Equal(i * 7, BinaryPrimitives.ReadInt32LittleEndian(outputs.AsSpan(8 * i)));
            Assert.Equal(i % 100 + 1, BinaryPrimitives.ReadInt32LittleEndian(outputs.AsSpan(8 * i + 4)));
        }
        Assert.Equal(GuestEnd.Completed, guest.Stop().End);
    }

    [GuestFact]
    public void Refuses_an_image_whose_fields_mean_something_else()
    {
        var app = AppBuild.Of("Hello");
        var types = app.Types with { Outputs = app.Types.Inputs };
        var e = Assert.Throws<GuestMismatchException>(() => LayoutCheck.Sizes(MailboxShape.For(4, 8), types.Layouts));
        Assert.Contains("output has 4 bytes on the host and 8", e.Message, StringComparison.Ordinal);
        var difference = app.Types.Layouts.DifferenceTo(app.Image.Layouts(types));
        Assert.Contains("outputs: host  4 4 u32 Frames", difference, StringComparison.Ordinal);
        Assert.Contains("outputs: image 0 4 u32 Message", difference, StringComparison.Ordinal);
    }

    [GuestFact]
    public void Boots_to_the_first_CSharp_statement_in_under_100_instructions()
    {
        var image = AppBuild.Of("Hello").Image;
        var first = BootProbe.CountInstructions(image);
        Assert.InRange(first.ToFirstStatement, 10, 99);
        Assert.EndsWith(".cs", first.FirstStatement.File, StringComparison.Ordinal);
        Assert.Equal(first, BootProbe.CountInstructions(image));
    }

    [GuestFact]
    public void Runs_in_four_MiB()
    {
        var app = AppBuild.Of("Hello");
        Assert.Equal(4, BootProbe.SmallestMemoryMiB(app.Image, null, RunRequest.Zeros(app.Types, 100)));
    }

    [GuestFact]
    public void Counts_every_loaded_byte_once()
    {
        var app = AppBuild.Of("Hello");
        using var map = File.OpenRead(app.Base + ".map.xml");
        var inventory = ImageInventory.Of(app.Image.Elf, app.Image.Sources, IlcMap.Read(map, "map.xml"), new("Hello"));
        Assert.Equal(inventory.LoadedBytes, inventory.Components.Sum(c => c.CodeBytes + c.DataBytes));
        Assert.All(inventory.Components, c => Assert.InRange(c.DataBytes, 0, inventory.LoadedBytes));
        Assert.All(inventory.Symbols.Where(s => s.Source is null), s => Assert.NotNull(s.Reason));
        Assert.All(["CoreLib", "Hello", "Kernel", "Platform"], name => Assert.Contains(inventory.Components, c => c.Name == name));
        Assert.Contains(inventory.Symbols, s => s.Source?.Path == "unikernel/Apps/Hello/HelloApplication.cs" && s.Component == "Hello");
        Assert.Contains(inventory.Symbols, s => s.Source?.Path == "unikernel/Platform/X64/boot.S" && s.Component == "Platform");
        Assert.Equal(("r-x", "user"), inventory.Segments.Where(s => s.Name == ".text").Select(s => (s.Permissions, s.Privilege)).Single());
        Assert.Contains(inventory.Segments, s => s.Privilege == "kernel");
    }

    [GuestFact]
    public void Every_fault_ends_in_a_panic_with_CSharp_function_and_line()
    {
        var app = AppBuild.Of("Hostile");
        (uint Fault, int Value, ulong Vector, string Function, string Words)[] faults =
        [
            (1, 1, PageFault, "MemoryFaults.NullRead", "null reference"),
            (2, 1, PageFault, "MemoryFaults.Write", "null reference"),
            (3, 1, 0, "ArithmeticFaults.Divide", "division by zero"),
            (4, 1, 0, "ArithmeticFaults.Divide", "#DE"),
            (5, 9, 32, "ArithmeticFaults.ArrayIndex", "index outside"),
            (9, 1, PageFault, "StackFaults.SmallRecursion", "stack overflow"),
            (10, 1, PageFault, "StackFaults.LargeRecursion", "stack overflow"),
            (12, 1, PageFault, "MemoryFaults.WriteText", "write to a protected page"),
            (13, 1, PageFault, "MemoryFaults.WriteConstants", "write to a protected page"),
            (14, 1, PageFault, "MemoryFaults.ExecuteData", "execution of a protected page"),
            (15, 1, PageFault, "MemoryFaults.Execute", "execution of a protected page"),
            (17, 1, PageFault, "MemoryFaults.Read", "read of a protected page"),
            (24, 0x60, Protection, "InstructionFaults.Output", "general protection"),
            (27, 1, 6, "InstructionFaults.Ud", "invalid opcode"),
        ];
        foreach (var (fault, value, vector, function, words) in faults)
        {
            var inputs = new byte[8];
            BinaryPrimitives.WriteUInt32LittleEndian(inputs, fault);
            BinaryPrimitives.WriteInt32LittleEndian(inputs.AsSpan(4), value);
            var run = QemuRun.Run(app.Image, null, new(1, 8, 4, inputs));
            Assert.True(run.Outcome.End == GuestEnd.Panic, $"fault {fault}: {run.Outcome}");
            Assert.Equal(vector, run.Panic!.Record.Vector);
            Assert.Contains(function, run.Panic.Culprit?.Function, StringComparison.Ordinal);
            Assert.True(run.Panic.Culprit!.Line > 0);
            Assert.Contains(words, run.Panic.Text, StringComparison.Ordinal);
        }
    }

    [GuestFact]
    public void An_endless_loop_is_a_hang_that_names_its_line()
    {
        var app = AppBuild.Of("Hostile");
        using var guest = QemuGuest.Start(app.Image, GuestBuilder.Quick, app.Types);
        var outcome = guest.Run([new(77, true)], [31, 0, 0, 0, 0, 0, 0, 0], new byte[4]);
        Assert.Equal((GuestEnd.Hang, 77ul), (outcome.End, outcome.LastCase));
        Assert.Contains("Hostile.StackFaults.Endless at", outcome.Detail, StringComparison.Ordinal);
    }
}
