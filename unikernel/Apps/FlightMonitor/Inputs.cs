namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>The input port message of one frame: one independent group per component.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct Inputs
{
    /// <summary>The inputs of the autopilot and sensor state machines.</summary>
    public FsmInputs Fsm;

    /// <summary>The inputs of the triplex signal monitor.</summary>
    public TsmInputs Tsm;

    /// <summary>The inputs of the Tustin integrator.</summary>
    public TuiInputs Tui;

    /// <summary>The inputs of the command limiter.</summary>
    public RegInputs Reg;
}
