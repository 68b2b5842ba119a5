namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>What the integrator remembers between frames.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct TuiState
{
    /// <summary>The integrand of the frame before, units per second.</summary>
    public float PreviousInput;

    /// <summary>The output of the frame before, units.</summary>
    public float PreviousOutput;
}
