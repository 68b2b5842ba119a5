using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.StrictDoc;

/// <summary>Fields of nodes and what they are to the model. Grammars name fields freely, so that every field of the model has a name to be written under.</summary>
internal static class SdocFields
{
    /// <summary>Attribute that holds the titles of the sections around a node.</summary>
    public const string Chapter = "Chapter";

    private static readonly (string Name, ItemField Field)[] s_names =
    [
        ("UID", ItemField.Id), ("TIER", ItemField.Tier), ("STATUS", ItemField.Status), ("TITLE", ItemField.Title), ("STATEMENT", ItemField.Text),
        ("DESCRIPTION", ItemField.Text), ("CONTENT", ItemField.Text), ("RATIONALE", ItemField.Rationale), ("DERIVED", ItemField.Derived),
        ("SAFETY_FEEDBACK", ItemField.SafetyFeedback), ("SOURCE", ItemField.Source), ("SOFTWARE_LEVEL", ItemField.Level), ("COMPONENT", ItemField.Component),
        ("VERIFICATION", ItemField.Verification), ("TEST_KIND", ItemField.TestKind), ("REVISION", ItemField.Revision), ("OWNER", ItemField.Owner),
        ("AUTHOR", ItemField.Author), ("REVIEWER", ItemField.Reviewer), ("VERDICT", ItemField.Verdict), ("PASSED", ItemField.Passed),
        ("IMAGE", ItemField.Image), ("LOG", ItemField.Log),
    ];

    /// <summary>The field of a name, or null.</summary>
    public static ItemField? Of(string name)
    {
        foreach (var (known, field) in s_names)
        {
            if (known == name) return field;
        }
        return null;
    }

    /// <summary>The name that a field is written under.</summary>
    public static string NameOf(ItemField field) => Array.Find(s_names, n => n.Field == field).Name;

    /// <summary>Names in the order that a grammar declares them and nodes have them.</summary>
    public static IEnumerable<string> Names => s_names.Select(n => n.Name).Where(n => n is not ("DESCRIPTION" or "CONTENT"));

    /// <summary>True for names that a grammar can declare: capital letters, digits and '_'.</summary>
    public static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.Length is 0 or > 100 || !char.IsAsciiLetterUpper(name[0])) return false;
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c) && c != '_') return false;
        }
        return true;
    }
}
