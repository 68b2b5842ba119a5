using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Certify.Machine;

namespace Certify.Testing;

/// <summary>Runs frames in this process. The application's exceptions stand for the faults it would raise on the target.</summary>
internal sealed class HostGuest<TState, TIn, TOut>(
    InitialiseState<TState> initialise, StepFrame<TState, TIn, TOut> step) : IGuest
    where TState : unmanaged
    where TIn : unmanaged
    where TOut : unmanaged
{
    private TState _state;
    private bool _started;

    public int InputBytes => Unsafe.SizeOf<TIn>();

    public int OutputBytes => Unsafe.SizeOf<TOut>();

    public GuestOutcome Run(ReadOnlySpan<FrameTag> tags, ReadOnlySpan<byte> inputs, Span<byte> outputs)
    {
        ReadOnlySpan<TIn> ins = MemoryMarshal.Cast<byte, TIn>(inputs);
        Span<TOut> outs = MemoryMarshal.Cast<byte, TOut>(outputs);
        int frame = 0;
        try
        {
            for (; frame < tags.Length; frame++)
            {
                if (tags[frame].Restart || !_started)
                {
                    initialise(out _state);
                    _started = true;
                }

                step(ref _state, in ins[frame], out outs[frame]);
            }
        }
        catch (Exception e)
        {
            return new GuestOutcome(GuestEnd.Panic, frame, tags[frame].CaseId, Describe(e));
        }

        return new GuestOutcome(GuestEnd.Completed, tags.Length, tags.Length == 0 ? 0 : tags[^1].CaseId, null);
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
}
