namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>The integrand of one frame and the integrator's parameters.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct TuiInputs
{
    /// <summary>The integrand, in units per second; finite.</summary>
    public float Input;

    /// <summary>The time step, seconds; usable from 0.001 to 1.</summary>
    public float TimeStep;

    /// <summary>The top limit TL, in units; finite and not below the bottom limit.</summary>
    public float TopLimit;

    /// <summary>The bottom limit BL, in units; finite.</summary>
    public float BottomLimit;

    /// <summary>The initial condition IC, in units; finite.</summary>
    public float InitialCondition;

    /// <summary>The integrator restarts from the initial condition. One byte, 0 or 1.</summary>
    public bool Reset;
}
