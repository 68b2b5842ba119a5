using FsCheck.Fluent;

namespace FlightMonitor.Properties;

/// <summary>Judges one frame: the inputs and outputs of the frame before, and of this frame. Null when it holds.</summary>
internal delegate string? FrameRule(in Inputs before, in Inputs now, in Outputs was, in Outputs done);

/// <summary>What the properties of all components are made with.</summary>
internal static class Given
{
    /// <summary>Frames per generated case: more than one second at 100 Hz.</summary>
    public const int Frames = 120;

    /// <summary>What the outputs are taken to be before the first frame. **Source:** FM-HLR-002.</summary>
    public static Outputs Start => new()
    {
        Fsm = new FsmOutputs { Autopilot = AutopilotState.Transition, Sensor = SensorState.Transition },
    };

    /// <summary>Inputs in range under which nothing happens.</summary>
    public static Inputs Quiet => new()
    {
        Tsm = new TsmInputs { TripLevel = 1, PersistenceLimit = 3 },
        Tui = new TuiInputs { TimeStep = 0.01f, TopLimit = 1, BottomLimit = -1 },
    };

    /// <summary>A property that holds when the rule holds in every frame.</summary>
    public static SequenceProperty<Inputs, Outputs> EveryFrame(Gen<Inputs[]> sequences, FrameRule rule) =>
        new(sequences, (inputs, outputs) =>
        {
            Inputs before = default;
            Outputs was = Start;
            for (int frame = 0; frame < inputs.Length; frame++)
            {
                if (rule(in before, in inputs[frame], in was, in outputs[frame]) is { } message)
                {
                    return new Violation(frame, message);
                }

                before = inputs[frame];
                was = outputs[frame];
            }

            return null;
        });

    /// <summary>A fixed sequence, and for each of its frames one expected value of what is looked at.</summary>
    public static SequenceProperty<Inputs, Outputs> Example<T>(
        Inputs[] frames, Func<Outputs, T> look, params T[] expected)
    {
        if (frames.Length != expected.Length)
        {
            throw new ArgumentException($"{frames.Length} frames and {expected.Length} expected values");
        }

        return new(Gen.Constant(frames), (inputs, outputs) =>
        {
            for (int frame = 0; frame < outputs.Length; frame++)
            {
                T seen = look(outputs[frame]);
                if (!EqualityComparer<T>.Default.Equals(seen, expected[frame]))
                {
                    return new Violation(frame, $"expected {expected[frame]}, got {seen}");
                }
            }

            return null;
        });
    }

    /// <summary>The same inputs for a number of frames.</summary>
    public static Inputs[] Repeat(int frames, Inputs inputs) => [.. Enumerable.Repeat(inputs, frames)];
}
