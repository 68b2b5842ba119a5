using System.Globalization;

namespace Certify.Trace.Model;

/// <summary>What records of reviews say beyond other items: the day, as an attribute.</summary>
public static class ReviewRecord
{
    /// <summary>Name of the attribute that holds the day.</summary>
    public const string Date = "date";

    /// <summary>Reads the day of a record; false where there is none of the form YYYY-MM-DD.</summary>
    public static bool TryDay(TraceItem review, out DateOnly day) =>
        DateOnly.TryParseExact(review.Attribute(Date), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
