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
    IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, string> Tiers, string ListSeparators = ",;\n");
