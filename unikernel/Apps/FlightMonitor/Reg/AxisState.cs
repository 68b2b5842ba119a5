namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>What the limiter of one axis remembers between frames.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct AxisState
{
    /// <summary>The command of the frame before, in the unit of the axis.</summary>
    public float Command;

    /// <summary>Frames in succession in which the demand exceeded the limit, 0 to 101.</summary>
    public int ExceedanceFrames;
}
