using static FlightMonitor.Properties.Given;
using static FlightMonitor.Properties.Numbers;

namespace FlightMonitor.Properties;

/// <summary>Fixed sequences of the command limiter at its figures.</summary>
public static class RegExamples
{
    [Property("The first frame changes each command by the increment of its axis and no more", Cases = 1)]
    [Verifies("FM-LLR-070"), Verifies("FM-LLR-071"), Verifies("FM-LLR-074"), Verifies("FM-LLR-078")]
    [Verifies("FM-HLR-073"), Verifies("FM-HLR-074"), Verifies("FM-HLR-075")]
    public static SequenceProperty<Inputs, Outputs> First_increments() => Example(
        [Demands(90, 90, -90, 90, -90), Demands(-90, 90, -90, 90, 0)],
        static o => (o.Reg.Roll.Command, o.Reg.Pitch.Command, o.Reg.Yaw.Command, o.Reg.Airspeed.Command, o.Reg.Height.Command),
        (0.4999f, 0.4999f, -0.4999f, 0.3199f, -0.3199f), (0, 0.9998f, -0.9998f, 0.6398f, 0));

    [Property("A change equal to the increment is not rate limited, one ulp more is", Cases = 1)]
    [Verifies("FM-HLR-079"), Verifies("FM-HLR-077"), Verifies("FM-LLR-077"), Verifies("FM-LLR-074"), Verifies("FM-LLR-005")]
    public static SequenceProperty<Inputs, Outputs> At_the_increment() => Example(
        [Roll(0.4999f), Roll(0), Roll(Above(0.4999f)), Roll(Above(0.4999f)), Roll(0), Roll(0), Roll(-0.4999f), Roll(0), Roll(Below(-0.4999f))],
        static o => (o.Reg.Roll.Command, o.Reg.Roll.RateLimited),
        (0.4999f, false), (0, false), (0.4999f, true), (Above(0.4999f), false), (Above(0.4999f) - 0.4999f, true), (0, false),
        (-0.4999f, false), (0, false), (-0.4999f, true));

    [Property("A demand equal to the limit is not amplitude limited, one ulp more is", Cases = 1)]
    [Verifies("FM-HLR-079"), Verifies("FM-LLR-077"), Verifies("FM-LLR-005"), Verifies("FM-LLR-070")]
    public static SequenceProperty<Inputs, Outputs> At_the_limit() => Example(
        [
            Demands(50, -50, 50, 32, -32), Demands(Above(50), Below(-50), Above(50), Above(32), Below(-32)),
            Demands(49, -49, 0, 31, -31), Demands(float.MaxValue, float.MinValue, 60, 40, -40),
        ],
        static o => (o.Reg.Roll.AmplitudeLimited, o.Reg.Pitch.AmplitudeLimited, o.Reg.Yaw.AmplitudeLimited,
            o.Reg.Airspeed.AmplitudeLimited, o.Reg.Height.AmplitudeLimited),
        (false, false, false, false, false), (true, true, true, true, true),
        (false, false, false, false, false), (true, true, true, true, true));

    [Property("Commands reach each limit and stop there", Cases = 1)]
    [Verifies("FM-HLR-070"), Verifies("FM-HLR-071"), Verifies("FM-HLR-072"), Verifies("FM-LLR-073"), Verifies("FM-LLR-078")]
    public static SequenceProperty<Inputs, Outputs> Commands_reach_the_limits() => new(
        FsCheck.Fluent.Gen.Constant(Repeat(110, Demands(90, -90, 90, 90, -90))), static (inputs, outputs) =>
        {
            RegOutputs last = outputs[^1].Reg;
            bool reached = last.Roll.Command == 50 && last.Pitch.Command == -50 && last.Yaw.Command == 50
                && last.Airspeed.Command == 32 && last.Height.Command == -32;
            return reached ? null : new Violation(outputs.Length - 1, "a limit is not reached");
        });

    [Property("The 101st frame of exceedance is reported, the 100th is not, and a frame within the limit starts anew", Cases = 1)]
    [Verifies("FM-HLR-078"), Verifies("FM-LLR-075"), Verifies("FM-LLR-077"), Verifies("FM-LLR-071")]
    public static SequenceProperty<Inputs, Outputs> Exceedance_at_its_boundary() => Example(
        [.. Repeat(103, Roll(51)), Roll(50), Roll(-51)],
        static o => (o.Reg.Roll.ExceedanceFrames, o.Reg.Roll.ExceedancePersisted),
        [.. Enumerable.Range(1, 100).Select(n => (n, false)), (101, true), (101, true), (101, true), (0, false), (1, false)]);

    [Property("A demand that is not finite leads the command back to zero and ends an exceedance", Kind = TestKind.Robustness, Cases = 1)]
    [Verifies("FM-HLR-076"), Verifies("FM-HLR-078"), Verifies("FM-LLR-072"), Verifies("FM-LLR-004")]
    public static SequenceProperty<Inputs, Outputs> Not_finite_demands() => Example(
        [Roll(51), Roll(51), Roll(float.NaN), Roll(float.PositiveInfinity), Roll(51), Roll(float.NegativeInfinity)],
        static o => (o.Reg.Roll.Command, o.Reg.Roll.DemandUsable, o.Reg.Roll.ExceedanceFrames),
        (0.4999f, true, 1), (0.9998f, true, 2), (0.4999f, false, 0), (0, false, 0), (0.4999f, true, 1), (0, false, 0));

    private static Inputs Roll(float demand) => Demands(demand, 0, 0, 0, 0);

    private static Inputs Demands(float roll, float pitch, float yaw, float airspeed, float height)
    {
        Inputs inputs = Quiet;
        inputs.Reg = new RegInputs { Roll = roll, Pitch = pitch, Yaw = yaw, Airspeed = airspeed, Height = height };
        return inputs;
    }
}
