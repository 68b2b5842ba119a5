using FsCheck.Fluent;
using static FlightMonitor.Properties.Given;
using static FlightMonitor.Properties.Numbers;

namespace FlightMonitor.Properties;

/// <summary>The application as a whole: its start, its frames, finite outputs, and components that keep apart.</summary>
public static class AppProperties
{
    private static Gen<Inputs[]> Everything { get; } = FastGen.Frames(Frames, static random =>
    {
        var bits = new BitReader(random);
        return Noise(ref bits, Numbers.Any);
    });

    private static Gen<Inputs[]> EverythingInRange { get; } = FastGen.Frames(Frames, static random =>
    {
        var bits = new BitReader(random);
        Inputs inputs = Noise(ref bits, static (ref BitReader b) => b.Between(-60.0f, 60.0f));
        inputs.Tsm.TripLevel = 5;
        inputs.Tsm.PersistenceLimit = 3;
        inputs.Tui.TimeStep = 0.01f;
        inputs.Tui.TopLimit = 70;
        inputs.Tui.BottomLimit = -70;
        return inputs;
    });

    [Property("Every frame is answered from its own inputs and the state before it", Cases = 1)]
    [Verifies("FM-HLR-001"), Verifies("FM-LLR-002"), Verifies("FM-LLR-003"), Verifies("FM-LLR-024"), Verifies("FM-LLR-044"), Verifies("FM-LLR-058"), Verifies("FM-LLR-078")]
    public static SequenceProperty<Inputs, Outputs> One_step_per_frame()
    {
        Inputs busy = Quiet;
        busy.Fsm = new FsmInputs { Standby = true, Request = true, ActiveMode = true };
        busy.Tsm = new TsmInputs { A = 1, B = 2, C = 9, TripLevel = 2, PersistenceLimit = 0 };
        busy.Tui = new TuiInputs { Input = 1, TimeStep = 0.5f, TopLimit = 10, BottomLimit = -10 };
        busy.Reg = new RegInputs { Roll = 9, Pitch = 9, Yaw = 9, Airspeed = 9, Height = 9 };
        return Example(
            [busy, busy, busy],
            static o => (o.Fsm.Autopilot, o.Fsm.Sensor, o.Tsm.FailureCode, o.Tsm.SelectedValue, o.Tui.Output, o.Reg.Roll.Command, o.Reg.Height.Command),
            (AutopilotState.Standby, SensorState.Nominal, FailureCode.None, 2, 0.25f, 0.4999f, 0.3199f),
            (AutopilotState.Standby, SensorState.Nominal, FailureCode.BranchC, 1.5f, 0.75f, 0.9998f, 0.6398f),
            (AutopilotState.Standby, SensorState.Nominal, FailureCode.BranchC, 1.5f, 1.25f, 0.9998f + 0.4999f, 0.6398f + 0.3199f));
    }

    [Property("The first quiet frame shows the state that start and restart give", Cases = 1)]
    [Verifies("FM-HLR-002"), Verifies("FM-LLR-001"), Verifies("FM-LLR-012"), Verifies("FM-LLR-031"), Verifies("FM-LLR-051"), Verifies("FM-LLR-071")]
    public static SequenceProperty<Inputs, Outputs> Starts_anew() => new(Gen.Constant(Repeat(2, Quiet)), static (inputs, outputs) =>
    {
        for (int frame = 0; frame < outputs.Length; frame++)
        {
            Outputs seen = outputs[frame], start = Start;
            bool states = seen.Fsm.Autopilot == start.Fsm.Autopilot && seen.Fsm.Sensor == start.Fsm.Sensor && !seen.Fsm.PullUp;
            bool monitor = seen.Tsm is { SelectedValue: 0, FailureCode: FailureCode.None, PersistenceCount: 0, PairDiffers: false };
            bool integrator = seen.Tui is { Output: 0, Limit: TuiLimit.None };
            bool axes = IsIdle(seen.Reg.Roll) && IsIdle(seen.Reg.Pitch) && IsIdle(seen.Reg.Yaw)
                && IsIdle(seen.Reg.Airspeed) && IsIdle(seen.Reg.Height);
            if (!(states && monitor && integrator && axes)) return new Violation(frame, "outputs are not those of the start");
        }

        return null;
    });

    [Property("Outputs are finite for inputs in range")]
    [Verifies("FM-HLR-003"), Verifies("FM-LLR-004"), Verifies("FM-LLR-072"), Verifies("FM-LLR-039")]
    public static SequenceProperty<Inputs, Outputs> Finite_in_range() => EveryFrame(EverythingInRange, Finite);

