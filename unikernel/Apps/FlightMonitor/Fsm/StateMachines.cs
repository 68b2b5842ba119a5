namespace FlightMonitor;

using Certify;

/// <summary>Component FSM: one frame of the autopilot machine, the sensor machine and the pull-up.</summary>
internal static class StateMachines
{
    /// <summary>Sets the state before the first frame.</summary>
    [Requirement("FM-LLR-012")]
    public static void Initialise(out FsmState state)
    {
        state.Autopilot = AutopilotState.Transition;
        state.Sensor = SensorState.Transition;
        state.PullUpLatched = false;
        state.LimitsBefore = false;
    }

    /// <summary>Moves both machines by one frame and decides on the pull-up.</summary>
    [Requirement("FM-LLR-024")]
    public static void Step(ref FsmState state, in FsmInputs inputs, out FsmOutputs outputs)
    {
        state.Autopilot = Autopilot.Next(state.Autopilot, in inputs);
        state.Sensor = Sensor.Next(state.Sensor, in inputs);
        state.PullUpLatched = PullUp.Latch(state.PullUpLatched, state.LimitsBefore, in inputs);
        state.LimitsBefore = inputs.Limits;
        outputs.Autopilot = state.Autopilot;
        outputs.Sensor = state.Sensor;
        outputs.PullUp = PullUp.Command(state.PullUpLatched, state.Autopilot, inputs.Standby);
    }
}
