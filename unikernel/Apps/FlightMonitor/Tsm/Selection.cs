namespace FlightMonitor;

using Certify;

/// <summary>The two ways to make one value of the branches.</summary>
internal static class Selection
{
    /// <summary>The middle one of the finite values <paramref name="a"/>, <paramref name="b"/> and <paramref name="c"/>.</summary>
    [Requirement("FM-LLR-040")]
    public static float MidValue(float a, float b, float c)
    {
        float low = a;
        float high = b;
        if (a > b)
        {
            low = b;
            high = a;
        }

        float mid;
        if (c > high)
        {
            mid = high;
        }
        else if (c < low)
        {
            mid = low;
        }
        else
        {
            mid = c;
        }

        return mid;
    }

    /// <summary>Half the sum of the usable values <paramref name="first"/> and <paramref name="second"/>.</summary>
    [Requirement("FM-LLR-041")]
    public static float Average(float first, float second)
    {
        return 0.5f * (first + second);
    }
}
