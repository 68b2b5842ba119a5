using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Reqtraq;

/// <summary>Attributes of reqtraq and the fields they are. Projects name attributes themselves, so that every field has a name to be written under.</summary>
internal static class ReqtraqFields
{
    /// <summary>Begin of the name of an attribute that holds links of a role.</summary>
    public const string Links = "Links ";

    /// <summary>Name of the attribute with the id of an item that was written under another one.</summary>
    public const string OriginalId = "Original ID";

    private static readonly (string Name, ItemField Field)[] s_names =
    [
        ("Rationale", ItemField.Rationale), ("Verification", ItemField.Verification), ("Derived", ItemField.Derived), ("Safety Feedback", ItemField.SafetyFeedback),
        ("Source", ItemField.Source), ("Software Level", ItemField.Level), ("Component", ItemField.Component), ("Test Kind", ItemField.TestKind),
        ("Status", ItemField.Status), ("Revision", ItemField.Revision), ("Owner", ItemField.Owner), ("Author", ItemField.Author), ("Reviewer", ItemField.Reviewer),
        ("Tier", ItemField.Tier), ("Verdict", ItemField.Verdict), ("Passed", ItemField.Passed), ("Image", ItemField.Image), ("Log", ItemField.Log),
        ("Title", ItemField.Title), ("Body", ItemField.Text),
    ];

    /// <summary>The field of a name, or null.</summary>
    public static FieldTarget? Of(string name)
    {
        if (name == "Parents") return new FieldTarget(ItemField.Links, LinkRole.Satisfies);
        if (name.StartsWith(Links, StringComparison.Ordinal) && name.Length > Links.Length) return new FieldTarget(ItemField.Links, name[Links.Length..]);
        foreach (var (known, field) in s_names)
        {
            if (known == name) return new FieldTarget(field);
        }
        return null;
    }

    /// <summary>The name of a field.</summary>
    public static string NameOf(ItemField field) => Array.Find(s_names, n => n.Field == field).Name;
}
