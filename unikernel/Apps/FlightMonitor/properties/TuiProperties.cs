using static FlightMonitor.Properties.Given;
using static FlightMonitor.Properties.Numbers;
using static FlightMonitor.Properties.TuiCases;

namespace FlightMonitor.Properties;

/// <summary>The integrator within its ranges and under any bit pattern.</summary>
public static class TuiProperties
{
    [Property("A sum within the limits is the output")]
    [Verifies("FM-HLR-050"), Verifies("FM-LLR-055"), Verifies("FM-LLR-058"), Verifies("FM-LLR-053"), Verifies("FM-LLR-052")]
    public static SequenceProperty<Inputs, Outputs> Sum_is_given() =>
        EveryFrame(InRange, static (in before, in now, in was, in done) =>
        {
            float sum = Sum(in before.Tui, in now.Tui, in was.Tui);
            bool within = !now.Tui.Reset && sum <= now.Tui.TopLimit && sum >= now.Tui.BottomLimit;
            return within && done.Tui.Output != sum ? $"expected {sum}, got {done.Tui.Output}" : null;
        });

    [Property("A sum outside the limits gives the limit it passed")]
    [Verifies("FM-HLR-051"), Verifies("FM-LLR-056"), Verifies("FM-LLR-058")]
    public static SequenceProperty<Inputs, Outputs> Sum_is_limited() =>
        EveryFrame(InRange, static (in before, in now, in was, in done) =>
        {
            if (done.Tui.Output > now.Tui.TopLimit || done.Tui.Output < now.Tui.BottomLimit) return $"{done.Tui.Output}";
            if (now.Tui.Reset) return null;
            float sum = Sum(in before.Tui, in now.Tui, in was.Tui);
            if (sum > now.Tui.TopLimit && done.Tui.Output != now.Tui.TopLimit) return $"{done.Tui.Output} is not TL";
            return sum < now.Tui.BottomLimit && done.Tui.Output != now.Tui.BottomLimit ? $"{done.Tui.Output} is not BL" : null;
        });

    [Property("Reset gives the initial condition, or the limit next to it")]
    [Verifies("FM-HLR-052"), Verifies("FM-HLR-053"), Verifies("FM-LLR-058"), Verifies("FM-LLR-054"), Verifies("FM-LLR-056")]
    public static SequenceProperty<Inputs, Outputs> Reset_restarts() =>
        EveryFrame(InRange, static (in before, in now, in was, in done) =>
        {
            float expected = Math.Clamp(now.Tui.InitialCondition, now.Tui.BottomLimit, now.Tui.TopLimit);
            return now.Tui.Reset && done.Tui.Output != expected ? $"expected {expected}, got {done.Tui.Output}" : null;
        });

    [Property("The limit report tells which limit the value passed, and none for a value equal to a limit")]
    [Verifies("FM-HLR-057"), Verifies("FM-LLR-057"), Verifies("FM-LLR-050")]
    public static SequenceProperty<Inputs, Outputs> Limiting_is_reported() =>
        EveryFrame(InRange, static (in before, in now, in was, in done) =>
        {
            float value = now.Tui.Reset ? now.Tui.InitialCondition : Sum(in before.Tui, in now.Tui, in was.Tui);
            TuiLimit expected = value > now.Tui.TopLimit ? TuiLimit.Top
                : value < now.Tui.BottomLimit ? TuiLimit.Bottom : TuiLimit.None;
            return done.Tui.Limit == expected ? null : $"expected {expected}, got {done.Tui.Limit}";
        });

    [Property("Limits that cannot be kept hold the output and are reported, others are kept", Kind = TestKind.Robustness)]
    [Verifies("FM-HLR-054"), Verifies("FM-HLR-051"), Verifies("FM-LLR-052"), Verifies("FM-LLR-058")]
    public static SequenceProperty<Inputs, Outputs> Unusable_limits_hold() =>
        EveryFrame(AnyBits, static (in before, in now, in was, in done) =>
        {
            bool usable = LimitsUsable(in now.Tui);
            if (usable == (done.Tui.Limit == TuiLimit.Held)) return $"limits usable {usable}, reported {done.Tui.Limit}";
            if (!usable) return Same(done.Tui.Output, was.Tui.Output) ? null : "output not held";
            return done.Tui.Output <= now.Tui.TopLimit && done.Tui.Output >= now.Tui.BottomLimit ? null : $"{done.Tui.Output} outside";
        });

    [Property("Numbers that are not finite are replaced by those of the frame before, the time step by 0.01 s", Kind = TestKind.Robustness)]
    [Verifies("FM-HLR-055"), Verifies("FM-HLR-056"), Verifies("FM-HLR-053"), Verifies("FM-HLR-050"), Verifies("FM-HLR-057")]
    [Verifies("FM-LLR-053"), Verifies("FM-LLR-054"), Verifies("FM-LLR-055"), Verifies("FM-LLR-004")]
    public static SequenceProperty<Inputs, Outputs> Unusable_numbers_are_replaced() => new(AnyBits, static (inputs, outputs) =>
    {
        float lastInput = 0, lastOutput = 0;
        for (int frame = 0; frame < inputs.Length; frame++)
        {
            TuiInputs i = inputs[frame].Tui;
            float input = float.IsFinite(i.Input) ? i.Input : lastInput;
            float step = i.TimeStep is >= 0.001f and <= 1 ? i.TimeStep : 0.01f;
            float value = i.Reset
                ? float.IsFinite(i.InitialCondition) ? i.InitialCondition : lastOutput
                : step * 0.5f * (input + lastInput) + lastOutput;
            TuiOutputs done = outputs[frame].Tui;
            if (LimitsUsable(in i))
            {
                float expected = MathF.Min(MathF.Max(value, i.BottomLimit), i.TopLimit);
                if (done.Output != expected) return new Violation(frame, $"expected {expected}, got {done.Output}");
                bool limited = value > i.TopLimit || value < i.BottomLimit;
                if (limited == (done.Limit == TuiLimit.None)) return new Violation(frame, $"reported {done.Limit}");
            }

            (lastInput, lastOutput) = (input, done.Output);
        }

        return null;
    });
}
