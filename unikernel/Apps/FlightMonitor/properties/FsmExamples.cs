using static FlightMonitor.Properties.Given;

namespace FlightMonitor.Properties;

/// <summary>
/// Fixed tours of the state machines. Letters stand for the discretes set in a frame: S standby, F autopilot
/// failed, U supported, L limits, G good, R request, M active mode.
/// </summary>
public static class FsmExamples
{
    private const AutopilotState Transition = AutopilotState.Transition;
    private const AutopilotState Nominal = AutopilotState.Nominal;
    private const AutopilotState Maneuver = AutopilotState.Maneuver;
    private const AutopilotState Standby = AutopilotState.Standby;

    [Property("A tour through all autopilot states, each condition deciding once", Cases = 1)]
    [Verifies("FM-LLR-010"), Verifies("FM-LLR-013"), Verifies("FM-LLR-014"), Verifies("FM-LLR-015")]
    [Verifies("FM-LLR-016"), Verifies("FM-LLR-017"), Verifies("FM-LLR-012")]
    public static SequenceProperty<Inputs, Outputs> Autopilot_tour() => Example(
        Tour("", "G", "U", "GU", "G", "GU", "U", "U", "G", "S", "GU", "GU", "S", "S", "", "S", "F", "SG", "SF", "SU", "SGU"),
        static o => o.Fsm.Autopilot,
        Transition, Transition, Transition, Nominal, Nominal, Nominal, Maneuver, Maneuver, Maneuver, Maneuver,
        Transition, Nominal, Standby, Standby, Transition, Standby, Maneuver, Standby, Maneuver, Maneuver, Standby);

    [Property("The pilot comes first where two published transitions meet", Cases = 1)]
    [Verifies("FM-HLR-010"), Verifies("FM-HLR-011"), Verifies("FM-HLR-012"), Verifies("FM-HLR-013")]
    public static SequenceProperty<Inputs, Outputs> Autopilot_conflicts() => Example(
        Tour("SGU", "", "GU", "S", "", "GU", "", "SGU", "F"),
        static o => o.Fsm.Autopilot,
        Standby, Transition, Nominal, Standby, Transition, Nominal, Maneuver, Standby, Maneuver);

    [Property("With failure, pilot and good data STANDBY and MANEUVER alternate without pull-up", Cases = 1)]
    [Verifies("FM-HLR-012"), Verifies("FM-HLR-013"), Verifies("FM-HLR-022")]
    public static SequenceProperty<Inputs, Outputs> Autopilot_alternates() => Example(
        Tour("S", "SFG", "SFG", "SFG", "SFG"),
        static o => (o.Fsm.Autopilot, o.Fsm.PullUp),
        (Standby, false), (Maneuver, false), (Standby, false), (Maneuver, false), (Standby, false));

    [Property("A tour through all sensor states, each condition deciding once", Cases = 1)]
    [Verifies("FM-LLR-011"), Verifies("FM-LLR-018"), Verifies("FM-LLR-019"), Verifies("FM-LLR-020"), Verifies("FM-LLR-021")]
    [Verifies("FM-LLR-012"), Verifies("FM-HLR-018")]
    public static SequenceProperty<Inputs, Outputs> Sensor_tour() => Example(
        Tour("", "R", "M", "RM", "R", "", "RM", "L", "R", "L", "RL", "", "RM", "RL"),
        static o => o.Fsm.Sensor,
        SensorState.Transition, SensorState.Transition, SensorState.Transition, SensorState.Nominal,
        SensorState.Nominal, SensorState.Transition, SensorState.Nominal, SensorState.Fault, SensorState.Fault,
        SensorState.Fault, SensorState.Fault, SensorState.Transition, SensorState.Nominal, SensorState.Fault);

    [Property("The pull-up is set by three discretes together and released by four", Cases = 1)]
    [Verifies("FM-LLR-022"), Verifies("FM-LLR-023"), Verifies("FM-LLR-024"), Verifies("FM-LLR-012"), Verifies("FM-HLR-019"), Verifies("FM-HLR-020")]
    public static SequenceProperty<Inputs, Outputs> Pull_up_tour() => Example(
        Tour("L", "U", "LUF", "LU", "GU", "U", "G", "GULF", "GU", "GU", "LU", "S", "SLU"),
        static o => o.Fsm.PullUp,
        false, false, false, true, true, true, true, true, true, false, true, false, false);

    [Property("MANEUVER alone commands a pull-up, and not against the pilot", Cases = 1)]
    [Verifies("FM-LLR-023"), Verifies("FM-HLR-021"), Verifies("FM-HLR-022")]
    public static SequenceProperty<Inputs, Outputs> Pull_up_in_maneuver() => Example(
        Tour("S", "F", "", "S", "", "GU"),
        static o => o.Fsm.PullUp,
        false, true, true, false, true, false);

    private static Inputs[] Tour(params string[] frames) => Array.ConvertAll(frames, static letters =>
    {
        Inputs inputs = Quiet;
        inputs.Fsm = new FsmInputs
        {
            Standby = letters.Contains('S'),
            AutopilotFailed = letters.Contains('F'),
            Supported = letters.Contains('U'),
            Limits = letters.Contains('L'),
            Good = letters.Contains('G'),
            Request = letters.Contains('R'),
            ActiveMode = letters.Contains('M'),
        };
        return inputs;
    });
}
