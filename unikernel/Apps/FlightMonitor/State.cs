namespace FlightMonitor;

using System.Runtime.InteropServices;
using Certify;

/// <summary>All that the flight monitor remembers between frames: one group per component.</summary>
[Requirement("FM-LLR-003")]
[StructLayout(LayoutKind.Sequential)]
public struct State
{
    /// <summary>The state of the autopilot and sensor state machines.</summary>
    public FsmState Fsm;

    /// <summary>The state of the triplex signal monitor.</summary>
    public TsmState Tsm;

    /// <summary>The state of the Tustin integrator.</summary>
    public TuiState Tui;

    /// <summary>The state of the command limiter.</summary>
    public RegState Reg;
}
