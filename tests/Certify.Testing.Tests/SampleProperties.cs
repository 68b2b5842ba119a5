using Certify.Facts;
using FsCheck;
using FsCheck.Fluent;

namespace Certify.Testing.Tests;

public static class SampleProperties
{
    [Property("Latched needs three high frames in a row", Cases = 200)]
    [Verifies("T-LLR-001")]
    public static SequenceProperty<SampleInputs, SampleOutputs> Latch_needs_three() =>
        new(Frames(100), static (inputs, outputs) =>
        {
            for (int i = 0; i < outputs.Length; i++)
            {
                bool expected = i >= 2 && High(inputs[i]) && High(inputs[i - 1]) && High(inputs[i - 2]);
                if (outputs[i].Latched != expected) return new Violation(i, $"Latched is {outputs[i].Latched}, expected {expected}");
            }

            return null;
        })
        { Labels = frames => [frames.Any(f => f.Reset) ? "with reset" : "without reset"] };

    [Property("Streak never exceeds two", Kind = TestKind.Robustness)]
    [Verifies("T-LLR-002")]
    [Verifies("T-LLR-001")]
    public static SequenceProperty<SampleInputs, SampleOutputs> Wrong_streak() =>
        new(Frames(100), static (_, outputs) =>
        {
            for (int i = 0; i < outputs.Length; i++)
            {
                if (outputs[i].Streak > 2) return new Violation(i, $"Streak is {outputs[i].Streak}");
            }

            return null;
        });

    public static bool High(in SampleInputs f) => f.Command > 100 && f.Mode == SampleMode.Armed && !f.Reset;

    /// <summary>Commands 1 to 200, never 0.</summary>
    public static Gen<SampleInputs[]> Frames(int count) => FastGen.Frames(count, bits =>
    {
        var r = new BitReader(bits);
        return new SampleInputs
        {
            Reset = r.OneIn(4),
            Mode = r.OneIn(2) ? SampleMode.Idle : SampleMode.Armed,
            Command = r.Range(1, 200),
            Rate = r.Between(-1f, 1f),
            Value = r.Range(-50, 50) / 10.0,
        };
    });
}
