using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>What tools and people usually call the fields; the first name of a field that a file has wins, case does not matter.</summary>
internal static class UsualNames
{
    private static readonly (FieldTarget Target, string[] Names)[] s_names =
    [
        (new(ItemField.Id), ["id", "requirement id", "custom field (requirement id)", "uid", "identifier", "req id", "object identifier", "item id", "reqid", "key", "issue key"]),
        (new(ItemField.Tier), ["tier"]),
        (new(ItemField.Title), ["title", "summary", "name", "object heading", "heading"]),
        (new(ItemField.Text), ["text", "description", "statement", "requirement", "requirement text", "object text", "primary text", "requirement description"]),
        (new(ItemField.Rationale), ["rationale", "custom field (requirement rationale)", "requirement rationale", "justification"]),
        (new(ItemField.Derived), ["derived", "custom field (derived)"]),
        (new(ItemField.SafetyFeedback), ["safety-feedback", "safety feedback", "safety impact"]),
        (new(ItemField.Source), ["source", "origin"]),
        (new(ItemField.Level), ["level", "dal", "software level"]),
        (new(ItemField.Component), ["component", "component/s", "allocation", "allocated to", "module"]),
        (new(ItemField.Verification), ["verification", "verification method", "custom field (verification method)", "method of verification"]),
        (new(ItemField.TestKind), ["test-kind", "kind", "test kind"]),
        (new(ItemField.Status), ["status", "state"]),
        (new(ItemField.Revision), ["revision", "version", "rev"]),
        (new(ItemField.Owner), ["owner", "assignee", "responsible"]),
        (new(ItemField.Author), ["author", "creator", "created by"]),
        (new(ItemField.Reviewer), ["reviewer", "reviewed by"]),
        (new(ItemField.Verdict), ["verdict", "outcome"]),
        (new(ItemField.Links, LinkRole.Satisfies), ["parents", "parent", "parent id", "parent ids", "satisfies", "derived from", "refines"]),
        (new(ItemField.Links, LinkRole.Implements), ["implements"]),
        (new(ItemField.Links, LinkRole.Verifies), ["verifies", "validates", "tests"]),
        (new(ItemField.Links, LinkRole.Executes), ["executes"]),
        (new(ItemField.Links, LinkRole.ResultOf), ["result-of", "result of"]),
        (new(ItemField.Links, LinkRole.Reviews), ["reviews"]),
        (new(ItemField.Links, LinkRole.Against), ["against"]),
        (new(ItemField.Links, LinkRole.Affects), ["affects"]),
        (new(ItemField.Links, LinkRole.Mitigates), ["mitigates"]),
        (new(ItemField.Links, LinkRole.Assumes), ["assumes"]),
        (new(ItemField.Links, LinkRole.DependsOn), ["depends-on", "depends on"]),
    ];

    private static readonly Dictionary<string, (FieldTarget Target, int Rank)> s_byName = Create();

    /// <summary>Gives the field that a name usually means, and how good a name it is (0 is best); null for any other name.</summary>
    public static (FieldTarget Target, int Rank)? Find(string name) => s_byName.TryGetValue(name.Trim(), out var found) ? found : null;

    private static Dictionary<string, (FieldTarget, int)> Create()
    {
        var byName = new Dictionary<string, (FieldTarget, int)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (target, names) in s_names)
        {
            for (var rank = 0; rank < names.Length; rank++) byName.Add(names[rank], (target, rank));
        }
        return byName;
    }
}
