namespace FlightMonitor;

using Certify;

/// <summary>The sensor state machine. An exceeded limit is looked at before a withdrawn request.</summary>
internal static class Sensor
{
    /// <summary>The state after one frame that starts in <paramref name="state"/>.</summary>
    [Requirement("FM-LLR-018")]
    public static SensorState Next(SensorState state, in FsmInputs inputs)
    {
        SensorState next;
        switch (state)
        {
            case SensorState.Nominal:
                next = FromNominal(in inputs);
                break;
            case SensorState.Transition:
                next = FromTransition(in inputs);
                break;
            case SensorState.Fault:
                next = FromFault(in inputs);
                break;
            default:
                next = SensorState.Fault;
                break;
        }

        return next;
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
