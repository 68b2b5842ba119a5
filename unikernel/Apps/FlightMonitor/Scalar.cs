namespace FlightMonitor;

using Certify;

/// <summary>
/// The few floating-point helpers, written with comparisons and sign change only, so that host and target
/// give the same bits.
/// </summary>
internal static class Scalar
{
    private const float LargestFinite = 3.40282347E+38f;

    /// <summary>True for every number but NaN and the two infinities.</summary>
    [Requirement("FM-LLR-004")]
    public static bool IsFinite(float value)
    {
        return value <= LargestFinite && value >= -LargestFinite;
    }

    /// <summary>The value, finite or not, without its sign.</summary>
    [Requirement("FM-LLR-005")]
    public static float Magnitude(float value)
    {
        return value < 0.0f ? -value : value;
    }
}
