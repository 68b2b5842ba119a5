namespace FlightMonitor;

using Certify;

/// <summary>What the sensor is doing. **Source:** FRET LMCPS, glossary of FSM_Sensor (codes 0 to 2).</summary>
[Requirement("FM-LLR-011")]
public enum SensorState : int
{
    /// <summary>Delivering data to the autopilot.</summary>
    Nominal = 0,

    /// <summary>Waiting for the autopilot's request and mode.</summary>
    Transition = 1,

    /// <summary>Its limits were exceeded.</summary>
    Fault = 2,
}
