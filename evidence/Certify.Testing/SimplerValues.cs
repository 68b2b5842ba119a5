using System.Globalization;

namespace Certify.Testing;

/// <summary>
/// Simpler values of a field, simplest first. Every one is strictly simpler than the value it replaces by
/// one fixed order, so a reducer that takes them comes to an end.
/// </summary>
internal static class SimplerValues
{
    /// <summary>Candidates between the target and the value: the target, then ever closer to the value.</summary>
    public static IEnumerable<Int128> OfInteger(Int128 value, Int128 target)
    {
        for (Int128 distance = value - target; distance != 0; distance /= 2) yield return value - distance;
    }

    /// <summary>Target, short numbers near the value, then halfway to the target.</summary>
    public static IEnumerable<double> OfReal(double value, double target, bool single)
    {
        IEnumerable<double> candidates = double.IsFinite(value)
            ? [target, 1, -1, Math.Truncate(value), Math.Ceiling(value), Math.Round(value, 1), Math.Round(value, 3),
                Math.Truncate(target + (value - target) / 2), target + (value - target) / 2, target + (value - target) * 0.875, value - Math.Sign(value - target)]
            : [target, 1, -1, double.PositiveInfinity];
        foreach (double candidate in candidates)
        {
            double kept = single ? (float)candidate : candidate;
            if (Compare(kept, value, target, single) < 0) yield return kept;
        }
    }

    /// <summary>Order of simplicity: finite before infinite before NaN, short before long, near the target before far.</summary>
    private static int Compare(double left, double right, double target, bool single)
    {
        int byClass = Class(left).CompareTo(Class(right));
        if (byClass != 0 || !double.IsFinite(left)) return byClass;
        bool leftIsTarget = left.CompareTo(target) == 0, rightIsTarget = right.CompareTo(target) == 0;
        if (leftIsTarget || rightIsTarget) return rightIsTarget.CompareTo(leftIsTarget);
        int byLength = Length(left, single).CompareTo(Length(right, single));
        return byLength != 0 ? byLength : Math.Abs(left - target).CompareTo(Math.Abs(right - target));
    }

    private static int Class(double value) => double.IsNaN(value) ? 2 : double.IsInfinity(value) ? 1 : 0;

    private static int Length(double value, bool single)
    {
        string text = single
            ? ((float)value).ToString("R", CultureInfo.InvariantCulture)
            : value.ToString("R", CultureInfo.InvariantCulture);
        return text.Contains('.') || text.Contains('E') ? text.Length : 0;
    }
}
