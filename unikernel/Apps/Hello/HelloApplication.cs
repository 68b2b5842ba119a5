namespace Hello;

using System;
using Certify;

/// <summary>The smallest application: greets once, then echoes and counts.</summary>
[Requirement("HEL-LLR-001")]
public readonly struct HelloApplication : ICyclicApplication<HelloState, HelloInputs, HelloOutputs>
{
    /// <summary>Starts the count at zero.</summary>
    public static void Initialise(out HelloState state)
    {
        state = default;
    }

    /// <summary>Echoes the message and says how many frames there were since the start.</summary>
    [Modular("frames are counted modulo 2^32")]
    public static void Step(ref HelloState state, in HelloInputs inputs, out HelloOutputs outputs)
    {
        if (state.Frames == 0)
        {
            Console.WriteLine("hello");
        }

        state.Frames = unchecked(state.Frames + 1);
        outputs = new HelloOutputs { Echo = inputs.Message, Frames = state.Frames };
    }
}
