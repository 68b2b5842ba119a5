namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>What the command limiter remembers between frames, axis by axis.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct RegState
{
    /// <summary>Roll.</summary>
    public AxisState Roll;

    /// <summary>Pitch.</summary>
    public AxisState Pitch;

    /// <summary>Yaw.</summary>
    public AxisState Yaw;

    /// <summary>Airspeed.</summary>
    public AxisState Airspeed;

    /// <summary>Height.</summary>
    public AxisState Height;
}
