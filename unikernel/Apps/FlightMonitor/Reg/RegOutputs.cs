namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>The limited commands of one frame.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct RegOutputs
{
    /// <summary>Roll, command in deg/s², -50 to 50.</summary>
    public AxisOutputs Roll;

    /// <summary>Pitch, command in deg/s², -50 to 50.</summary>
    public AxisOutputs Pitch;

    /// <summary>Yaw, command in deg/s², -50 to 50.</summary>
    public AxisOutputs Yaw;

    /// <summary>Airspeed, command in ft/s², -32 to 32.</summary>
    public AxisOutputs Airspeed;

    /// <summary>Height, command in ft/s², -32 to 32.</summary>
    public AxisOutputs Height;
}
