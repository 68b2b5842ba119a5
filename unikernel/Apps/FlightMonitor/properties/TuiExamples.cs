using static FlightMonitor.Properties.Given;
using static FlightMonitor.Properties.Numbers;

namespace FlightMonitor.Properties;

/// <summary>Fixed sequences of the integrator. Limits are -1 and 1 and the time step is 1 s where not said.</summary>
public static class TuiExamples
{
    [Property("The first sum starts from zero, and the input counts half in its frame and half in the next", Cases = 1)]
    [Verifies("FM-HLR-050"), Verifies("FM-HLR-002"), Verifies("FM-LLR-051"), Verifies("FM-LLR-055")]
    public static SequenceProperty<Inputs, Outputs> Trapezoid() => Example(
        [Integrand(0.5f), Integrand(0), Integrand(0), Integrand(-0.25f), Integrand(-0.25f)],
        static o => o.Tui.Output, 0.25f, 0.5f, 0.5f, 0.375f, 0.125f);

    [Property("A sum equal to a limit is not limited, one beyond it is", Cases = 1)]
    [Verifies("FM-HLR-051"), Verifies("FM-HLR-057"), Verifies("FM-LLR-050"), Verifies("FM-LLR-056"), Verifies("FM-LLR-057")]
    public static SequenceProperty<Inputs, Outputs> At_the_limits() => Example(
        [Integrand(2), Integrand(-2), Integrand(4), Integrand(-4), Integrand(-4), Integrand(0), Integrand(0), Integrand(2)],
        static o => (o.Tui.Output, o.Tui.Limit),
        (1, TuiLimit.None), (1, TuiLimit.None), (1, TuiLimit.Top), (1, TuiLimit.None), (-1, TuiLimit.Bottom),
        (-1, TuiLimit.Bottom), (-1, TuiLimit.None), (0, TuiLimit.None));

    [Property("Reset takes an initial condition at each limit, and the limit for one beyond it", Cases = 1)]
    [Verifies("FM-HLR-052"), Verifies("FM-HLR-053"), Verifies("FM-LLR-056"), Verifies("FM-LLR-057"), Verifies("FM-LLR-058")]
    public static SequenceProperty<Inputs, Outputs> Resets() => Example(
        [Reset(1), Reset(Above(1)), Reset(-1), Reset(Below(-1)), Reset(0.5f), Integrand(0)],
        static o => (o.Tui.Output, o.Tui.Limit),
        (1, TuiLimit.None), (1, TuiLimit.Top), (-1, TuiLimit.None), (-1, TuiLimit.Bottom), (0.5f, TuiLimit.None), (0.5f, TuiLimit.None));

    [Property("Equal limits can be kept", Cases = 1)]
    [Verifies("FM-HLR-054"), Verifies("FM-LLR-052")]
    public static SequenceProperty<Inputs, Outputs> Equal_limits() => Example(
        [Limits(0.5f, 0.5f), Limits(1, -1)], static o => (o.Tui.Output, o.Tui.Limit), (0.5f, TuiLimit.Bottom), (0.5f, TuiLimit.None));

    [Property("Crossed limits and limits that are no finite numbers hold the output", Kind = TestKind.Robustness, Cases = 1)]
    [Verifies("FM-HLR-054"), Verifies("FM-LLR-052"), Verifies("FM-LLR-004"), Verifies("FM-LLR-050")]
    public static SequenceProperty<Inputs, Outputs> Unusable_limits() => Example(
        [
            Limits(0.5f, 0.5f), Limits(0.25f, Above(0.25f)), Limits(float.NaN, 0), Limits(float.PositiveInfinity, 0),
            Limits(float.NegativeInfinity, 0), Limits(9, float.NaN), Limits(9, float.NegativeInfinity), Limits(9, float.PositiveInfinity),
            Limits(float.MaxValue, float.MinValue),
        ],
        static o => (o.Tui.Output, o.Tui.Limit == TuiLimit.Held),
        (0.5f, false), (0.5f, true), (0.5f, true), (0.5f, true), (0.5f, true), (0.5f, true), (0.5f, true), (0.5f, true), (0.5f, false));

