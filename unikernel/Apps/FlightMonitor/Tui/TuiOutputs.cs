namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>What the integrator reports in one frame.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct TuiOutputs
{
    /// <summary>The integral, in units; finite, and within the limits when these are usable.</summary>
    public float Output;

    /// <summary>What bounded the output.</summary>
    public TuiLimit Limit;
}
