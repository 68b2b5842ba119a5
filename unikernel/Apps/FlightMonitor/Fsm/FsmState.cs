namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>What the state machines remember between frames.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct FsmState
{
    /// <summary>The autopilot's state.</summary>
    public AutopilotState Autopilot;

    /// <summary>The sensor's state.</summary>
    public SensorState Sensor;

    /// <summary>A pull-up was set and has not been released.</summary>
    public bool PullUpLatched;

    /// <summary>A sensor limit was exceeded in the frame before.</summary>
    public bool LimitsBefore;
}
