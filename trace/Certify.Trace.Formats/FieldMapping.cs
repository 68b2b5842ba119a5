namespace Certify.Trace.Formats;

/// <summary>
/// What a project calls the fields of an item: from the name in the file (column, ReqIF attribute, needs field; ordinal, case kept) to the field of
/// the model: "id", "title", "text", "rationale", "tier", "derived", "safety-feedback", "source", "level", "component", "verification", "test-kind",
/// "status", "revision", "owner", "author", "reviewer", "links:ROLE" (ids parted by <see cref="ListSeparators"/>), or "attribute:NAME".
/// A name mapped to "-" is left out on purpose and is no loss.
/// </summary>
/// <param name="Fields">Name in the file, field of the model.</param>
/// <param name="Tiers">Word in the file for a tier (a type, a module, a prefix of the id ending in '*'), and the tier's name as in own Markdown.</param>
/// <param name="ListSeparators">Characters that part ids in one cell; default comma, semicolon, line end.</param>
public sealed record FieldMapping(
    IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, string> Tiers, string ListSeparators = ",;\n")
{
    /// <summary>A mapping that says nothing.</summary>
    public static FieldMapping Empty { get; } = new(new Dictionary<string, string>(), new Dictionary<string, string>());

    /// <summary>
    /// True where "A.1.2" is a child of "A.1" (or of "A", where there is no "A.1") by its id alone. Items that name no parent get a link to it; the
    /// list of losses says of how many items that is so, since no tool that reads the file alone can know.
    /// </summary>
    public bool ParentsFromDottedIds { get; init; }
}
