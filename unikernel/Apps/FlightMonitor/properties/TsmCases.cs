using static FlightMonitor.Properties.Given;
using static FlightMonitor.Properties.Numbers;

namespace FlightMonitor.Properties;

/// <summary>Sequences for the triplex signal monitor, and its comparison as the requirement states it.</summary>
internal static class TsmCases
{
    /// <summary>
    /// Branches on a grid of quarters around a base, with the offsets a monitor has to judge: none, within,
    /// exactly at and one ulp beyond the trip level, far off. A pattern lasts eight frames on average while the
    /// base moves, the persistence limit is the same in all frames of a case.
    /// </summary>
    public static Gen<Inputs[]> InRange { get; } = FastGen.Walk(Frames, default(Inputs), static (before, random) =>
    {
        var bits = new BitReader(random);
        bool first = before.Tsm.TripLevel == 0;
        Inputs now = Quiet;
        now.Tsm.TripLevel = 2;
        now.Tsm.PersistenceLimit = first ? bits.Range(0, 6) : before.Tsm.PersistenceLimit;
        bool keep = !first && !bits.OneIn(3);
        if (keep && !bits.Coin())
        {
            now.Tsm = before.Tsm;
            return now;
        }

        float level = bits.Range(-40, 40) * 0.25f;
        now.Tsm.A = level + (keep ? before.Tsm.A - Middle(before.Tsm) : Offset(ref bits));
        now.Tsm.B = level + (keep ? before.Tsm.B - Middle(before.Tsm) : Offset(ref bits));
        now.Tsm.C = level + (keep ? before.Tsm.C - Middle(before.Tsm) : Offset(ref bits));
        return now;
    });

    /// <summary>
    /// Any bit pattern for branches and trip level, any persistence limit; patterns last four frames on average.
    /// </summary>
    public static Gen<Inputs[]> AnyBits { get; } = FastGen.Walk(Frames, Quiet, static (before, random) =>
    {
        var bits = new BitReader(random);
        Inputs now = before;
        if (bits.OneIn(2))
        {
            now.Tsm.A = Branch(ref bits);
            now.Tsm.B = Branch(ref bits);
            now.Tsm.C = Branch(ref bits);
        }

        if (bits.OneIn(3)) now.Tsm.TripLevel = bits.Coin() ? bits.Pick<float>([0.0f, 1.0f, 1.0e6f]) : Branch(ref bits);
        if (bits.OneIn(3))
        {
            now.Tsm.PersistenceLimit = bits.Coin() ? bits.Range(-1, 3) : bits.Pick<int>([int.MinValue, 999, 1000, 1001, int.MaxValue]);
        }

        return now;
    });

    /// <summary>True for a number that takes part. **Source:** FM-HLR-036.</summary>
    public static bool Usable(float branch) => branch is >= -1_000_000f and <= 1_000_000f;

    /// <summary>The trip level that counts. **Source:** FM-HLR-037.</summary>
    public static float Trip(in TsmInputs i) => i.TripLevel is >= 0f and <= 1_000_000f ? i.TripLevel : 0f;

    /// <summary>The persistence limit that counts. **Source:** FM-HLR-038.</summary>
    public static int Limit(in TsmInputs i) => Math.Clamp(i.PersistenceLimit, 0, 1000);

    /// <summary>Whether two branches agree. **Source:** FM-HLR-030, FM-HLR-036.</summary>
    public static bool Agree(float one, float other, float trip) =>
        Usable(one) && Usable(other) && MathF.Abs(one - other) <= trip;

    /// <summary>The branch outside the only agreeing pair, or none. **Source:** FM-HLR-030.</summary>
    public static FailureCode Odd(in TsmInputs i)
    {
        float trip = Trip(in i);
        FailureCode odd = FailureCode.None;
        int agreeing = 0;
        if (Agree(i.A, i.B, trip)) (agreeing, odd) = (agreeing + 1, FailureCode.BranchC);
        if (Agree(i.A, i.C, trip)) (agreeing, odd) = (agreeing + 1, FailureCode.BranchB);
        if (Agree(i.B, i.C, trip)) (agreeing, odd) = (agreeing + 1, FailureCode.BranchA);
        return agreeing == 1 ? odd : FailureCode.None;
    }

    /// <summary>Whether the selected value is held. **Source:** FM-HLR-035.</summary>
    public static bool Held(in TsmInputs now, in TsmOutputs was, in TsmOutputs done) =>
        done.FailureCode != FailureCode.None && Odd(in now) != FailureCode.None && was.PersistenceCount <= Limit(in now);

    /// <summary>One value out of three that is neither the least nor the greatest.</summary>
    public static float Middle(in TsmInputs i) =>
        MathF.Max(MathF.Min(i.A, i.B), MathF.Min(MathF.Max(i.A, i.B), i.C));

    private static float Offset(ref BitReader bits) => bits.Bits(3) switch
    {
        0 => 2.0f,
        1 => -2.25f,
        2 => 50.0f,
        3 => bits.Range(-9, 9) * 0.25f,
        4 => 2.0f + 1.0f / 65536,
        _ => 0.0f,
    };

    private static float Branch(ref BitReader bits) => bits.Bits(3) switch
    {
        0 => Any(ref bits),
        1 => bits.Pick<float>([1.0e6f, -1.0e6f, Above(1.0e6f), Below(-1.0e6f), Below(1.0e6f)]),
        2 => bits.Pick<float>(Hostile),
        _ => bits.Range(-2, 2),
    };
}
