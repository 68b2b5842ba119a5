using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>The fields of an item as ReqIF attributes: the table behind <see cref="ReqIfWriter"/>.</summary>
internal static class ReqIfFields
{
    /// <summary>All fields in the order written.</summary>
    public static IReadOnlyList<ReqIfField> All { get; } =
    [
        new("id", "ReqIF.ForeignID", "STRING", i => i.Id),
        new("title", "ReqIF.Name", "STRING", i => NullIfEmpty(i.Title)),
        new("text", "ReqIF.Text", "XHTML", i => NullIfEmpty(i.Text)),
        new("tier", "Tier", "ENUMERATION", i => TierName.Of(i.Tier)),
        new("derived", "Derived", "BOOLEAN", i => i.Derived ? "true" : null),
        new("rationale", "Rationale", "STRING", i => i.Rationale),
        new("safety-feedback", "Safety feedback", "STRING", i => i.SafetyFeedback),
        new("source", "Source", "STRING", i => i.Source),
        new("level", "Software level", "STRING", i => i.Level),
        new("component", "Component", "STRING", i => NullIfEmpty(i.Component)),
        new("verification", "Verification", "ENUMERATION", i => i.Verification.Count == 0 ? null : string.Join('\n', i.Verification)),
        new("test-kind", "Test kind", "ENUMERATION", i => i.TestKind is { } kind ? KindNames[(int)kind] : null),
        new("status", "Status", "STRING", i => i.Status),
        new("revision", "Revision", "STRING", i => i.Revision),
        new("owner", "Owner", "STRING", i => i.Owner),
        new("author", "Author", "STRING", i => i.Author),
        new("reviewer", "Reviewer", "STRING", i => i.Reviewer),
        new("verdict", "Verdict", "STRING", i => i.Outcome?.Verdict),
        new("passed", "Passed", "BOOLEAN", i => i.Outcome is { } outcome ? outcome.Passed ? "true" : "false" : null),
        new("image", "Image SHA-256", "STRING", i => i.Outcome?.ImageSha256),
        new("log", "Log SHA-256", "STRING", i => i.Outcome?.LogSha256),
    ];

    /// <summary>The enumerations: field and values in order.</summary>
    public static IReadOnlyList<(string Field, IReadOnlyList<string> Values)> Enumerations { get; } =
    [
        ("tier", [.. Enum.GetValues<ItemTier>().Select(TierName.Of)]), ("verification", Enum.GetNames<VerificationMethod>()), ("test-kind", KindNames),
    ];

    private static IReadOnlyList<string> KindNames => ["normal range", "robustness"];

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

/// <summary>One field.</summary>
/// <param name="Field">Its name in the model.</param>
/// <param name="Name">Long name in the file.</param>
/// <param name="Kind">Kind of datatype: STRING, BOOLEAN, ENUMERATION (several values parted by "\n") or XHTML.</param>
/// <param name="Of">Gives the value, or null where the item has none.</param>
internal sealed record ReqIfField(string Field, string Name, string Kind, Func<TraceItem, string?> Of);
