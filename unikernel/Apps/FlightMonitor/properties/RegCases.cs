using static FlightMonitor.Properties.Given;
using static FlightMonitor.Properties.Numbers;

namespace FlightMonitor.Properties;

/// <summary>One axis of one frame, with the figures that the requirements give it.</summary>
/// <param name="Name">Roll, pitch, yaw, airspeed or height.</param>
/// <param name="Limit">Amplitude and rate limit: deg/s² and deg/s³, or ft/s² and ft/s³.</param>
/// <param name="Demand">Acceleration demanded.</param>
/// <param name="Was">Outputs of the frame before.</param>
/// <param name="Done">Outputs of this frame.</param>
internal readonly record struct Axis(string Name, double Limit, float Demand, AxisOutputs Was, AxisOutputs Done)
{
    /// <summary>Change of the command, per second.</summary>
    public double Rate => ((double)Done.Command - Was.Command) * 100;

    /// <summary>The demand, when finite, brought within the limit; else zero.</summary>
    public float Target => float.IsFinite(Demand) ? Math.Clamp(Demand, (float)-Limit, (float)Limit) : 0;

    /// <summary>True for the axes in degrees.</summary>
    public bool IsAngular => Limit > 40;
}

/// <summary>Judges one axis in one frame. Null when it holds.</summary>
internal delegate string? AxisRule(in Axis axis);

/// <summary>Sequences for the command limiter: long enough to reach a limit and to stay there for more than 100 frames.</summary>
internal static class RegCases
{
    private const int LongFrames = 260;

    private static readonly float[] s_demands =
    [
        0, 50, -50, 32, -32, Above(50), Below(-50), Above(32), Below(-32), Below(50), Above(-50), Below(32), Above(-32),
        60, -60, 1000, -1000, 0.4999f, -0.4999f, 0.3199f, -0.3199f, 0.5f, -0.5f, 0.32f, -0.32f, 20, -20,
        float.MaxValue, float.MinValue, float.Epsilon, 49, -31,
    ];

    /// <summary>Finite demands; one axis in every other frame changes, so a demand lasts ten frames on average.</summary>
    public static Gen<Inputs[]> InRange { get; } = FastGen.Walk(Frames, Quiet, static (before, bits) => Change(before, bits, 1, false));

    /// <summary>Finite demands that last 160 frames on average, so that commands reach them and exceedances persist.</summary>
    public static Gen<Inputs[]> Lasting { get; } = FastGen.Walk(LongFrames, Quiet, static (before, bits) => Change(before, bits, 5, false));

    /// <summary>Demands of any bit pattern.</summary>
    public static Gen<Inputs[]> AnyBits { get; } = FastGen.Walk(Frames, Quiet, static (before, bits) => Change(before, bits, 1, true));

    /// <summary>A property that holds when the rule holds for each axis in every frame.</summary>
    public static SequenceProperty<Inputs, Outputs> EveryAxis(Gen<Inputs[]> sequences, AxisRule rule) =>
        EveryFrame(sequences, (in before, in now, in was, in done) =>
            Judge(rule, new Axis("roll", 50, now.Reg.Roll, was.Reg.Roll, done.Reg.Roll))
            ?? Judge(rule, new Axis("pitch", 50, now.Reg.Pitch, was.Reg.Pitch, done.Reg.Pitch))
            ?? Judge(rule, new Axis("yaw", 50, now.Reg.Yaw, was.Reg.Yaw, done.Reg.Yaw))
            ?? Judge(rule, new Axis("airspeed", 32, now.Reg.Airspeed, was.Reg.Airspeed, done.Reg.Airspeed))
            ?? Judge(rule, new Axis("height", 32, now.Reg.Height, was.Reg.Height, done.Reg.Height)));

    private static string? Judge(AxisRule rule, in Axis axis) =>
        rule(in axis) is { } message ? $"{axis.Name}: {message}" : null;

    private static Inputs Change(Inputs before, ulong random, int oneIn, bool anyBits)
    {
        var bits = new BitReader(random);
        if (!bits.OneIn(oneIn)) return before;
        float demand = bits.Bits(2) switch
        {
            0 => bits.Between(-120.0f, 120.0f),
            1 when anyBits => Any(ref bits),
            2 when anyBits => bits.Pick<float>(Hostile),
            _ => bits.Pick<float>(s_demands),
        };
        Inputs now = before;
        switch (bits.Range(0, 4))
        {
            case 0: now.Reg.Roll = demand; break;
            case 1: now.Reg.Pitch = demand; break;
            case 2: now.Reg.Yaw = demand; break;
            case 3: now.Reg.Airspeed = demand; break;
            default: now.Reg.Height = demand; break;
        }

        return now;
    }
}
