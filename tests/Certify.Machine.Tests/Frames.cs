using System.Buffers.Binary;

namespace Certify.Machine.Tests;

/// <summary>Batches for the assembler guest.</summary>
internal sealed class Frames
{
    private readonly int _inputBytes, _outputBytes;

    public Frames(int count, int inputBytes = 16, int outputBytes = 16, int restartEvery = 0)
    {
        (_inputBytes, _outputBytes) = (inputBytes, outputBytes);
        Tags = new FrameTag[count];
        Inputs = new byte[count * inputBytes];
        Outputs = new byte[count * outputBytes];
        for (var i = 0; i < count; i++)
        {
            Tags[i] = new(1000ul + (ulong)i, i == 0 || (restartEvery > 0 && i % restartEvery == 0));
            BinaryPrimitives.WriteUInt32LittleEndian(Inputs.AsSpan(i * inputBytes + 4), (uint)(i * 2654435761u));
        }
    }

    public FrameTag[] Tags { get; }

    public byte[] Inputs { get; }

    public byte[] Outputs { get; }

    public Frames With(int frame, Act act)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(Inputs.AsSpan(frame * _inputBytes), (uint)act);
        return this;
    }

    public GuestOutcome RunOn(IGuest guest) => guest.Run(Tags, Inputs, Outputs);

    public uint CounterOf(int frame) => BinaryPrimitives.ReadUInt32LittleEndian(Outputs.AsSpan(frame * _outputBytes));

    /// <summary>Checks that each of the first frames echoes its own input.</summary>
    public void AssertEchoes(int count)
    {
        for (var i = 0; i < count; i++)
        {
            var sent = BinaryPrimitives.ReadUInt32LittleEndian(Inputs.AsSpan(i * _inputBytes + 4));
            var back = BinaryPrimitives.ReadUInt32LittleEndian(Outputs.AsSpan(i * _outputBytes + 4));
            Assert.True(sent == back, $"frame {i}: sent {sent}, got {back}");
        }
    }
}
