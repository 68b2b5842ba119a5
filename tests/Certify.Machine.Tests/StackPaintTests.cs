using System.Buffers.Binary;

namespace Certify.Machine.Tests;

/// <summary>Depths of stacks, seen in the running machine.</summary>
public sealed class StackPaintTests
{
    // @verifies CFY-LLR-322
    [GuestFact]
    public void Depth_of_the_user_stack_is_seen_and_repeats()
    {
        var app = AppBuild.Of("Hello");
        var (first, second) = (Run(app, 1), Run(app, 500));
        Assert.InRange(first, 16, app.Image.UserStack!.Bytes - 8);
        Assert.Equal(first, second);
    }

    [GuestFact]
    public void Fault_uses_its_own_stack_and_as_much_as_the_processor_and_the_handler_push()
    {
        var app = AppBuild.Of("Hostile");
        var fault = app.Image.Range("certify_stack_fault", "certify_stack_fault_end")!;
        var (user, inputs) = (app.Image.UserStack!, new byte[8]);
        BinaryPrimitives.WriteUInt32LittleEndian(inputs, 1); // null read
        inputs[4] = 1;
        using var guest = QemuGuest.Start(app.Image, new QemuOptions { Painted = [user, fault] }, app.Types);
        Assert.Equal(0, StackPaint.Depth(guest, fault));
        Assert.Equal(GuestEnd.Panic, guest.Run([new FrameTag(1, true)], inputs, new byte[4]).End);

        // SS, RSP, RFLAGS, CS, RIP and the error code by the processor, the vector by the stub; the stack is aligned before.
        Assert.Equal(7 * 8, StackPaint.Depth(guest, fault));
    }

    [GuestFact]
    public void Stack_that_was_not_painted_has_no_depth()
    {
        var app = AppBuild.Of("Hello");
        using var guest = QemuGuest.Start(app.Image, null, app.Types);
        Assert.Contains("lost its pattern", Assert.Throws<GuestMismatchException>(() => StackPaint.Depth(guest, app.Image.UserStack!)).Message, StringComparison.Ordinal);
    }

    [GuestFact]
    public void Painting_outside_of_memory_or_of_words_is_refused()
    {
        var app = AppBuild.Of("Hello");
        Assert.Throws<ArgumentException>(() => QemuGuest.Start(app.Image, new QemuOptions { Painted = [new(0x1001, 0x2000)] }));
        Assert.Throws<ArgumentException>(() => QemuGuest.Start(app.Image, new QemuOptions { Painted = [new(0x2000, 0x2000)] }));
        Assert.Throws<ArgumentOutOfRangeException>(() => QemuGuest.Start(app.Image, new QemuOptions { Painted = [new(0, 64ul << 20)] }));
    }

    private static int Run(AppBuild app, int frames)
    {
        using var guest = QemuGuest.Start(app.Image, new QemuOptions { Painted = [app.Image.UserStack!] }, app.Types);
        var tags = Enumerable.Range(0, frames).Select(i => new FrameTag((ulong)i, i == 0)).ToArray();
        Assert.Equal(GuestEnd.Completed, guest.Run(tags, new byte[4 * frames], new byte[8 * frames]).End);
        return StackPaint.Depth(guest, app.Image.UserStack!);
    }
}