    [Property("Outputs are finite for every bit pattern of the inputs", Kind = TestKind.Robustness, Cases = 200)]
    [Verifies("FM-HLR-003"), Verifies("FM-LLR-004"), Verifies("FM-LLR-072"), Verifies("FM-LLR-039"), Verifies("FM-LLR-054")]
    public static SequenceProperty<Inputs, Outputs> Finite_for_any_bits() => EveryFrame(Everything, Finite);

    [Property("Components whose inputs rest do not change while the others work")]
    [Verifies("FM-HLR-004"), Verifies("FM-LLR-002"), Verifies("FM-LLR-003")]
    public static SequenceProperty<Inputs, Outputs> Resting_components_rest() => EveryFrame(
        FastGen.Walk(Frames, Quiet, static (before, random) =>
        {
            // The component that works is the same in all frames of a case; the persistence limit remembers it.
            var bits = new BitReader(random);
            int working = before.Tsm.PersistenceLimit >= 10 ? before.Tsm.PersistenceLimit - 10 : bits.Range(0, 3);
            Inputs noise = Noise(ref bits, static (ref BitReader b) => b.Between(-60.0f, 60.0f));
            Inputs now = Quiet;
            switch (working)
            {
                case 0: now.Fsm = noise.Fsm; break;
                case 1: now.Tsm = noise.Tsm; break;
                case 2: now.Tui = noise.Tui; break;
                default: now.Reg = noise.Reg; break;
            }

            now.Tsm.PersistenceLimit = 10 + working;
            return now;
        }),
        static (in before, in now, in was, in done) => (now.Tsm.PersistenceLimit - 10) switch
        {
            0 => Moved(in done, fsm: false, tsm: true, tui: true, reg: true),
            1 => Moved(in done, fsm: true, tsm: false, tui: true, reg: true),
            2 => Moved(in done, fsm: true, tsm: true, tui: false, reg: true),
            _ => Moved(in done, fsm: true, tsm: true, tui: true, reg: false),
        });

    private delegate float Draw(ref BitReader bits);

    private static Inputs Noise(ref BitReader bits, Draw draw) => new()
    {
        Fsm = FsmProperties.Discrete(bits.Bits(7)),
        Tsm = new TsmInputs
        {
            A = draw(ref bits), B = draw(ref bits), C = draw(ref bits), TripLevel = draw(ref bits),
            PersistenceLimit = (int)bits.Bits(32),
        },
        Tui = new TuiInputs
        {
            Input = draw(ref bits), TimeStep = draw(ref bits), TopLimit = draw(ref bits), BottomLimit = draw(ref bits),
            InitialCondition = draw(ref bits), Reset = bits.OneIn(3),
        },
        Reg = new RegInputs
        {
            Roll = draw(ref bits), Pitch = draw(ref bits), Yaw = draw(ref bits), Airspeed = draw(ref bits), Height = draw(ref bits),
        },
    };

    private static string? Finite(in Inputs before, in Inputs now, in Outputs was, in Outputs done)
    {
        bool finite = float.IsFinite(done.Tsm.SelectedValue) && float.IsFinite(done.Tui.Output)
            && float.IsFinite(done.Reg.Roll.Command) && float.IsFinite(done.Reg.Pitch.Command) && float.IsFinite(done.Reg.Yaw.Command)
            && float.IsFinite(done.Reg.Airspeed.Command) && float.IsFinite(done.Reg.Height.Command);
        return finite ? null : "an output is not finite";
    }

    private static string? Moved(in Outputs done, bool fsm, bool tsm, bool tui, bool reg)
    {
        if (fsm && (done.Fsm.Autopilot != AutopilotState.Transition || done.Fsm.Sensor != SensorState.Transition || done.Fsm.PullUp)) return "FSM moved";
        if (tsm && (done.Tsm.SelectedValue != 0 || done.Tsm.PersistenceCount != 0)) return "TSM moved";
        if (tui && (done.Tui.Output != 0 || done.Tui.Limit != TuiLimit.None)) return "TUI moved";
        bool idle = IsIdle(done.Reg.Roll) && IsIdle(done.Reg.Pitch) && IsIdle(done.Reg.Yaw) && IsIdle(done.Reg.Airspeed) && IsIdle(done.Reg.Height);
        return reg && !idle ? "REG moved" : null;
    }

    private static bool IsIdle(AxisOutputs axis) =>
        axis is { Command: 0, ExceedanceFrames: 0, DemandUsable: true, AmplitudeLimited: false, RateLimited: false, ExceedancePersisted: false };
}
