using System.Runtime.InteropServices;
using Certify.Machine;

namespace Certify.Testing.Tests;

/// <summary>A guest in this process: executes the host Step, and fails in chosen ways on chosen commands.</summary>
internal sealed class FakeGuest(FakeGuest.Faults faults) : IGuest
{
    public const int HangCommand = 150;

    private readonly IGuest _host = HostApplication.Find(typeof(SampleProperties).Assembly).Start();
    private bool _dead;

    public sealed record Faults
    {
        public Func<SampleInputs, GuestEnd>? End { get; init; }
        public Func<SampleInputs, string>? Detail { get; init; }
        public Action<SampleInputs[], byte[]>? Corrupt { get; init; }
        public int ExtraInputBytes { get; init; }
        public int FramesShort { get; init; }
    }

    public int InputBytes => _host.InputBytes + faults.ExtraInputBytes;

    public int OutputBytes => _host.OutputBytes;

    public GuestOutcome Run(ReadOnlySpan<FrameTag> tags, ReadOnlySpan<byte> inputs, Span<byte> outputs)
    {
        Assert.False(_dead, "a dead guest was used again");
        SampleInputs[] frames = faults == Healthy ? [] : MemoryMarshal.Cast<byte, SampleInputs>(inputs).ToArray();
        for (int i = 0; i < frames.Length && faults.End is not null; i++)
        {
            GuestEnd end = faults.End(frames[i]);
            if (end == GuestEnd.Completed) continue;
            _dead = true;
            _host.Run(tags[..i], inputs[..(i * _host.InputBytes)], outputs[..(i * OutputBytes)]);
            return new GuestOutcome(end, i, tags[i].CaseId, faults.Detail?.Invoke(frames[i]) ?? $"record of {end}");
        }

        GuestOutcome outcome = _host.Run(tags, inputs, outputs);
        if (faults.Corrupt is not null)
        {
            byte[] copy = outputs.ToArray();
            faults.Corrupt(frames, copy);
            copy.CopyTo(outputs);
        }

        return outcome with { FramesCompleted = outcome.FramesCompleted - faults.FramesShort };
    }

    public static Faults Healthy { get; } = new();

    public void ReadMemory(ulong address, Span<byte> into) => into.Clear();

    public void WriteMemory(ulong address, ReadOnlySpan<byte> from) { }

    public void Dispose() => _dead = true;
}
