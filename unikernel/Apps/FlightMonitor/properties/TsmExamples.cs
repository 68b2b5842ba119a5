using static FlightMonitor.Properties.Given;
using static FlightMonitor.Properties.Numbers;

namespace FlightMonitor.Properties;

/// <summary>Fixed sequences at the boundaries of the triplex signal monitor. The trip level is 1 where not said.</summary>
public static class TsmExamples
{
    private const FailureCode None = FailureCode.None;
    private const FailureCode A = FailureCode.BranchA;
    private const FailureCode B = FailureCode.BranchB;
    private const FailureCode C = FailureCode.BranchC;

    [Property("All eight outcomes of three comparisons, and each pair exactly at and one ulp beyond the trip level", Cases = 1)]
    [Verifies("FM-HLR-030"), Verifies("FM-LLR-035"), Verifies("FM-LLR-034"), Verifies("FM-LLR-005")]
    public static SequenceProperty<Inputs, Outputs> Comparisons() => Example(
        [
            Branches(0, 0, 0), Branches(0, 2, 1), Branches(0, 1, 2), Branches(1, 0, 2),
            Branches(0, 0, 5), Branches(5, 0, 0), Branches(0, 5, 0), Branches(0, 5, 10),
            Branches(0, 0, 1), Branches(0, 0, Above(1)), Branches(0, 0, -1), Branches(0, 0, Below(-1)),
            Branches(1, 0, 0), Branches(Above(1), 0, 0), Branches(0, 1, 0), Branches(0, Above(1), 0),
        ],
        static o => o.Tsm.Miscompare,
        None, None, None, None, C, A, B, None, None, C, None, C, None, A, None, B);

    [Property("A miscompare of limit plus one frames is not reported, one frame more is", Cases = 1)]
    [Verifies("FM-HLR-031"), Verifies("FM-HLR-032"), Verifies("FM-LLR-037"), Verifies("FM-LLR-038"), Verifies("FM-LLR-031"), Verifies("FM-LLR-044")]
    public static SequenceProperty<Inputs, Outputs> Persistence() => Example(
        [
            .. Repeat(3, Branches(0, 0, 5, limit: 2)), Branches(0, 0, 0, limit: 2),
            .. Repeat(5, Branches(0, 0, 5, limit: 2)), Branches(5, 5, 5, limit: 2), Branches(0, 0, 0, limit: 2),
        ],
        static o => (o.Tsm.PersistenceCount, o.Tsm.FailureCode),
        (1, None), (2, None), (3, None), (0, None),
        (1, None), (2, None), (3, None), (3, C), (3, C), (0, C), (0, C));

    [Property("A count above the limit without miscompare reports nothing", Cases = 1)]
    [Verifies("FM-HLR-032"), Verifies("FM-LLR-038"), Verifies("FM-LLR-037")]
    public static SequenceProperty<Inputs, Outputs> Agreement_is_no_failure() => Example(
        [.. Repeat(3, Branches(0, 0, 5, limit: 2)), Branches(0, 0, 0, limit: 2), Branches(0, 0, 5, limit: 2)],
        static o => (o.Tsm.PersistenceCount, o.Tsm.FailureCode), (1, None), (2, None), (3, None), (0, None), (1, None));

    [Property("Two branches that miscompare by turns are reported as the one of the reporting frame", Cases = 1)]
    [Verifies("FM-HLR-032"), Verifies("FM-LLR-038")]
    public static SequenceProperty<Inputs, Outputs> Branches_by_turns() => Example(
        [Branches(5, 0, 0, limit: 1), Branches(0, 5, 0, limit: 1), Branches(5, 0, 0, limit: 1)],
        static o => (o.Tsm.PersistenceCount, o.Tsm.FailureCode), (1, None), (2, None), (2, A));

    [Property("The middle one is selected in every order, with ties, and while a miscompare is timed", Cases = 1)]
    [Verifies("FM-HLR-033"), Verifies("FM-LLR-040"), Verifies("FM-LLR-043")]
    public static SequenceProperty<Inputs, Outputs> Mid_value() => Example(
        [
            Branches(1, 2, 3), Branches(1, 3, 2), Branches(2, 1, 3), Branches(2, 3, 1), Branches(3, 1, 2), Branches(3, 2, 1),
            Branches(4, 4, 1), Branches(4, 1, 4), Branches(1, 4, 4), Branches(4, 4, 9), Branches(-0.5f, 0.5f, 0.25f),
        ],
        static o => o.Tsm.SelectedValue, 2, 2, 2, 2, 2, 2, 4, 4, 4, 4, 0.25f);

