using System.Text;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests;

/// <summary>An item in text, for comparison: all that it says, and neither where it stands nor the order of roles and attributes among each other.</summary>
internal static class ItemForm
{
    public static string Of(IEnumerable<TraceItem> items) => string.Join("\n----\n", items.Select(Of));

    public static string Of(TraceItem i)
    {
        var text = new StringBuilder();
        text.Append($"{i.Id}|{i.Tier}|{Show(i.Title)}|{Show(i.Text)}|{Show(i.Rationale)}|{i.Derived}|{Show(i.SafetyFeedback)}|{Show(i.Source)}|{Show(i.Level)}|");
        text.Append($"{Show(i.Component)}|{string.Join(',', i.Verification)}|{i.TestKind}|{Show(i.Status)}|{Show(i.Revision)}|{Show(i.Owner)}|{Show(i.Author)}|{Show(i.Reviewer)}|{i.Outcome}");
        foreach (var l in i.Links.OrderBy(l => l.Role, StringComparer.Ordinal))
            text.Append($"\n  {l.Role} -> {Show(l.Target)} @ {Show(l.TargetRevision)} {Show(l.TargetFingerprint)}");
        foreach (var a in i.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal)) text.Append($"\n  {Show(a.Name)} = {Show(a.Value)}");
        return text.ToString();
    }

    private static string Show(string? text) =>
        text is null ? "null" : "'" + string.Concat(text.Select(c => c is >= ' ' and <= '~' && c != '\\' ? c.ToString() : $"\\u{(int)c:X4}")) + "'";
}
