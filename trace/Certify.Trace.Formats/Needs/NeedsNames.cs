using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Needs;

/// <summary>Names that sphinx-needs gives to fields and types.</summary>
internal static class NeedsNames
{
    /// <summary>In front of attributes whose own name means something else in this format.</summary>
    public const string Attribute = "attribute.";

    /// <summary>At the end of the name of a field that holds links the other way round.</summary>
    public const string Back = "_back";

    private static readonly (string Name, ItemField Field)[] s_fields =
    [
        ("title", ItemField.Title), ("content", ItemField.Text), ("description", ItemField.Text), ("status", ItemField.Status), ("rationale", ItemField.Rationale),
        ("derived", ItemField.Derived), ("safety_feedback", ItemField.SafetyFeedback), ("source", ItemField.Source), ("level", ItemField.Level),
        ("component", ItemField.Component), ("verification", ItemField.Verification), ("test_kind", ItemField.TestKind), ("version", ItemField.Revision),
        ("owner", ItemField.Owner), ("author", ItemField.Author), ("reviewer", ItemField.Reviewer), ("verdict", ItemField.Verdict),
        ("passed", ItemField.Passed), ("image", ItemField.Image), ("log", ItemField.Log),
    ];

    // The words that the tool's own documentation, automotive and avionics projects use most.
    private static readonly (string Word, ItemTier Tier)[] s_types =
    [
        ("system", ItemTier.System), ("hlr", ItemTier.Hlr), ("llr", ItemTier.Llr), ("design", ItemTier.Design), ("impl", ItemTier.Code), ("test", ItemTier.TestCase),
        ("test_procedure", ItemTier.TestProcedure), ("result", ItemTier.Result), ("review", ItemTier.Review), ("problem_report", ItemTier.ProblemReport),
        ("hazard", ItemTier.Hazard), ("assumption", ItemTier.Assumption),
        ("sys", ItemTier.System), ("sysreq", ItemTier.System), ("sys_req", ItemTier.System), ("stkh_req", ItemTier.System), ("spec", ItemTier.Llr), ("arch", ItemTier.Design),
        ("code", ItemTier.Code), ("implementation", ItemTier.Code), ("test_case", ItemTier.TestCase), ("testcase", ItemTier.TestCase), ("test_result", ItemTier.Result),
    ];

    private static readonly Dictionary<string, ItemField> s_byName = s_fields.ToDictionary(f => f.Name, f => f.Field, StringComparer.Ordinal);

    // Written by sphinx-needs itself or made from other fields; nothing of an item is in them.
    private static readonly HashSet<string> s_computed = new(
        ["type_name", "type_color", "type_style", "type_prefix", "has_dead_links", "has_forbidden_dead_links", "is_need", "is_part", "is_external", "is_modified", "is_import",
            "modifications", "constraints_passed", "constraints_results", "external_css", "id_complete", "id_parent", "jinja_content", "hide", "collapse", "layout", "style",
            "delete", "template", "pre_template", "post_template", "content_id", "lineno_content"],
        StringComparer.Ordinal);

    /// <summary>Field of a name, or null.</summary>
    public static ItemField? FieldOf(string name) => s_byName.TryGetValue(name, out var field) ? field : null;

    /// <summary>Name of a field.</summary>
    public static string Of(ItemField field) => Array.Find(s_fields, f => f.Field == field).Name;

    /// <summary>True for fields that say how a need is shown.</summary>
    public static bool IsComputed(string name) => s_computed.Contains(name);

    /// <summary>Type of a tier.</summary>
    public static string TypeOf(ItemTier tier) => s_types[(int)tier].Word;

    /// <summary>Tier of a type, or null.</summary>
    public static ItemTier? TierOf(string type)
    {
        foreach (var (word, tier) in s_types)
        {
            if (word.Equals(type, StringComparison.OrdinalIgnoreCase)) return tier;
        }
        return TierNames.TryParse(type, out var named) ? named : null;
    }

    /// <summary>Role of a link field: the plain "links" by what the need is, any other by its name with '-' for '_'.</summary>
    public static string RoleOf(string field, ItemTier tier)
    {
        if (field == "links") return PlainRole.Of(tier);
        return field is "result_of" or "depends_on" ? field.Replace('_', '-') : field;
    }

    /// <summary>Roles that are link fields without a schema that says so.</summary>
    public static bool IsKnownRole(string field) => field is "links" or "satisfies" or "implements" or "verifies" or "executes" or "result_of" or "reviews" or "against"
        or "affects" or "mitigates" or "assumes" or "depends_on" or "refines" or "derives" or "tests" or "validates";

    /// <summary>True for names that an attribute cannot have as they are.</summary>
    public static bool IsReserved(string name) =>
        name is "id" or "type" or "links" or "tags" or "parts" || s_byName.ContainsKey(name) || IsComputed(name) || IsKnownRole(name)
        || name.EndsWith(Back, StringComparison.Ordinal) || name.StartsWith(Attribute, StringComparison.Ordinal);
}
