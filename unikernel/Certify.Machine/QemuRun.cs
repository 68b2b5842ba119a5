namespace Certify.Machine;

/// <summary>What a run feeds the image.</summary>
/// <param name="Frames">Frames to release, at least 0 and at most the ring's slots.</param>
/// <param name="InputBytes">Bytes of one input message, as the host knows it.</param>
/// <param name="OutputBytes">Bytes of one output message.</param>
/// <param name="Inputs">Frames × InputBytes bytes, or empty for all zero.</param>
public sealed record RunRequest(int Frames, int InputBytes, int OutputBytes, ReadOnlyMemory<byte> Inputs = default)
{
    /// <summary>Zero frames: the image boots and ends.</summary>
    public static RunRequest BootOnly { get; } = new(0, 0, 0);

    /// <summary>So many frames of zero bytes for an application.</summary>
    public static RunRequest Zeros(PortTypes types, int frames) =>
        new(frames, types.Layouts.Inputs.Bytes, types.Layouts.Outputs.Bytes);
}

/// <summary>How a run ended.</summary>
/// <param name="Outcome">The verdict: Completed only when every frame was answered and QEMU ended with code 33.</param>
/// <param name="ExitCode">QEMU's exit code, or -1 when it was killed for hanging.</param>
/// <param name="Wall">From just before QEMU was started until it had ended.</param>
/// <param name="Outputs">Outputs of the frames completed.</param>
/// <param name="Panic">The panic, where there was one.</param>
public sealed record RunResult(GuestOutcome Outcome, int ExitCode, TimeSpan Wall, byte[] Outputs, PanicReport? Panic);

/// <summary>
/// Boots an image with its frames already in memory and runs it to its end: what `certify run` does, and what
/// start-to-exit time is measured by.
/// </summary>
public static class QemuRun
{
    /// <summary>Runs an image to its end.</summary>
    /// <param name="image">The image.</param>
    /// <param name="options">How QEMU is started. With a gdb port there is no time limit.</param>
    /// <param name="request">What to feed it.</param>
    /// <param name="console">Takes the guest's console as it comes, or null.</param>
    /// <param name="started">Called when QEMU runs (with a gdb port: waits for the debugger), or null.</param>
    /// <param name="cancel">Ends QEMU early; the outcome is then QemuDied.</param>
    /// <exception cref="QemuMissingException">QEMU is not installed.</exception>
    /// <exception cref="GuestMismatchException">The image's sizes are not those of the request.</exception>
    public static RunResult Run(
        GuestImage image, QemuOptions? options, RunRequest request, TextWriter? console = null,
        Action? started = null, CancellationToken cancel = default)
    {
        options ??= new();
        var shape = MailboxShape.For(request.InputBytes, request.OutputBytes);
        if (request.Frames < 0 || request.Frames > shape.Slots)
            throw new ArgumentOutOfRangeException(nameof(request), $"{request.Frames} frames; the ring has {shape.Slots} slots");
        using var process = QemuProcess.Start(image, options, console, ram => Preset(new(ram, image.MailboxAddress), shape, request));
        using var registration = cancel.Register(process.Kill);
        started?.Invoke();
        var mailbox = new Mailbox(process.Ram, image.MailboxAddress);
        var hung = !WaitForEnd(process, options, mailbox);
        var wall = process.Clock.Elapsed;
        var completed = (int)Math.Min(mailbox.Completed, (uint)request.Frames);
        if (hung) return Hang(image, options, process, mailbox, completed, wall, Outputs(mailbox, shape, request, completed));
        if (mailbox.IsReady && request.Frames > 0) CheckShape(mailbox.ReadShape(), shape);
        var outputs = Outputs(mailbox, shape, request, completed);
        if (process.ExitCode == Diagnosis.NormalExit && completed == request.Frames && mailbox.IsReady)
        {
            process.WaitForText();
            return new(new(GuestEnd.Completed, completed, mailbox.CurrentCase, null), Diagnosis.NormalExit, wall, outputs, null);
        }
        var (end, detail, panic) = Diagnosis.OfEnded(image, process);
        return new(new(end, completed, mailbox.CurrentCase, detail), process.ExitCode, wall, outputs, panic);
    }

    private static void Preset(Mailbox mailbox, MailboxShape shape, RunRequest request)
    {
        var zeros = new byte[request.InputBytes];
        for (var frame = 0; frame < request.Frames; frame++)
        {
            var input = request.Inputs.IsEmpty ? zeros : request.Inputs.Span.Slice(frame * request.InputBytes, request.InputBytes);
            mailbox.WriteInput(shape, (uint)frame, new((ulong)frame, frame == 0), input);
        }
        mailbox.Released = (uint)request.Frames;
        mailbox.Stop = 1;
    }

    /// <summary>False when the guest made no progress: neither became ready nor completed a frame nor ended.</summary>
    private static bool WaitForEnd(QemuProcess process, QemuOptions options, Mailbox mailbox)
    {
        var (ready, completed) = (false, 0u);
        var patience = new Patience(process, options.ReadyTimeout);
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(20)))
        {
            if (options.GdbPort is not null) continue;
            if (mailbox.IsReady != ready || mailbox.Completed != completed)
            {
                (ready, completed) = (mailbox.IsReady, mailbox.Completed);
                patience = new Patience(process, options.FrameTimeout);
            }
            if (patience.IsOver() && !process.HasExited) return false;
        }
        return true;
    }

    private static RunResult Hang(
        GuestImage image, QemuOptions options, QemuProcess process, Mailbox mailbox, int completed, TimeSpan wall, byte[] outputs)
    {
        var detail = Diagnosis.OfHanging(image, process, mailbox.IsReady ? options.FrameTimeout : options.ReadyTimeout);
        process.Kill();
        return new(new(GuestEnd.Hang, completed, mailbox.CurrentCase, detail), -1, wall, outputs, null);
    }

    private static void CheckShape(MailboxShape actual, MailboxShape expected)
    {
        if (actual with { StateBytes = 0 } != expected)
        {
            throw new GuestMismatchException(
                $"the image's ports take {actual.InputBytes} and give {actual.OutputBytes} bytes in {actual.Slots} slots; {expected.InputBytes}, {expected.OutputBytes} and {expected.Slots} were expected");
        }
    }

    private static byte[] Outputs(Mailbox mailbox, MailboxShape shape, RunRequest request, int completed)
    {
        var outputs = new byte[completed * request.OutputBytes];
        for (var frame = 0; frame < completed; frame++)
            mailbox.ReadOutput(shape, (uint)frame, outputs.AsSpan(frame * request.OutputBytes, request.OutputBytes));
        return outputs;
    }
}
