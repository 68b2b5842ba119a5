namespace FlightMonitor;

using Certify;

/// <summary>The sensor state machine. An exceeded limit is looked at before a withdrawn request.</summary>
internal static class Sensor
{
    /// <summary>What follows a code that is no state.</summary>
    [Requirement("FM-LLR-025")]
    private const SensorState AfterCorruption = SensorState.Fault;

    /// <summary>The state after one frame that starts in <paramref name="state"/>.</summary>
    [Requirement("FM-LLR-018"), Requirement("FM-LLR-025")]
    public static SensorState Next(SensorState state, in FsmInputs inputs)
    {
        return state switch
        {
            SensorState.Nominal => FromNominal(in inputs),
            SensorState.Transition => FromTransition(in inputs),
            SensorState.Fault => FromFault(in inputs),
            _ => AfterCorruption,
        };
    }

    [Requirement("FM-LLR-019")]
    private static SensorState FromNominal(in FsmInputs inputs)
    {
        SensorState next;
        if (inputs.Limits)
        {
            next = SensorState.Fault;
        }
        else if (!inputs.Request)
        {
            next = SensorState.Transition;
        }
        else
        {
            next = SensorState.Nominal;
        }

        return next;
    }

    [Requirement("FM-LLR-020")]
    private static SensorState FromFault(in FsmInputs inputs)
    {
        SensorState next = SensorState.Fault;
        if (!inputs.Request && !inputs.Limits)
        {
            next = SensorState.Transition;
        }

        return next;
    }

    [Requirement("FM-LLR-021")]
    private static SensorState FromTransition(in FsmInputs inputs)
    {
        SensorState next = SensorState.Transition;
        if (inputs.Request && inputs.ActiveMode)
        {
            next = SensorState.Nominal;
        }

        return next;
    }
}