    [Property("The previous input is kept while the output is held or reset", Cases = 1)]
    [Verifies("FM-LLR-058"), Verifies("FM-HLR-050")]
    public static SequenceProperty<Inputs, Outputs> Input_kept_in_reset()
    {
        Inputs held = Limits(-1, 1), reset = Reset(0);
        held.Tui.Input = 0.5f;
        reset.Tui.Input = 0.25f;
        return Example([held, Integrand(0), reset, Integrand(0)], static o => o.Tui.Output, 0, 0.25f, 0, 0.125f);
    }

    [Property("Time steps from 0.001 s to 1 s are used as given", Cases = 1)]
    [Verifies("FM-HLR-056"), Verifies("FM-LLR-053")]
    public static SequenceProperty<Inputs, Outputs> Time_steps_in_range() => Example(
        Steps(1, 0.5f, 0.02f, 0.001f), static o => o.Tui.Output, 0, 0.5f, 0, 0.25f, 0, 0.01f, 0, 0.0005f);

    [Property("Every other time step is 0.01 s", Kind = TestKind.Robustness, Cases = 1)]
    [Verifies("FM-HLR-056"), Verifies("FM-LLR-053")]
    public static SequenceProperty<Inputs, Outputs> Time_steps_out_of_range() => Example(
        Steps(0, Above(1), -0.5f, float.NaN, float.PositiveInfinity, Below(0.001f)),
        static o => o.Tui.Output, 0, 0.005f, 0, 0.005f, 0, 0.005f, 0, 0.005f, 0, 0.005f, 0, 0.005f);

    [Property("A finite input and initial condition are used as given", Cases = 1)]
    [Verifies("FM-HLR-055"), Verifies("FM-LLR-054"), Verifies("FM-LLR-004")]
    public static SequenceProperty<Inputs, Outputs> Finite_numbers_are_used() => Example(
        [Integrand(float.MaxValue), Reset(float.Epsilon), Reset(float.MinValue), Reset(0)],
        static o => o.Tui.Output, 1, float.Epsilon, -1, 0);

    [Property("An input or initial condition that is not finite is that of the frame before", Kind = TestKind.Robustness, Cases = 1)]
    [Verifies("FM-HLR-055"), Verifies("FM-LLR-054"), Verifies("FM-LLR-004")]
    public static SequenceProperty<Inputs, Outputs> Not_finite_numbers() => Example(
        [
            Integrand(0.25f), Integrand(float.NaN), Integrand(float.PositiveInfinity), Integrand(float.NegativeInfinity),
            Reset(float.NaN), Reset(float.PositiveInfinity), Reset(float.NegativeInfinity),
        ],
        static o => o.Tui.Output, 0.125f, 0.375f, 0.625f, 0.875f, 0.875f, 0.875f, 0.875f);

    [Property("A sum of inputs that overflows is limited, also with a time step near zero", Kind = TestKind.Robustness, Cases = 1)]
    [Verifies("FM-HLR-051"), Verifies("FM-HLR-056"), Verifies("FM-HLR-003"), Verifies("FM-LLR-055"), Verifies("FM-LLR-056")]
    public static SequenceProperty<Inputs, Outputs> Overflowing_sum()
    {
        Inputs rising = Integrand(float.MaxValue), falling = Integrand(float.MinValue);
        falling.Tui.TimeStep = float.Epsilon;
        return Example([rising, rising, falling, falling], static o => o.Tui.Output, 1, 1, 1, -1);
    }

    private static Inputs Integrand(float input)
    {
        Inputs inputs = Quiet;
        inputs.Tui.Input = input;
        inputs.Tui.TimeStep = 1;
        return inputs;
    }

    private static Inputs Reset(float initial)
    {
        Inputs inputs = Integrand(0);
        inputs.Tui.Reset = true;
        inputs.Tui.InitialCondition = initial;
        return inputs;
    }

    private static Inputs Limits(float top, float bottom)
    {
        Inputs inputs = Integrand(0);
        inputs.Tui.TopLimit = top;
        inputs.Tui.BottomLimit = bottom;
        return inputs;
    }

    /// <summary>For each time step a reset to zero with input 0, then a frame with input 1: half a step.</summary>
    private static Inputs[] Steps(params float[] steps) => [.. steps.SelectMany(static step =>
    {
        Inputs inputs = Integrand(1);
        inputs.Tui.TimeStep = step;
        return new[] { Reset(0), inputs };
    })];
}
