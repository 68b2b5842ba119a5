using System.Text;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>What plain text files cannot hold of the strings of an item.</summary>
internal static class PlainLosses
{
    /// <summary>Lists carriage returns: they read back as line ends.</summary>
    public static void Returns(TraceItem item, List<Loss> losses)
    {
        foreach (var value in Strings(item))
        {
            if (!value.Contains('\r', StringComparison.Ordinal)) continue;
            losses.Add(new Loss(item.Id, "carriage return: reads back as a line end", item.Place));
            return;
        }
    }

    /// <summary>Lists halves of characters: they become U+FFFD.</summary>
    public static void Surrogates(TraceItem item, List<Loss> losses)
    {
        foreach (var value in Strings(item))
        {
            if (IsWhole(value)) continue;
            losses.Add(new Loss(item.Id, "half of a surrogate pair: becomes U+FFFD", item.Place));
            return;
        }
    }

    /// <summary>True where every surrogate has its other half.</summary>
    public static bool IsWhole(string text)
    {
        var rest = text.AsSpan();
        for (var at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'); at >= 0; at = rest.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            if (Rune.DecodeFromUtf16(rest[at..], out _, out var used) != System.Buffers.OperationStatus.Done) return false;
            rest = rest[(at + used)..];
        }
        return true;
    }

    /// <summary>Every string of an item.</summary>
    public static IEnumerable<string> Strings(TraceItem item)
    {
        foreach (var value in (string?[])[item.Id, item.Title, item.Text, item.Rationale, item.SafetyFeedback, item.Source, item.Level, item.Component,
            item.Status, item.Revision, item.Owner, item.Author, item.Reviewer, item.Outcome?.Verdict, item.Outcome?.ImageSha256, item.Outcome?.LogSha256])
        {
            if (value is not null) yield return value;
        }
        foreach (var link in item.Links)
        {
            yield return link.Role;
            yield return link.Target;
            if (link.TargetRevision is not null) yield return link.TargetRevision;
            if (link.TargetFingerprint is not null) yield return link.TargetFingerprint;
        }
        foreach (var attribute in item.Attributes)
        {
            yield return attribute.Name;
            yield return attribute.Value;
        }
    }
}