    [Property("Failure code 1 averages A and B", Cases = 1)]
    [Verifies("FM-HLR-034"), Verifies("FM-LLR-030"), Verifies("FM-LLR-041"), Verifies("FM-LLR-043")]
    public static SequenceProperty<Inputs, Outputs> Code_one() => Average(Branches(1, 2, 9, limit: 0), C, 1.5f);

    [Property("Failure code 2 averages A and C", Cases = 1)]
    [Verifies("FM-HLR-034"), Verifies("FM-LLR-030"), Verifies("FM-LLR-041"), Verifies("FM-LLR-043")]
    public static SequenceProperty<Inputs, Outputs> Code_two() => Average(Branches(1, 9, 2, limit: 0), B, 1.5f);

    [Property("Failure code 4 averages B and C", Cases = 1)]
    [Verifies("FM-HLR-034"), Verifies("FM-LLR-030"), Verifies("FM-LLR-041"), Verifies("FM-LLR-043")]
    public static SequenceProperty<Inputs, Outputs> Code_four() => Average(Branches(9, 1, 2, limit: 0), A, 1.5f);

    [Property("A second miscompare holds the value for limit plus one frames, then the average returns", Cases = 1)]
    [Verifies("FM-HLR-035"), Verifies("FM-HLR-039"), Verifies("FM-LLR-042"), Verifies("FM-LLR-044"), Verifies("FM-LLR-045")]
    public static SequenceProperty<Inputs, Outputs> Second_miscompare() => Example(
        [
            .. Repeat(3, Branches(1, 2, 9, limit: 1)), Branches(3, 3, 3, limit: 1),
            Branches(10, 0, 0, limit: 1), Branches(10, 2, 2, limit: 1), Branches(10, 4, 4, limit: 1), Branches(0, 50, 100, limit: 1),
        ],
        static o => (o.Tsm.SelectedValue, o.Tsm.FailureCode, o.Tsm.PairDiffers),
        (2, None, false), (2, None, false), (1.5f, C, false), (3, C, false), (3, C, true), (3, C, true), (7, C, true), (25, C, true));

    [Property("The pair without the reported branch is watched for codes 2 and 4 too", Cases = 1)]
    [Verifies("FM-HLR-039"), Verifies("FM-LLR-045")]
    public static SequenceProperty<Inputs, Outputs> Other_pairs() => Example(
        [.. Repeat(2, Branches(9, 0, 0, limit: 0)), Branches(9, 0, 5, limit: 0), Branches(9, 0, 0, limit: 0)],
        static o => (o.Tsm.FailureCode, o.Tsm.PairDiffers), (None, false), (A, false), (A, true), (A, false));

    [Property("For code 2 the pair of A and C is watched", Cases = 1)]
    [Verifies("FM-HLR-039"), Verifies("FM-LLR-045")]
    public static SequenceProperty<Inputs, Outputs> Pair_of_code_two() => Example(
        [.. Repeat(2, Branches(0, 9, 0, limit: 0)), Branches(0, 9, 5, limit: 0), Branches(0, 0, 0, limit: 0)],
        static o => (o.Tsm.FailureCode, o.Tsm.PairDiffers), (None, false), (B, false), (B, true), (B, false));

    [Property("A persistence limit within its range is used as given", Cases = 1)]
    [Verifies("FM-HLR-038"), Verifies("FM-LLR-036")]
    public static SequenceProperty<Inputs, Outputs> Limit_in_range() => Reported(after: 1002, limit: 1000);

    [Property("A persistence limit above 1000 is used as 1000", Kind = TestKind.Robustness, Cases = 1)]
    [Verifies("FM-HLR-038"), Verifies("FM-LLR-036")]
    public static SequenceProperty<Inputs, Outputs> Limit_above_range() => Reported(after: 1002, limit: int.MaxValue);

