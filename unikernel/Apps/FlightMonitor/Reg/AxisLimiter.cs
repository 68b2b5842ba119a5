namespace FlightMonitor;

using Certify;

/// <summary>The limiter of one axis: amplitude in every frame, rate between frames, and how long it lasts.</summary>
internal static class AxisLimiter
{
    /// <summary>Frames of exceedance that are tolerated without a report (1 s at 100 Hz).</summary>
    [Requirement("FM-LLR-075")]
    private const int ToleratedFrames = 100;

    /// <summary>Sets the state before the first frame.</summary>
    [Requirement("FM-LLR-071")]
    public static void Initialise(out AxisState state)
    {
        state.Command = 0.0f;
        state.ExceedanceFrames = 0;
    }

    /// <summary>Limits the demand of one frame.</summary>
    /// <param name="state">The axis' state; updated.</param>
    /// <param name="demand">The acceleration demanded, in the unit of the axis; any bit pattern.</param>
    /// <param name="limit">The amplitude limit, in the unit of the axis, above 0.</param>
    /// <param name="increment">The greatest change from frame to frame, in the unit of the axis, above 0.</param>
    /// <param name="outputs">What this frame reports.</param>
    [Requirement("FM-LLR-077")]
    public static void Step(
        ref AxisState state, float demand, float limit, float increment, out AxisOutputs outputs)
    {
        float usable = Usable(demand);
        float target = Bound(usable, limit);
        outputs.DemandUsable = Scalar.IsFinite(demand);
        outputs.AmplitudeLimited = Scalar.Magnitude(usable) > limit;

        state.Command = Approach(state.Command, target, increment);
        state.ExceedanceFrames = Count(state.ExceedanceFrames, outputs.AmplitudeLimited);
        outputs.Command = state.Command;
        outputs.RateLimited = Scalar.Magnitude(target - state.Command) > 0.0f;
        outputs.ExceedanceFrames = state.ExceedanceFrames;
        outputs.ExceedancePersisted = state.ExceedanceFrames > ToleratedFrames;
    }

    [Requirement("FM-LLR-072")]
    private static float Usable(float demand)
    {
        return Scalar.IsFinite(demand) ? demand : 0.0f;
    }

    [Requirement("FM-LLR-073")]
    private static float Bound(float value, float limit)
    {
        float bounded;
        if (value > limit)
        {
            bounded = limit;
        }
        else if (value < -limit)
        {
            bounded = -limit;
        }
        else
        {
            bounded = value;
        }

        return bounded;
    }

    [Requirement("FM-LLR-074")]
    private static float Approach(float from, float target, float increment)
    {
        float command;
        if (target - from > increment)
        {
            command = from + increment;
        }
        else if (from - target > increment)
        {
            command = from - increment;
        }
        else
        {
            command = target;
        }

        return command;
    }

    [Requirement("FM-LLR-075")]
    private static int Count(int before, bool exceeded)
    {
        int count;
        if (!exceeded)
        {
            count = 0;
        }
        else if (before <= ToleratedFrames)
        {
            count = before + 1;
        }
        else
        {
            count = before;
        }

        return count;
    }
}
