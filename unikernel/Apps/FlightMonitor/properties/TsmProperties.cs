using static FlightMonitor.Properties.Given;
using static FlightMonitor.Properties.TsmCases;

namespace FlightMonitor.Properties;

/// <summary>The triplex signal monitor within its ranges.</summary>
public static class TsmProperties
{
    [Property("The branch outside the only agreeing pair is recognised, at the trip level still as agreeing", Cases = 200)]
    [Verifies("FM-HLR-030"), Verifies("FM-LLR-034"), Verifies("FM-LLR-035"), Verifies("FM-LLR-005"), Verifies("FM-LLR-033"), Verifies("FM-LLR-032")]
    public static SequenceProperty<Inputs, Outputs> Miscompare_is_recognised() =>
        EveryFrame(InRange, static (in before, in now, in was, in done) =>
            done.Tsm.Miscompare == Odd(in now.Tsm) ? null : $"expected {Odd(in now.Tsm)}, got {done.Tsm.Miscompare}");

    [Property("The persistence count rises by one per miscompare up to one above its limit, and falls to zero without", Cases = 200)]
    [Verifies("FM-HLR-031"), Verifies("FM-LLR-037"), Verifies("FM-LLR-036"), Verifies("FM-LLR-044")]
    public static SequenceProperty<Inputs, Outputs> Miscompares_are_counted() =>
        EveryFrame(InRange, static (in before, in now, in was, in done) =>
        {
            int rising = Math.Min(was.Tsm.PersistenceCount + 1, now.Tsm.PersistenceLimit + 1);
            int expected = Odd(in now.Tsm) == FailureCode.None ? 0 : rising;
            return done.Tsm.PersistenceCount == expected ? null : $"expected count {expected}, got {done.Tsm.PersistenceCount}";
        });

    [Property("A failure is reported after more than the persistence limit of miscompares, not before, and kept", Cases = 200)]
    [Verifies("FM-HLR-032"), Verifies("FM-LLR-038"), Verifies("FM-LLR-030"), Verifies("FM-LLR-044")]
    public static SequenceProperty<Inputs, Outputs> Lasting_miscompare_is_reported() => new(InRange, static (inputs, outputs) =>
    {
        int lasted = 0;
        FailureCode reported = FailureCode.None;
        for (int frame = 0; frame < inputs.Length; frame++)
        {
            FailureCode odd = Odd(in inputs[frame].Tsm);
            lasted = odd == FailureCode.None ? 0 : lasted + 1;
            bool late = lasted - 1 > inputs[frame].Tsm.PersistenceLimit;
            if (reported == FailureCode.None && late) reported = odd;
            if (outputs[frame].Tsm.FailureCode != reported)
            {
                return new Violation(frame, $"expected {reported} after {lasted} frames, got {outputs[frame].Tsm.FailureCode}");
            }
        }

        return null;
    });

    [Property("Without failure the selected value is a branch with one at or below and one at or above it", Cases = 200)]
    [Verifies("FM-HLR-033"), Verifies("FM-LLR-040"), Verifies("FM-LLR-043"), Verifies("FM-LLR-039"), Verifies("FM-LLR-032")]
    public static SequenceProperty<Inputs, Outputs> Mid_value_is_selected() =>
        EveryFrame(InRange, static (in before, in now, in was, in done) =>
        {
            if (done.Tsm.FailureCode != FailureCode.None) return null;
            ReadOnlySpan<float> branches = [now.Tsm.A, now.Tsm.B, now.Tsm.C];
            float selected = done.Tsm.SelectedValue;
            int below = 0, equal = 0, above = 0;
            foreach (float branch in branches)
            {
                below += branch < selected ? 1 : 0;
                equal += branch == selected ? 1 : 0;
                above += branch > selected ? 1 : 0;
            }

            return equal > 0 && below <= 1 && above <= 1 ? null : $"{selected} is not the middle one";
        });

    [Property("With a failure reported the selected value is the average of the two others unless held", Cases = 200)]
    [Verifies("FM-HLR-034"), Verifies("FM-LLR-041"), Verifies("FM-LLR-043"), Verifies("FM-LLR-039"), Verifies("FM-LLR-030")]
    public static SequenceProperty<Inputs, Outputs> Good_pair_is_averaged() =>
        EveryFrame(InRange, static (in before, in now, in was, in done) =>
        {
            if (done.Tsm.FailureCode == FailureCode.None || Held(in now.Tsm, in was.Tsm, in done.Tsm)) return null;
            float sum = done.Tsm.FailureCode switch
            {
                FailureCode.BranchC => now.Tsm.A + now.Tsm.B,
                FailureCode.BranchB => now.Tsm.A + now.Tsm.C,
                _ => now.Tsm.B + now.Tsm.C,
            };
            return done.Tsm.SelectedValue == sum / 2 ? null : $"expected {sum / 2}, got {done.Tsm.SelectedValue}";
        });

    [Property("While a second miscompare is timed the selected value does not change", Cases = 200)]
    [Verifies("FM-HLR-035"), Verifies("FM-LLR-042"), Verifies("FM-LLR-044")]
    public static SequenceProperty<Inputs, Outputs> Second_miscompare_holds_value() =>
        EveryFrame(InRange, static (in before, in now, in was, in done) =>
            Held(in now.Tsm, in was.Tsm, in done.Tsm) && done.Tsm.SelectedValue != was.Tsm.SelectedValue
                ? $"{was.Tsm.SelectedValue} became {done.Tsm.SelectedValue}" : null);

    [Property("With a failure reported it is told whether the two others differ", Cases = 200)]
    [Verifies("FM-HLR-039"), Verifies("FM-LLR-045")]
    public static SequenceProperty<Inputs, Outputs> Disagreeing_pair_is_told() =>
        EveryFrame(InRange, static (in before, in now, in was, in done) =>
        {
            bool agree = done.Tsm.FailureCode switch
            {
                FailureCode.BranchC => Agree(now.Tsm.A, now.Tsm.B, now.Tsm.TripLevel),
                FailureCode.BranchB => Agree(now.Tsm.A, now.Tsm.C, now.Tsm.TripLevel),
                FailureCode.BranchA => Agree(now.Tsm.B, now.Tsm.C, now.Tsm.TripLevel),
                _ => true,
            };
            return done.Tsm.PairDiffers == agree ? $"pair differs {done.Tsm.PairDiffers}" : null;
        });
}
