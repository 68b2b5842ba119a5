namespace Certify.Machine;

/// <summary>An image booted in QEMU. Not for use by several threads at once; boot one per thread instead.</summary>
// @llr CFY-LLR-038
public sealed class QemuGuest : IGuest
{
    private const int ChunkFrames = 256;
    private readonly GuestImage _image;
    private readonly QemuOptions _options;
    private readonly QemuProcess _process;
    private readonly Mailbox _mailbox;
    private readonly MailboxShape _shape;
    private GuestOutcome? _death;

    private QemuGuest(GuestImage image, QemuOptions options, QemuProcess process, Mailbox mailbox, MailboxShape shape)
    {
        _image = image;
        _options = options;
        _process = process;
        _mailbox = mailbox;
        _shape = shape;
    }

    /// <inheritdoc/>
    public int InputBytes => _shape.InputBytes;

    /// <inheritdoc/>
    public int OutputBytes => _shape.OutputBytes;

    /// <summary>Bytes of the application's state, as the image says.</summary>
    public int StateBytes => _shape.StateBytes;

    /// <summary>Frames in the ring.</summary>
    public int Slots => _shape.Slots;

    /// <summary>QEMU's process id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>What the guest wrote to its console so far (the last 64 KiB).</summary>
    public string ConsoleText => _process.ConsoleText;

    /// <summary>Boots an image and waits until its ports take frames.</summary>
    /// <param name="image">The image.</param>
    /// <param name="options">How QEMU is started; null for the defaults.</param>
    /// <param name="expected">
    /// The application's types in the host assembly: sizes and layouts must agree with the image's. Null takes
    /// the image's sizes as they are (for tools that know no types).
    /// </param>
    /// <exception cref="QemuMissingException">QEMU is not installed.</exception>
    /// <exception cref="GuestStartException">The image did not come up; its outcome says how it ended.</exception>
    /// <exception cref="GuestMismatchException">Host and image disagree; nothing was run.</exception>
    public static QemuGuest Start(GuestImage image, QemuOptions? options = null, PortTypes? expected = null)
    {
        options ??= new();
        if (expected is not null) LayoutCheck.Layouts(image, expected);
        var process = QemuProcess.Start(image, options);
        try
        {
            var mailbox = new Mailbox(process.Ram, image.MailboxAddress);
            GuestBoot.WaitUntilReady(image, options, process, mailbox);
            var shape = mailbox.ReadShape();
            if (expected is not null) LayoutCheck.Sizes(shape, expected.Layouts);
            return new(image, options, process, mailbox, shape);
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public GuestOutcome Run(ReadOnlySpan<FrameTag> tags, ReadOnlySpan<byte> inputs, Span<byte> outputs)
    {
        if (_death is not null) throw new InvalidOperationException($"the guest is dead ({_death.End}); start another");
        if ((long)tags.Length * InputBytes != inputs.Length)
            throw new ArgumentException($"{tags.Length} frames of {InputBytes} bytes need {(long)tags.Length * InputBytes} bytes, not {inputs.Length}", nameof(inputs));
        if ((long)tags.Length * OutputBytes > outputs.Length)
            throw new ArgumentException($"{tags.Length} frames of {OutputBytes} bytes do not fit in {outputs.Length}", nameof(outputs));
        return Stream(tags, inputs, outputs);
    }

    /// <inheritdoc/>
    public void ReadMemory(ulong address, Span<byte> into) => _process.Ram.Span(address, into.Length).CopyTo(into);

    /// <inheritdoc/>
    public void WriteMemory(ulong address, ReadOnlySpan<byte> from) => from.CopyTo(_process.Ram.Span(address, from.Length));

    /// <summary>Asks the guest to end, waits for it, and gives the verdict: Completed means exit code 33.</summary>
    public GuestOutcome Stop()
    {
        if (_death is not null) return _death;
        _mailbox.Stop = 1;
        var patience = new Patience(_process, _options.FrameTimeout);
        while (patience.Wait()) { }
        if (!_process.HasExited) return Die(0);
        return _process.ExitCode == Diagnosis.NormalExit
            ? _death = new(GuestEnd.Completed, 0, _mailbox.CurrentCase, null)
            : Die(0);
    }

    /// <summary>Kills QEMU where it still runs, and removes its files.</summary>
    public void Dispose() => _process.Dispose();

    private GuestOutcome Stream(ReadOnlySpan<FrameTag> tags, ReadOnlySpan<byte> inputs, Span<byte> outputs)
    {
        var (start, sent, got) = (_mailbox.Completed, 0, 0);
        var patience = new Patience(_process, _options.FrameTimeout);
        while (got < tags.Length)
        {
            var room = Math.Min(Math.Min(_shape.Slots - (sent - got), tags.Length - sent), ChunkFrames);
            for (var end = sent + room; sent < end; sent++)
                _mailbox.WriteInput(_shape, start + (uint)sent, tags[sent], inputs.Slice(sent * InputBytes, InputBytes));
            if (room > 0) _mailbox.Released = start + (uint)sent;

            var completed = Collect(start, sent, got, outputs);
            if (completed > got) patience.Reset();
            else if (room == 0 && !patience.Wait()) return Die(Collect(start, sent, got, outputs));
            got = completed;
        }
        return new(GuestEnd.Completed, tags.Length, tags.Length > 0 ? tags[^1].CaseId : 0, null);
    }

    private int Collect(uint start, int sent, int got, Span<byte> outputs)
    {
        var completed = _mailbox.Completed - start;
        if (completed > (uint)sent)
            throw new GuestMismatchException($"the image says it completed {completed} frames of {sent} released");
        for (; got < (int)completed; got++)
            _mailbox.ReadOutput(_shape, start + (uint)got, outputs.Slice(got * OutputBytes, OutputBytes));
        return got;
    }

    private GuestOutcome Die(int completed)
    {
        if (_process.HasExited)
        {
            var (end, detail, _) = Diagnosis.OfEnded(_image, _process);
            return _death = new(end, completed, _mailbox.CurrentCase, detail);
        }
        var account = Diagnosis.OfHanging(_image, _process, _options.FrameTimeout);
        _process.Kill();
        return _death = new(GuestEnd.Hang, completed, _mailbox.CurrentCase, account);
    }
}
