namespace FlightMonitor;

using Certify;

/// <summary>What the autopilot is doing. **Source:** FRET LMCPS, glossary of FSM_Autopilot (codes 0 to 3).</summary>
[Requirement("FM-LLR-010")]
public enum AutopilotState : int
{
    /// <summary>Waiting for good sensor data and a supported system.</summary>
    Transition = 0,

    /// <summary>Flying automatically.</summary>
    Nominal = 1,

    /// <summary>Flying the pull-up manoeuvre.</summary>
    Maneuver = 2,

    /// <summary>The pilot has control.</summary>
    Standby = 3,
}
