namespace FlightMonitor;

using Certify;

/// <summary>The autopilot state machine. The pilot's wish for control is looked at first wherever it counts.</summary>
internal static class Autopilot
{
    /// <summary>What follows a code that is no state.</summary>
    [Requirement("FM-LLR-025")]
    private const AutopilotState AfterCorruption = AutopilotState.Transition;

    /// <summary>The state after one frame that starts in <paramref name="state"/>.</summary>
    [Requirement("FM-LLR-013"), Requirement("FM-LLR-025")]
    public static AutopilotState Next(AutopilotState state, in FsmInputs inputs)
    {
        return state switch
        {
            AutopilotState.Transition => FromTransition(in inputs),
            AutopilotState.Nominal => FromNominal(in inputs),
            AutopilotState.Maneuver => FromManeuver(in inputs),
            AutopilotState.Standby => FromStandby(in inputs),
            _ => AfterCorruption,
        };
    }

    [Requirement("FM-LLR-014")]
    private static AutopilotState FromTransition(in FsmInputs inputs)
    {
        AutopilotState next;
        if (inputs.Standby)
        {
            next = AutopilotState.Standby;
        }
        else if (inputs.Good && inputs.Supported)
        {
            next = AutopilotState.Nominal;
        }
        else
        {
            next = AutopilotState.Transition;
        }

        return next;
    }

    [Requirement("FM-LLR-015")]
    private static AutopilotState FromNominal(in FsmInputs inputs)
    {
        AutopilotState next;
        if (inputs.Standby)
        {
            next = AutopilotState.Standby;
        }
        else if (!inputs.Good)
        {
            next = AutopilotState.Maneuver;
        }
        else
        {
            next = AutopilotState.Nominal;
        }

        return next;
    }

    [Requirement("FM-LLR-016")]
    private static AutopilotState FromManeuver(in FsmInputs inputs)
    {
        AutopilotState next;
        if (inputs.Good && inputs.Standby)
        {
            next = AutopilotState.Standby;
        }
        else if (inputs.Good && inputs.Supported)
        {
            next = AutopilotState.Transition;
        }
        else
        {
            next = AutopilotState.Maneuver;
        }

        return next;
    }

    [Requirement("FM-LLR-017")]
    private static AutopilotState FromStandby(in FsmInputs inputs)
    {
        AutopilotState next;
        if (inputs.AutopilotFailed)
        {
            next = AutopilotState.Maneuver;
        }
        else if (!inputs.Standby)
        {
            next = AutopilotState.Transition;
        }
        else
        {
            next = AutopilotState.Standby;
        }

        return next;
    }
}
