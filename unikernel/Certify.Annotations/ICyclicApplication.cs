namespace Certify;

/// <summary>
/// A program that the cyclic executive runs: one frame, one step. The executive owns the only state.
/// Inputs and outputs are blittable structs of sequential layout and are the program's declared ports.
/// </summary>
/// <typeparam name="TState">All that the program remembers between frames.</typeparam>
/// <typeparam name="TInputs">The input port message of one frame.</typeparam>
/// <typeparam name="TOutputs">The output port message of one frame.</typeparam>
internal interface ICyclicApplication<TState, TInputs, TOutputs>
    where TState : unmanaged
    where TInputs : unmanaged
    where TOutputs : unmanaged
{
    /// <summary>Sets the state that holds before the first frame after start or restart.</summary>
    static abstract void Initialise(out TState state);

    /// <summary>Computes one frame: total, bounded, without allocation.</summary>
    static abstract void Step(ref TState state, in TInputs inputs, out TOutputs outputs);
}
