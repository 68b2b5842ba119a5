using static FlightMonitor.Properties.Given;
using static FlightMonitor.Properties.Numbers;
using static FlightMonitor.Properties.TsmCases;

namespace FlightMonitor.Properties;

/// <summary>The triplex signal monitor under branches and parameters outside their ranges.</summary>
public static class TsmRobustness
{
    [Property("An unusable branch differs from every other, and an unusable trip level counts as zero", Kind = TestKind.Robustness)]
    [Verifies("FM-HLR-030"), Verifies("FM-HLR-036"), Verifies("FM-HLR-037"), Verifies("FM-LLR-032"), Verifies("FM-LLR-033"), Verifies("FM-LLR-034")]
    public static SequenceProperty<Inputs, Outputs> Unusable_numbers_miscompare() =>
        EveryFrame(AnyBits, static (in before, in now, in was, in done) =>
            done.Tsm.Miscompare == Odd(in now.Tsm) ? null : $"expected {Odd(in now.Tsm)}, got {done.Tsm.Miscompare}");

    [Property("Count and report follow the limit brought into range, whatever the limit does", Kind = TestKind.Robustness)]
    [Verifies("FM-HLR-031"), Verifies("FM-HLR-032"), Verifies("FM-HLR-038"), Verifies("FM-LLR-036"), Verifies("FM-LLR-037"), Verifies("FM-LLR-038")]
    public static SequenceProperty<Inputs, Outputs> Limit_is_brought_into_range() =>
        EveryFrame(AnyBits, static (in before, in now, in was, in done) =>
        {
            FailureCode odd = Odd(in now.Tsm);
            int limit = Limit(in now.Tsm), count = was.Tsm.PersistenceCount;
            int expected = odd == FailureCode.None ? 0 : Math.Max(count, Math.Min(count + 1, limit + 1));
            if (done.Tsm.PersistenceCount != expected) return $"expected count {expected}, got {done.Tsm.PersistenceCount}";
            FailureCode report = was.Tsm.FailureCode != FailureCode.None ? was.Tsm.FailureCode
                : count > limit ? odd : FailureCode.None;
            return done.Tsm.FailureCode == report ? null : $"expected {report}, got {done.Tsm.FailureCode}";
        });

    [Property("The selected value stays usable and, with two unusable branches, does not move", Kind = TestKind.Robustness)]
    [Verifies("FM-HLR-036"), Verifies("FM-HLR-033"), Verifies("FM-HLR-034"), Verifies("FM-HLR-035"), Verifies("FM-LLR-039"), Verifies("FM-HLR-003")]
    public static SequenceProperty<Inputs, Outputs> Selected_value_stays_usable() =>
        EveryFrame(AnyBits, static (in before, in now, in was, in done) =>
        {
            if (!Usable(done.Tsm.SelectedValue)) return $"selected {done.Tsm.SelectedValue}";
            if (Held(in now.Tsm, in was.Tsm, in done.Tsm))
            {
                return Same(done.Tsm.SelectedValue, was.Tsm.SelectedValue) ? null : "not held";
            }

            TsmInputs filled = now.Tsm;
            if (!Usable(filled.A)) filled.A = was.Tsm.SelectedValue;
            if (!Usable(filled.B)) filled.B = was.Tsm.SelectedValue;
            if (!Usable(filled.C)) filled.C = was.Tsm.SelectedValue;
            float expected = done.Tsm.FailureCode switch
            {
                FailureCode.None => Middle(in filled),
                FailureCode.BranchC => (filled.A + filled.B) / 2,
                FailureCode.BranchB => (filled.A + filled.C) / 2,
                _ => (filled.B + filled.C) / 2,
            };
            return done.Tsm.SelectedValue == expected ? null : $"expected {expected}, got {done.Tsm.SelectedValue}";
        });

    [Property("The good pair is told to differ when a branch of it is unusable", Kind = TestKind.Robustness)]
    [Verifies("FM-HLR-039"), Verifies("FM-LLR-045")]
    public static SequenceProperty<Inputs, Outputs> Unusable_pair_differs() =>
        EveryFrame(AnyBits, static (in before, in now, in was, in done) =>
        {
            float trip = Trip(in now.Tsm);
            bool differs = done.Tsm.FailureCode switch
            {
                FailureCode.BranchC => !Agree(now.Tsm.A, now.Tsm.B, trip),
                FailureCode.BranchB => !Agree(now.Tsm.A, now.Tsm.C, trip),
                FailureCode.BranchA => !Agree(now.Tsm.B, now.Tsm.C, trip),
                _ => false,
            };
            return done.Tsm.PairDiffers == differs ? null : $"expected {differs}";
        });
}
