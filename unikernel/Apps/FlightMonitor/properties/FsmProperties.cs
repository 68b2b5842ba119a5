using static FlightMonitor.Properties.Given;

namespace FlightMonitor.Properties;

/// <summary>The published transitions and the pull-up, each as an implication over two frames in succession.</summary>
public static class FsmProperties
{
    /// <summary>Each discrete keeps its value for four frames on average, so that latches and states last.</summary>
    internal static Gen<Inputs[]> Discretes { get; } = FastGen.Walk(Frames, Quiet, static (before, bits) =>
    {
        ulong flips = bits & (bits >> 16);
        before.Fsm.Standby ^= (flips & 1) != 0;
        before.Fsm.AutopilotFailed ^= (flips & 2) != 0;
        before.Fsm.Supported ^= (flips & 4) != 0;
        before.Fsm.Limits ^= (flips & 8) != 0;
        before.Fsm.Good ^= (flips & 16) != 0;
        before.Fsm.Request ^= (flips & 32) != 0;
        before.Fsm.ActiveMode ^= (flips & 64) != 0;
        return before;
    });

    /// <summary>Every discrete is drawn anew in every frame.</summary>
    internal static Gen<Inputs[]> Chatter { get; } = FastGen.Frames(Frames, static bits =>
    {
        Inputs inputs = Quiet;
        inputs.Fsm = Discrete((uint)bits);
        return inputs;
    });

    [Property("TRANSITION gives way to STANDBY for the pilot, else to NOMINAL for good data and support")]
    [Verifies("FM-HLR-010"), Verifies("FM-LLR-014"), Verifies("FM-LLR-010"), Verifies("FM-LLR-013")]
    public static SequenceProperty<Inputs, Outputs> Autopilot_leaves_transition() => Autopilot(
        AutopilotState.Transition,
        new(i => i.Standby, AutopilotState.Standby),
        new(i => i.Good && i.Supported && !i.Standby, AutopilotState.Nominal));

    [Property("NOMINAL gives way to STANDBY for the pilot, else to MANEUVER for bad data")]
    [Verifies("FM-HLR-011"), Verifies("FM-LLR-015"), Verifies("FM-LLR-013")]
    public static SequenceProperty<Inputs, Outputs> Autopilot_leaves_nominal() => Autopilot(
        AutopilotState.Nominal,
        new(i => i.Standby, AutopilotState.Standby),
        new(i => !i.Good && !i.Standby, AutopilotState.Maneuver));

    [Property("MANEUVER gives way with good data only: to STANDBY for the pilot, else to TRANSITION with support")]
    [Verifies("FM-HLR-012"), Verifies("FM-LLR-016"), Verifies("FM-LLR-013")]
    public static SequenceProperty<Inputs, Outputs> Autopilot_leaves_maneuver() => Autopilot(
        AutopilotState.Maneuver,
        new(i => i.Standby && i.Good, AutopilotState.Standby),
        new(i => i.Supported && i.Good && !i.Standby, AutopilotState.Transition));

    [Property("STANDBY gives way to MANEUVER for a failure, else to TRANSITION when the pilot hands back")]
    [Verifies("FM-HLR-013"), Verifies("FM-LLR-017"), Verifies("FM-LLR-013")]
    public static SequenceProperty<Inputs, Outputs> Autopilot_leaves_standby() => Autopilot(
        AutopilotState.Standby,
        new(i => i.AutopilotFailed, AutopilotState.Maneuver),
        new(i => !i.Standby && !i.AutopilotFailed, AutopilotState.Transition));

    [Property("The autopilot changes its state only where a transition is named")]
    [Verifies("FM-HLR-014"), Verifies("FM-LLR-014"), Verifies("FM-LLR-015"), Verifies("FM-LLR-016"), Verifies("FM-LLR-017")]
    public static SequenceProperty<Inputs, Outputs> Autopilot_keeps_state_otherwise() =>
        EveryFrame(Chatter, static (in before, in now, in was, in done) =>
        {
            FsmInputs i = now.Fsm;
            bool named = was.Fsm.Autopilot switch
            {
                AutopilotState.Transition => i.Standby || (i.Good && i.Supported),
                AutopilotState.Nominal => i.Standby || !i.Good,
                AutopilotState.Maneuver => i.Good && (i.Standby || i.Supported),
                AutopilotState.Standby => i.AutopilotFailed || !i.Standby,
                _ => false,
            };
            bool changed = done.Fsm.Autopilot != was.Fsm.Autopilot;
            return changed == named ? null : $"{was.Fsm.Autopilot} to {done.Fsm.Autopilot}";
        });

