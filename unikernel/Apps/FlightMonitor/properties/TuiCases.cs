using static FlightMonitor.Properties.Given;
using static FlightMonitor.Properties.Numbers;

namespace FlightMonitor.Properties;

/// <summary>Sequences for the integrator, and its sum as the requirement states it.</summary>
internal static class TuiCases
{
    private static readonly float[] s_steps = [0.01f, 0.02f, 0.25f, 0.5f, 1.0f];
    private static readonly float[] s_tops = [0.0f, 0.5f, 1.0f, 4.0f, 100.0f];
    private static readonly float[] s_bottoms = [0.0f, -0.5f, -1.0f, -3.0f, -100.0f];

    /// <summary>
    /// Binary grid values, so that sums meet the limits exactly; the integrand lasts four frames on average,
    /// limits and time step 32, and one frame in 16 is a reset.
    /// </summary>
    public static Gen<Inputs[]> InRange { get; } = FastGen.Walk(Frames, Quiet, static (before, random) =>
    {
        var bits = new BitReader(random);
        Inputs now = before;
        now.Tui.Reset = bits.OneIn(4);
        if (bits.OneIn(2)) now.Tui.Input = bits.Coin() ? bits.Range(-8, 8) * 0.25f : bits.Between(-40.0f, 40.0f);
        if (bits.OneIn(5))
        {
            now.Tui.TimeStep = bits.Pick<float>(s_steps);
            now.Tui.TopLimit = bits.Pick<float>(s_tops);
            now.Tui.BottomLimit = bits.Pick<float>(s_bottoms);
        }

        if (now.Tui.Reset)
        {
            now.Tui.InitialCondition = bits.Bits(2) switch
            {
                0 => now.Tui.TopLimit,
                1 => now.Tui.BottomLimit,
                _ => bits.Between(-5.0f, 5.0f),
            };
        }

        return now;
    });

    /// <summary>Any bit pattern in any field, each lasting four frames on average.</summary>
    public static Gen<Inputs[]> AnyBits { get; } = FastGen.Walk(Frames, Quiet, static (before, random) =>
    {
        var bits = new BitReader(random);
        Inputs now = before;
        now.Tui.Reset = bits.OneIn(3);
        if (bits.OneIn(2)) now.Tui.Input = Any(ref bits);
        if (bits.OneIn(2)) now.Tui.TimeStep = bits.Coin() ? 0.5f : Any(ref bits);
        if (bits.OneIn(3)) now.Tui.TopLimit = bits.Coin() ? 10.0f : Any(ref bits);
        if (bits.OneIn(3)) now.Tui.BottomLimit = bits.Coin() ? -10.0f : Any(ref bits);
        if (bits.OneIn(2)) now.Tui.InitialCondition = Any(ref bits);
        return now;
    });

    /// <summary>Whether the limits can be kept. **Source:** FM-HLR-054.</summary>
    public static bool LimitsUsable(in TuiInputs i) =>
        float.IsFinite(i.TopLimit) && float.IsFinite(i.BottomLimit) && !(i.BottomLimit > i.TopLimit);

    /// <summary>The sum of a frame without reset. **Source:** TUI-003, in single precision.</summary>
    public static float Sum(in TuiInputs before, in TuiInputs now, in TuiOutputs was) =>
        now.TimeStep * 0.5f * (now.Input + before.Input) + was.Output;
}
