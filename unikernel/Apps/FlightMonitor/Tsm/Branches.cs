namespace FlightMonitor;

using Certify;

/// <summary>Judges the three branches of one frame: usable or not, agreeing or not, and which one differs.</summary>
internal static class Branches
{
    /// <summary>Greatest magnitude of a usable branch or trip level, in the unit of the signal.</summary>
    [Requirement("FM-LLR-032")]
    private const float UsableMax = 1.0e6f;

    /// <summary>True for a number from -1e6 to 1e6; false for NaN.</summary>
    [Requirement("FM-LLR-032")]
    public static bool IsUsable(float branch)
    {
        return Scalar.Magnitude(branch) <= UsableMax;
    }

    /// <summary>The trip level to compare with: the parameter when usable, else 0.</summary>
    [Requirement("FM-LLR-033")]
    public static float TripLevel(float parameter)
    {
        float level = 0.0f;
        if (parameter >= 0.0f && parameter <= UsableMax)
        {
            level = parameter;
        }

        return level;
    }

    /// <summary>Whether <paramref name="first"/> and <paramref name="second"/>, any values, differ by more than <paramref name="tripLevel"/> (0 to 1e6), or one is not usable.</summary>
    [Requirement("FM-LLR-034")]
    public static bool Differ(float first, float second, float tripLevel)
    {
        bool differ = true;
        if (IsUsable(first) && IsUsable(second))
        {
            differ = Scalar.Magnitude(first - second) > tripLevel;
        }

        return differ;
    }

    /// <summary>The branch that differs from both others while these agree, or none.</summary>
    /// <param name="ab">A and B differ.</param>
    /// <param name="bc">B and C differ.</param>
    /// <param name="ac">A and C differ.</param>
    [Requirement("FM-LLR-035")]
    public static FailureCode OddOneOut(bool ab, bool bc, bool ac)
    {
        FailureCode odd;
        if (!ab && bc && ac)
        {
            odd = FailureCode.BranchC;
        }
        else if (ab && !bc && ac)
        {
            odd = FailureCode.BranchA;
        }
        else if (ab && bc && !ac)
        {
            odd = FailureCode.BranchB;
        }
        else
        {
            odd = FailureCode.None;
        }

        return odd;
    }

    /// <summary>The value to select from: <paramref name="branch"/> when usable, else <paramref name="lastSelected"/>, which is finite.</summary>
    [Requirement("FM-LLR-039")]
    public static float ForSelection(float branch, float lastSelected)
    {
        return IsUsable(branch) ? branch : lastSelected;
    }
}
