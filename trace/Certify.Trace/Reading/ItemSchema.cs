namespace Certify.Trace.Reading;

/// <summary>The fields that items of one kind of file have.</summary>
/// <param name="Noun">What an item is called in messages.</param>
/// <param name="Fields">Names of list fields.</param>
/// <param name="Repeatable">List fields that may appear more than once.</param>
/// <param name="Notes">Names of bold fields.</param>
internal sealed record ItemSchema(string Noun, string[] Fields, string[] Repeatable, string[] Notes)
{
    public static ItemSchema Requirement { get; } = new(
        "requirement", ["tier", "component", "parents", "derived", "verification"], [],
        ["Rationale", "Safety feedback", "Source"]);

    public static ItemSchema ProblemReport { get; } = new("problem report", ["status", "safety-impact"], [], []);
}
