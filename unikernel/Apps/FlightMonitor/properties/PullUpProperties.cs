using static FlightMonitor.Properties.FsmProperties;
using static FlightMonitor.Properties.Given;

namespace FlightMonitor.Properties;

/// <summary>The pull-up: when it is set, how long it lasts, and that the pilot ends it.</summary>
public static class PullUpProperties
{
    [Property("Exceeded limits command a pull-up in the same frame")]
    [Verifies("FM-HLR-019"), Verifies("FM-LLR-022"), Verifies("FM-LLR-023"), Verifies("FM-LLR-024")]
    public static SequenceProperty<Inputs, Outputs> Exceeded_limits_pull_up() =>
        EveryFrame(Discretes, static (in before, in now, in was, in done) =>
            now.Fsm.Limits && IsActive(now.Fsm) && !done.Fsm.PullUp ? "no pull-up" : null);

    [Property("The pull-up lasts into the frame after the exceedance while the autopilot stays active")]
    [Verifies("FM-HLR-020"), Verifies("FM-LLR-022"), Verifies("FM-LLR-024")]
    public static SequenceProperty<Inputs, Outputs> Pull_up_outlasts_exceedance() =>
        EveryFrame(Chatter, static (in before, in now, in was, in done) =>
            before.Fsm.Limits && IsActive(before.Fsm) && IsActive(now.Fsm) && !done.Fsm.PullUp ? "no pull-up" : null);

    [Property("The pull-up is commanded from the last setting until the next release, and in MANEUVER")]
    [Verifies("FM-HLR-020"), Verifies("FM-HLR-021"), Verifies("FM-LLR-022"), Verifies("FM-LLR-023"), Verifies("FM-LLR-024")]
    public static SequenceProperty<Inputs, Outputs> Pull_up_is_latched_and_released() =>
        new(Discretes, static (inputs, outputs) =>
        {
            int set = -1, released = -1;
            bool exceededBefore = false;
            for (int frame = 0; frame < inputs.Length; frame++)
            {
                FsmInputs i = inputs[frame].Fsm;
                bool recovered = i.Good && i.Supported && !i.Limits && !exceededBefore;
                if (i.Standby || recovered) released = frame;
                if (i.Limits && IsActive(i)) set = frame;
                exceededBefore = i.Limits;

                bool maneuver = outputs[frame].Fsm.Autopilot == AutopilotState.Maneuver && !i.Standby;
                bool expected = maneuver || set > released;
                if (outputs[frame].Fsm.PullUp != expected) return new Violation(frame, $"expected pull-up {expected}");
            }

            return null;
        });

    [Property("A pull-up is commanded in MANEUVER without the pilot in control")]
    [Verifies("FM-HLR-021"), Verifies("FM-LLR-023")]
    public static SequenceProperty<Inputs, Outputs> Maneuver_pulls_up() =>
        EveryFrame(Discretes, static (in before, in now, in was, in done) =>
            done.Fsm.Autopilot == AutopilotState.Maneuver && !now.Fsm.Standby && !done.Fsm.PullUp ? "no pull-up" : null);

    [Property("There is no pull-up while the pilot is in control")]
    [Verifies("FM-HLR-022"), Verifies("FM-LLR-022"), Verifies("FM-LLR-023")]
    public static SequenceProperty<Inputs, Outputs> Pilot_ends_pull_up() =>
        EveryFrame(Chatter, static (in before, in now, in was, in done) =>
            now.Fsm.Standby && done.Fsm.PullUp ? "pull-up against the pilot" : null);

    private static bool IsActive(FsmInputs inputs) =>
        !inputs.Standby && inputs.Supported && !inputs.AutopilotFailed;
}
