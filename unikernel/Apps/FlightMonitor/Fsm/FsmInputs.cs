namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>Discretes of one frame for the two state machines. Each is one byte, 0 (false) or 1 (true).</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct FsmInputs
{
    /// <summary>The pilot is in control.</summary>
    public bool Standby;

    /// <summary>The autopilot reports a failure.</summary>
    public bool AutopilotFailed;

    /// <summary>The system supports automatic flight.</summary>
    public bool Supported;

    /// <summary>A sensor limit is exceeded.</summary>
    public bool Limits;

    /// <summary>The sensor data is good.</summary>
    public bool Good;

    /// <summary>The autopilot requests the sensor's support.</summary>
    public bool Request;

    /// <summary>The autopilot reports the mode in which the sensor may deliver.</summary>
    public bool ActiveMode;
}
