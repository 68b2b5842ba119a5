namespace FlightMonitor;

using Certify;

/// <summary>
/// The flight monitor: two state machines with pull-up (FSM), triplex signal monitor (TSM), Tustin integrator
/// (TUI) and command limiter (REG). One step is one 10 ms frame; the four components share no data.
/// </summary>
public struct FlightMonitorApplication : ICyclicApplication<State, Inputs, Outputs>
{
    /// <summary>Sets the state that holds before the first frame after start or restart.</summary>
    /// <param name="state">The whole state; every field is set.</param>
    [Requirement("FM-LLR-001")]
    public static void Initialise(out State state)
    {
        StateMachines.Initialise(out state.Fsm);
        TriplexMonitor.Initialise(out state.Tsm);
        TustinIntegrator.Initialise(out state.Tui);
        CommandLimiter.Initialise(out state.Reg);
    }

    /// <summary>Computes one frame of 10 ms. Total for every bit pattern of the numbers in the inputs.</summary>
    /// <param name="state">The state after the frame before; updated.</param>
    /// <param name="inputs">The input port message of this frame.</param>
    /// <param name="outputs">The output port message of this frame; every field is set.</param>
    [Requirement("FM-LLR-002")]
    public static void Step(ref State state, in Inputs inputs, out Outputs outputs)
    {
        StateMachines.Step(ref state.Fsm, in inputs.Fsm, out outputs.Fsm);
        TriplexMonitor.Step(ref state.Tsm, in inputs.Tsm, out outputs.Tsm);
        TustinIntegrator.Step(ref state.Tui, in inputs.Tui, out outputs.Tui);
        CommandLimiter.Step(ref state.Reg, in inputs.Reg, out outputs.Reg);
    }
}
