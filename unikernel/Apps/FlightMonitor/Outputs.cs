namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>The output port message of one frame: one group per component.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct Outputs
{
    /// <summary>The outputs of the autopilot and sensor state machines.</summary>
    public FsmOutputs Fsm;

    /// <summary>The outputs of the triplex signal monitor.</summary>
    public TsmOutputs Tsm;

    /// <summary>The outputs of the Tustin integrator.</summary>
    public TuiOutputs Tui;

    /// <summary>The outputs of the command limiter.</summary>
    public RegOutputs Reg;
}
