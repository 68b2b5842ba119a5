namespace FlightMonitor;

using Certify;

/// <summary>Counts frames with a miscompare and latches the failure once they last too long.</summary>
internal static class Persistence
{
    /// <summary>Greatest persistence limit, frames (10 s at 100 Hz).</summary>
    [Requirement("FM-LLR-036")]
    private const int LimitMax = 1000;

    /// <summary>The limit to count to, frames: the parameter, brought into 0 to 1000.</summary>
    [Requirement("FM-LLR-036")]
    [return: Range(0, LimitMax)]
    public static int Limit(int parameter)
    {
        int limit;
        if (parameter < 0)
        {
            limit = 0;
        }
        else if (parameter > LimitMax)
        {
            limit = LimitMax;
        }
        else
        {
            limit = parameter;
        }

        return limit;
    }

    /// <summary>The count after this frame. It stops one above the limit, so it never overflows.</summary>
    /// <param name="before">The count after the frame before, frames, 0 to 1001.</param>
    /// <param name="limit">Persistence limit, frames, 0 to 1000.</param>
    /// <param name="miscompare">The branch that differs in this frame.</param>
    [Requirement("FM-LLR-037")]
    [return: Range(0, LimitMax + 1)]
    public static int Count(
        [Range(0, LimitMax + 1)] int before, [Range(0, LimitMax)] int limit, FailureCode miscompare)
    {
        int count;
        if (miscompare == FailureCode.None)
        {
            count = 0;
        }
        else if (before <= limit)
        {
            count = before + 1;
        }
        else
        {
            count = before;
        }

        return count;
    }

    /// <summary>The failure reported after this frame: an earlier one is kept, a new one needs <paramref name="before"/> frames above <paramref name="limit"/>.</summary>
    [Requirement("FM-LLR-038")]
    public static FailureCode Latch(FailureCode reported, int before, int limit, FailureCode miscompare)
    {
        FailureCode code = reported;
        if (reported == FailureCode.None && before > limit)
        {
            code = miscompare;
        }

        return code;
    }

    /// <summary>Whether, after a failure, a further miscompare is timed: <paramref name="before"/> frames of <paramref name="limit"/> so far.</summary>
    [Requirement("FM-LLR-042")]
    public static bool IsSecondInProgress(FailureCode reported, int before, int limit, FailureCode miscompare)
    {
        return reported != FailureCode.None && miscompare != FailureCode.None && before <= limit;
    }
}
