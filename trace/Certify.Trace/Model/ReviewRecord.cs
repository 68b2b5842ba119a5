using System.Globalization;
using Certify.Facts;

namespace Certify.Trace.Model;

/// <summary>Records of reviews: items of tier review that name what was seen by fingerprint. They never change what they review.</summary>
// @llr CFY-LLR-337
public static class ReviewRecord
{
    /// <summary>Name of the attribute that holds the day.</summary>
    public const string Date = "date";

    /// <summary>Makes the record that an item was reviewed as it is, against its parents as they are.</summary>
    /// <param name="set">The set as it stands.</param>
    /// <param name="item">Number of the item reviewed.</param>
    /// <param name="id">Id of the record.</param>
    /// <param name="reviewer">Who reviewed.</param>
    /// <param name="day">When.</param>
    /// <param name="verdict">"passed", or how else it ended.</param>
    /// <param name="remarks">What was found, or empty.</param>
    /// <param name="path">File that the record will stand in.</param>
    public static TraceItem Create(TraceSet set, int item, string id, string reviewer, DateOnly day, string verdict, string remarks, string path)
    {
        var reviewed = set[item];
        var links = new List<TraceLink> { new(LinkRole.Reviews, reviewed.Id, reviewed.Revision, reviewed.Fingerprint) };
        var targets = set.Targets(item);
        for (var k = 0; k < targets.Length; k++)
        {
            if (reviewed.Links[k].Role == LinkRole.Satisfies && targets[k] >= 0)
                links.Add(new TraceLink(LinkRole.Against, set[targets[k]].Id, set[targets[k]].Revision, set[targets[k]].Fingerprint));
        }
        return new TraceItem
        {
            Id = id, Tier = ItemTier.Review, Place = new SourcePlace(path, 0), Title = $"Review of {reviewed.Id}", Text = remarks, Author = reviewer,
            Outcome = new ItemOutcome(verdict, verdict == "passed"), Links = links,
            Attributes = [new ItemAttribute(Date, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))],
        };
    }

    /// <summary>Reads the day of a record; false where there is none of the form YYYY-MM-DD.</summary>
    public static bool TryDay(TraceItem review, out DateOnly day) =>
        DateOnly.TryParseExact(review.Attribute(Date), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
