namespace FlightMonitor;

using Certify;

/// <summary>Component REG: limits the five accelerations that the inner loop commands.</summary>
internal static class CommandLimiter
{
    /// <summary>Amplitude limit of the angular axes, deg/s².</summary>
    [Requirement("FM-LLR-070")]
    private const float AngularLimit = 50.0f;

    /// <summary>Greatest change of an angular command per frame, deg/s²: just under 50 deg/s³ at 100 Hz.</summary>
    [Requirement("FM-LLR-070")]
    private const float AngularIncrement = 0.4999f;

    /// <summary>Amplitude limit of the translational axes, ft/s².</summary>
    [Requirement("FM-LLR-070")]
    private const float TranslationalLimit = 32.0f;

    /// <summary>Greatest change of a translational command per frame, ft/s²: just under 32 ft/s³ at 100 Hz.</summary>
    [Requirement("FM-LLR-070")]
    private const float TranslationalIncrement = 0.3199f;

    /// <summary>Sets the state before the first frame.</summary>
    [Requirement("FM-LLR-071")]
    public static void Initialise(out RegState state)
    {
        AxisLimiter.Initialise(out state.Roll);
        AxisLimiter.Initialise(out state.Pitch);
        AxisLimiter.Initialise(out state.Yaw);
        AxisLimiter.Initialise(out state.Airspeed);
        AxisLimiter.Initialise(out state.Height);
    }

    /// <summary>Limits the five demands of one frame, each with the figures of its axis.</summary>
    [Requirement("FM-LLR-078")]
    public static void Step(ref RegState state, in RegInputs inputs, out RegOutputs outputs)
    {
        AxisLimiter.Step(ref state.Roll, inputs.Roll, AngularLimit, AngularIncrement, out outputs.Roll);
        AxisLimiter.Step(ref state.Pitch, inputs.Pitch, AngularLimit, AngularIncrement, out outputs.Pitch);
        AxisLimiter.Step(ref state.Yaw, inputs.Yaw, AngularLimit, AngularIncrement, out outputs.Yaw);
        AxisLimiter.Step(
            ref state.Airspeed, inputs.Airspeed, TranslationalLimit, TranslationalIncrement, out outputs.Airspeed);
        AxisLimiter.Step(
            ref state.Height, inputs.Height, TranslationalLimit, TranslationalIncrement, out outputs.Height);
    }
}
