namespace Certify.Testing.Tests;

public enum SampleMode : byte
{
    Idle,
    Armed,
}

public struct SampleState
{
    internal int Streak;
    internal double Sum;
}

public struct SampleInputs
{
    public bool Reset;
    public SampleMode Mode;
    public int Command;
    public float Rate;
    public double Value;
}

public struct SampleOutputs
{
    public bool Latched;
    public int Streak;
    public double Sum;
}

/// <summary>
/// Latches after three frames in a row with a command above 100 while armed. Command 7777 divides by zero,
/// 8888 reads beyond an array, 9999 does not end: stand-ins for faults.
/// </summary>
internal readonly struct SampleApplication : ICyclicApplication<SampleState, SampleInputs, SampleOutputs>
{
    public static void Initialise(out SampleState state) => state = default;

    // Not inlined into the caller of the delegate, so that the name shows in a stack trace.
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    public static void Step(ref SampleState state, in SampleInputs inputs, out SampleOutputs outputs)
    {
        if (inputs.Command == 7777) state.Streak = 1 / (state.Streak - state.Streak);
        while (inputs.Command == 9999) state.Streak++;
        bool high = inputs.Command > 100 && inputs.Mode == SampleMode.Armed && !inputs.Reset;
        state.Streak = high ? state.Streak + 1 : 0;
        state.Sum = inputs.Reset ? 0 : state.Sum + inputs.Value;
        outputs = default;
        outputs.Latched = state.Streak >= 3;
        outputs.Streak = state.Streak;
        outputs.Sum = state.Sum;
    }
}
