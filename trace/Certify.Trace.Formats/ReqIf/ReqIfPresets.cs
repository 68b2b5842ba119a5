using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>
/// What the usual tools (DOORS, Polarion, Jama, codebeamer and the ReqIF implementation guide) call the fields of an item. Where an object has
/// several attributes for one field, that of the lowest rank with a value is taken and the others stay attributes.
/// </summary>
// @llr CFY-LLR-368
internal static class ReqIfPresets
{
    /// <summary>What own files name as the tool that wrote them; only there the identifiers below have a meaning.</summary>
    public const string Tool = "Certify";

    /// <summary>Identifiers of definitions that <see cref="ReqIfWriter"/> makes for fields of the model begin with this.</summary>
    public const string FieldPrefix = "f-";

    /// <summary>Identifiers of definitions that <see cref="ReqIfWriter"/> makes for attributes begin with this.</summary>
    public const string AttributePrefix = "a-";

    /// <summary>Type of objects that stand for items outside of the set.</summary>
    public const string ExternalType = "t-outside";

    /// <summary>Definition of the id of such an item.</summary>
    public const string OutsideId = FieldPrefix + "id-outside";

    /// <summary>What is put before a number of <see cref="ForeignId"/> to make it the identifier that people see.</summary>
    public const string Prefix = "reqif.prefix";

    /// <summary>The identifier in the tool that wrote the file; in DOORS a number that is unique within a module only.</summary>
    public const string ForeignId = "reqif.foreignid";

    private static readonly Dictionary<string, (ItemField Field, int Rank)> s_fields = Table(new()
    {
        [ItemField.Id] = ["object identifier", ForeignId, "document key", "polarion id", "requirement id", "global id", "identifier", "id", "uid", "key", "absolute number"],
        [ItemField.Title] = ["reqif.name", "title", "name", "summary", "object short text", "reqif.chaptername", "object heading"],
        [ItemField.Text] = ["reqif.text", "object text", "description", "text", "statement", "requirement text", "reqif.description"],
        [ItemField.Rationale] = ["rationale", "justification"],
        [ItemField.Derived] = ["derived", "is derived", "derived requirement"],
        [ItemField.SafetyFeedback] = ["safety feedback", "safety-feedback"],
        [ItemField.Source] = ["source"],
        [ItemField.Level] = ["software level", "dal", "design assurance level"],
        [ItemField.Component] = ["component", "allocation", "allocated to"],
        [ItemField.Verification] = ["verification method", "verification"],
        [ItemField.TestKind] = ["test kind", "kind of test"],
        [ItemField.Status] = ["status", "state", "reqif.foreignstate"],
        [ItemField.Revision] = ["revision", "version", "reqif.foreignrevision"],
        [ItemField.Owner] = ["owner", "assigned to", "assignee", "responsible"],
        [ItemField.Author] = ["author", "created by", "submitted by", "reqif.foreigncreatedby"],
        [ItemField.Reviewer] = ["reviewer", "reviewed by"],
    });

    /// <summary>The field that an attribute of this name usually means, and its rank; null where it means none.</summary>
    public static (ItemField Field, int Rank)? FieldOf(string name) =>
        s_fields.TryGetValue(name.Trim().ToLowerInvariant(), out var field) ? field : null;

    /// <summary>True when an attribute holds the title of a chapter.</summary>
    public static bool IsChapter(string name) => name.Trim().ToLowerInvariant() is "reqif.chaptername" or "object heading";

    /// <summary>True when objects of a type are chapters.</summary>
    public static bool IsChapterType(string name) => Bare(name) is "heading" or "folder" or "section" or "chapter";

    /// <summary>True when the name of a type is that of a tier, such as "Test Case" or "System Requirement Type".</summary>
    public static bool IsTier(string name, out ItemTier tier)
    {
        var word = Bare(name);
        if (TierNames.TryParse(word, out tier)) return true;
        ItemTier? known = word switch
        {
            "system requirement" => ItemTier.System,
            "high-level requirement" or "high level requirement" or "software requirement" => ItemTier.Hlr,
            "low-level requirement" or "low level requirement" => ItemTier.Llr,
            "test result" or "test run" => ItemTier.Result,
            "defect" or "bug" => ItemTier.ProblemReport,
            _ => null,
        };
        tier = known ?? default;
        return known is not null;
    }

    private static string Bare(string name)
    {
        var word = name.Trim().ToLowerInvariant();
        return word.EndsWith(" type", StringComparison.Ordinal) ? word[..^5] : word;
    }

    private static Dictionary<string, (ItemField, int)> Table(Dictionary<ItemField, string[]> fields)
    {
        var table = new Dictionary<string, (ItemField, int)>(StringComparer.Ordinal);
        foreach (var (field, names) in fields)
        {
            for (var i = 0; i < names.Length; i++) table.Add(names[i], (field, i));
        }
        return table;
    }
}
