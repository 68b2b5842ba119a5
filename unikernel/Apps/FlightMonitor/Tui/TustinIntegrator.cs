namespace FlightMonitor;

using Certify;

/// <summary>
/// Component TUI: trapezoidal (Tustin) integration with limits and reset. The limited output is what the next
/// frame starts from, so the integral does not wind up.
/// </summary>
internal static class TustinIntegrator
{
    /// <summary>Least usable time step, seconds. It also keeps an infinite sum of inputs from meeting a zero.</summary>
    [Requirement("FM-LLR-053")]
    private const float TimeStepMin = 0.001f;

    /// <summary>Greatest usable time step, seconds.</summary>
    [Requirement("FM-LLR-053")]
    private const float TimeStepMax = 1.0f;

    /// <summary>One frame of the executive, seconds.</summary>
    [Requirement("FM-LLR-053")]
    private const float FramePeriod = 0.01f;

    /// <summary>Sets the state before the first frame.</summary>
    [Requirement("FM-LLR-051")]
    public static void Initialise(out TuiState state)
    {
        state.PreviousInput = 0.0f;
        state.PreviousOutput = 0.0f;
    }

    /// <summary>Integrates, resets or holds for one frame.</summary>
    [Requirement("FM-LLR-058")]
    public static void Step(ref TuiState state, in TuiInputs inputs, out TuiOutputs outputs)
    {
        float input = FiniteOr(inputs.Input, state.PreviousInput);
        if (LimitsUsable(inputs.TopLimit, inputs.BottomLimit))
        {
            float value;
            if (inputs.Reset)
            {
                value = FiniteOr(inputs.InitialCondition, state.PreviousOutput);
            }
            else
            {
                value = Integrate(in state, input, TimeStep(inputs.TimeStep));
            }

            outputs.Limit = LimitOf(value, inputs.TopLimit, inputs.BottomLimit);
            outputs.Output = Saturate(value, inputs.TopLimit, inputs.BottomLimit);
        }
        else
        {
            outputs.Limit = TuiLimit.Held;
            outputs.Output = state.PreviousOutput;
        }

        state.PreviousInput = input;
        state.PreviousOutput = outputs.Output;
    }

    [Requirement("FM-LLR-052")]
    private static bool LimitsUsable(float top, float bottom)
    {
        return Scalar.IsFinite(top) && Scalar.IsFinite(bottom) && bottom <= top;
    }

    [Requirement("FM-LLR-053")]
    private static float TimeStep(float parameter)
    {
        float step = FramePeriod;
        if (parameter >= TimeStepMin && parameter <= TimeStepMax)
        {
            step = parameter;
        }

        return step;
    }

    [Requirement("FM-LLR-054")]
    private static float FiniteOr(float value, float previous)
    {
        return Scalar.IsFinite(value) ? value : previous;
    }

    [Requirement("FM-LLR-055")]
    private static float Integrate(in TuiState state, float input, float step)
    {
        return step * 0.5f * (input + state.PreviousInput) + state.PreviousOutput;
    }

    [Requirement("FM-LLR-056")]
    private static float Saturate(float value, float top, float bottom)
    {
        float bounded;
        if (value > top)
        {
            bounded = top;
        }
        else if (value < bottom)
        {
            bounded = bottom;
        }
        else
        {
            bounded = value;
        }

        return bounded;
    }

    [Requirement("FM-LLR-057")]
    private static TuiLimit LimitOf(float value, float top, float bottom)
    {
        TuiLimit limit;
        if (value > top)
        {
            limit = TuiLimit.Top;
        }
        else if (value < bottom)
        {
            limit = TuiLimit.Bottom;
        }
        else
        {
            limit = TuiLimit.None;
        }

        return limit;
    }
}