    [Property("Sensor NOMINAL gives way to FAULT for exceeded limits, else to TRANSITION without request")]
    [Verifies("FM-HLR-015"), Verifies("FM-LLR-019"), Verifies("FM-LLR-011"), Verifies("FM-LLR-018")]
    public static SequenceProperty<Inputs, Outputs> Sensor_leaves_nominal() => Sensor(
        SensorState.Nominal,
        new(i => i.Limits, SensorState.Fault),
        new(i => !i.Request && !i.Limits, SensorState.Transition));

    [Property("Sensor FAULT gives way to TRANSITION when neither requested nor beyond limits")]
    [Verifies("FM-HLR-016"), Verifies("FM-LLR-020"), Verifies("FM-LLR-018")]
    public static SequenceProperty<Inputs, Outputs> Sensor_leaves_fault() => Sensor(
        SensorState.Fault, new Row<SensorState>(i => !i.Request && !i.Limits, SensorState.Transition));

    [Property("Sensor TRANSITION gives way to NOMINAL when requested in the active mode")]
    [Verifies("FM-HLR-017"), Verifies("FM-LLR-021"), Verifies("FM-LLR-018")]
    public static SequenceProperty<Inputs, Outputs> Sensor_leaves_transition() => Sensor(
        SensorState.Transition, new Row<SensorState>(i => i.Request && i.ActiveMode, SensorState.Nominal));

    [Property("The sensor changes its state only where a transition is named")]
    [Verifies("FM-HLR-018"), Verifies("FM-LLR-019"), Verifies("FM-LLR-020"), Verifies("FM-LLR-021")]
    public static SequenceProperty<Inputs, Outputs> Sensor_keeps_state_otherwise() =>
        EveryFrame(Chatter, static (in before, in now, in was, in done) =>
        {
            FsmInputs i = now.Fsm;
            bool named = was.Fsm.Sensor switch
            {
                SensorState.Nominal => i.Limits || !i.Request,
                SensorState.Fault => !(i.Limits || i.Request),
                SensorState.Transition => i.Request && i.ActiveMode,
                _ => false,
            };
            return (done.Fsm.Sensor != was.Fsm.Sensor) == named ? null : $"{was.Fsm.Sensor} to {done.Fsm.Sensor}";
        });

    /// <summary>Seven discretes of seven bits.</summary>
    internal static FsmInputs Discrete(uint bits) => new()
    {
        Standby = (bits & 1) != 0,
        AutopilotFailed = (bits & 2) != 0,
        Supported = (bits & 4) != 0,
        Limits = (bits & 8) != 0,
        Good = (bits & 16) != 0,
        Request = (bits & 32) != 0,
        ActiveMode = (bits & 64) != 0,
    };

    private sealed record Row<TState>(Func<FsmInputs, bool> When, TState Then);

    private static SequenceProperty<Inputs, Outputs> Autopilot(AutopilotState from, params Row<AutopilotState>[] rows) =>
        EveryFrame(Discretes, (in before, in now, in was, in done) =>
            was.Fsm.Autopilot == from ? Broken(rows, now.Fsm, done.Fsm.Autopilot) : null);

    private static SequenceProperty<Inputs, Outputs> Sensor(SensorState from, params Row<SensorState>[] rows) =>
        EveryFrame(Discretes, (in before, in now, in was, in done) =>
            was.Fsm.Sensor == from ? Broken(rows, now.Fsm, done.Fsm.Sensor) : null);

    private static string? Broken<TState>(Row<TState>[] rows, FsmInputs inputs, TState seen)
        where TState : struct, Enum
    {
        foreach (Row<TState> row in rows)
        {
            if (row.When(inputs) && !seen.Equals(row.Then)) return $"expected {row.Then}, got {seen}";
        }

        return null;
    }
}