    [Property("A persistence limit below zero is used as zero", Kind = TestKind.Robustness, Cases = 1)]
    [Verifies("FM-HLR-038"), Verifies("FM-LLR-036")]
    public static SequenceProperty<Inputs, Outputs> Limit_below_range() => Reported(after: 2, limit: int.MinValue);

    [Property("Trip levels from 0 to 1 000 000 are used as given", Cases = 1)]
    [Verifies("FM-HLR-037"), Verifies("FM-LLR-033")]
    public static SequenceProperty<Inputs, Outputs> Trip_levels_in_range() => Example(
        [Trip(0, 0), Trip(0, float.Epsilon), Trip(1.0e6f, 9.0e5f), Trip(0.5f, 0.5f), Trip(0.5f, Above(0.5f))],
        static o => o.Tsm.Miscompare, None, C, None, None, C);

    [Property("Every other trip level counts as zero", Kind = TestKind.Robustness, Cases = 1)]
    [Verifies("FM-HLR-037"), Verifies("FM-LLR-033")]
    public static SequenceProperty<Inputs, Outputs> Trip_levels_out_of_range() => Example(
        [Trip(float.NaN, 1), Trip(-1, 1), Trip(float.PositiveInfinity, 1), Trip(Above(1.0e6f), 1), Trip(float.NaN, 0), Trip(-1, 0), Trip(-0.0f, 0)],
        static o => o.Tsm.Miscompare, C, C, C, C, None, None, None);

    [Property("Branches at the ends of their range take part", Cases = 1)]
    [Verifies("FM-HLR-036"), Verifies("FM-LLR-032"), Verifies("FM-LLR-039")]
    public static SequenceProperty<Inputs, Outputs> Branches_at_range_ends() => Example(
        [Branches(1.0e6f, 1.0e6f, 1.0e6f), Branches(-1.0e6f, -1.0e6f, -1.0e6f)],
        static o => (o.Tsm.SelectedValue, o.Tsm.Miscompare), (1.0e6f, None), (-1.0e6f, None));

    [Property("A branch that is no number or out of range is replaced, and reported when it lasts", Kind = TestKind.Robustness, Cases = 1)]
    [Verifies("FM-HLR-036"), Verifies("FM-LLR-032"), Verifies("FM-LLR-034"), Verifies("FM-LLR-039")]
    public static SequenceProperty<Inputs, Outputs> Dead_branches() => Example(
        [
            Branches(3, 3, 3), Branches(float.NaN, 4, 4), Branches(4, Above(1.0e6f), 4), Branches(float.NaN, 9, float.NegativeInfinity),
            Branches(4, 4, float.NaN), Branches(4, 4, float.NaN), Branches(4, 4, float.NaN), Branches(4, 4, float.NaN),
            Branches(4, 4, float.NaN), Branches(4, float.NaN, 4), Branches(float.NaN, float.NaN, float.NaN),
        ],
        static o => (o.Tsm.SelectedValue, o.Tsm.Miscompare, o.Tsm.FailureCode),
        (3, None, None), (4, A, None), (4, B, None), (4, None, None),
        (4, C, None), (4, C, None), (4, C, None), (4, C, None), (4, C, C), (4, B, C), (4, None, C));

    private static SequenceProperty<Inputs, Outputs> Average(Inputs inputs, FailureCode code, float value) => Example(
        Repeat(3, inputs), static o => (o.Tsm.FailureCode, o.Tsm.SelectedValue), (None, 2), (code, value), (code, value));

    private static SequenceProperty<Inputs, Outputs> Reported(int after, int limit) => Example(
        Repeat(after, Branches(0, 0, 5, limit)), static o => o.Tsm.FailureCode, [.. Enumerable.Repeat(None, after - 1), C]);

    private static Inputs Trip(float level, float difference)
    {
        Inputs inputs = Branches(0, 0, difference);
        inputs.Tsm.TripLevel = level;
        return inputs;
    }

    private static Inputs Branches(float a, float b, float c, int limit = 3)
    {
        Inputs inputs = Quiet;
        inputs.Tsm.A = a;
        inputs.Tsm.B = b;
        inputs.Tsm.C = c;
        inputs.Tsm.PersistenceLimit = limit;
        return inputs;
    }
}
