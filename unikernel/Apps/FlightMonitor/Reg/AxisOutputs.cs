namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>What the limiter of one axis reports in one frame.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct AxisOutputs
{
    /// <summary>The acceleration commanded, deg/s² or ft/s².</summary>
    public float Command;

    /// <summary>Frames in succession in which the demand exceeded the limit, 0 to 101.</summary>
    public int ExceedanceFrames;

    /// <summary>The demand of this frame is a finite number.</summary>
    public bool DemandUsable;

    /// <summary>The demand of this frame exceeds the amplitude limit.</summary>
    public bool AmplitudeLimited;

    /// <summary>The rate limit keeps the command off the bounded demand.</summary>
    public bool RateLimited;

    /// <summary>The demand exceeded the amplitude limit for more than 100 frames.</summary>
    public bool ExceedancePersisted;
}
