namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>What the state machines report in one frame.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct FsmOutputs
{
    /// <summary>The autopilot's state after this frame.</summary>
    public AutopilotState Autopilot;

    /// <summary>The sensor's state after this frame.</summary>
    public SensorState Sensor;

    /// <summary>Pull-up is commanded.</summary>
    public bool PullUp;
}
