using System.Runtime;
using System.Runtime.CompilerServices;
using Certify.Machine;

namespace Certify.Testing;

/// <summary>
/// Runs frames in this process. The application's exceptions stand for the faults it would raise on the target;
/// a step that does not end is stopped and is a hang, as on the target.
/// </summary>
internal sealed class HostGuest<TState, TIn, TOut>(
    InitialiseState<TState> initialise, StepFrame<TState, TIn, TOut> step) : IGuest
    where TState : unmanaged
    where TIn : unmanaged
    where TOut : unmanaged
{
    private TState _state;
    private bool _started;
    private int _frame;
    private string? _panic;

    public int InputBytes => Unsafe.SizeOf<TIn>();

    public int OutputBytes => Unsafe.SizeOf<TOut>();

    public unsafe GuestOutcome Run(ReadOnlySpan<FrameTag> tags, ReadOnlySpan<byte> inputs, Span<byte> outputs)
    {
        _frame = 0;
        _panic = null;
        fixed (FrameTag* tag = tags)
        fixed (byte* input = inputs)
        fixed (byte* output = outputs)
        {
            var batch = new Batch((nint)tag, (nint)input, (nint)output, tags.Length);
            using var stop = new CancellationTokenSource();
            using var watch = new StallWatch(() => Volatile.Read(ref _frame), stop.Cancel);
            try
            {
#pragma warning disable SYSLIB0046 // A step that does not end has no other end on .NET; nothing of the aborted run is used again.
                ControlledExecution.Run(() => Steps(batch), stop.Token);
#pragma warning restore SYSLIB0046
            }
            catch (OperationCanceledException)
            {
                _started = false;
                return new GuestOutcome(GuestEnd.Hang, _frame, tags[_frame].CaseId, "on the host: the step did not end");
            }
        }

        return _panic is null
            ? new GuestOutcome(GuestEnd.Completed, tags.Length, tags.Length == 0 ? 0 : tags[^1].CaseId, null)
            : new GuestOutcome(GuestEnd.Panic, _frame, tags[_frame].CaseId, _panic);
    }

    private unsafe void Steps(Batch batch)
    {
        var tags = new ReadOnlySpan<FrameTag>((void*)batch.Tags, batch.Frames);
        var ins = new ReadOnlySpan<TIn>((void*)batch.Inputs, batch.Frames);
        var outs = new Span<TOut>((void*)batch.Outputs, batch.Frames);
        try
        {
            for (int frame = 0; frame < tags.Length; frame++)
            {
                Volatile.Write(ref _frame, frame);
                if (tags[frame].Restart || !_started)
                {
                    initialise(out _state);
                    _started = true;
                }

                step(ref _state, in ins[frame], out outs[frame]);
            }
        }
        catch (Exception e) when (e is not ThreadAbortException)
        {
            _panic = Describe(e);
        }
    }

    public void ReadMemory(ulong address, Span<byte> into) =>
        throw new NotSupportedException("the host run has no guest memory");

    public void WriteMemory(ulong address, ReadOnlySpan<byte> from) =>
        throw new NotSupportedException("the host run has no guest memory");

    public void Dispose() { }

    /// <summary>Exception and method names; no files or lines, which differ between machines.</summary>
    private static string Describe(Exception e)
    {
        IEnumerable<string> frames = new System.Diagnostics.StackTrace(e, fNeedFileInfo: false).GetFrames()
            .Select(f => f.GetMethod())
            .Where(m => m?.DeclaringType is not null && m.DeclaringType.Assembly != typeof(HostApplication).Assembly)
            .Select(m => $"\n  at {m!.DeclaringType!.FullName}.{m.Name}");
        return $"{e.GetType().Name} on the host: {e.Message}{string.Concat(frames)}";
    }

    /// <summary>Addresses of a batch, pinned while it runs.</summary>
    private readonly record struct Batch(nint Tags, nint Inputs, nint Outputs, int Frames);
}
