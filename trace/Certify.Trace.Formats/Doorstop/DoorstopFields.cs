using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.Doorstop;

/// <summary>Keys of extended attributes and the fields they are; projects name them freely, so that every field has a key to be written under.</summary>
internal static class DoorstopFields
{
    private static readonly (string Key, ItemField Field)[] s_keys =
    [
        ("tier", ItemField.Tier), ("rationale", ItemField.Rationale), ("safety-feedback", ItemField.SafetyFeedback), ("source", ItemField.Source),
        ("software-level", ItemField.Level), ("component", ItemField.Component), ("verification", ItemField.Verification),
        ("verification-method", ItemField.Verification), ("test-kind", ItemField.TestKind), ("status", ItemField.Status), ("owner", ItemField.Owner),
        ("author", ItemField.Author), ("reviewer", ItemField.Reviewer), ("verdict", ItemField.Verdict), ("passed", ItemField.Passed),
        ("image", ItemField.Image), ("log", ItemField.Log),
    ];

    private static readonly string[] s_standard = ["active", "derived", "header", "level", "links", "normative", "reviewed", "text", "references"];

    /// <summary>The field of a key, or null.</summary>
    public static ItemField? Of(string key)
    {
        foreach (var (known, field) in s_keys)
        {
            if (known == key) return field;
        }
        return null;
    }

    /// <summary>The key that a field is written under.</summary>
    public static string KeyOf(ItemField field) => Array.Find(s_keys, k => k.Field == field).Key;

    /// <summary>True for keys that have a meaning of their own to Doorstop or here, so that no attribute can be written under them.</summary>
    public static bool IsTaken(string key) => Of(key) is not null || Array.IndexOf(s_standard, key) >= 0;
}
