using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Web;

/// <summary>
/// The page's data: one array per field, so that 100,000 items stay small and are read at once. The encoder writes '&lt;', '&gt;', '&amp;', quotes,
/// control characters and line separators as \uXXXX: nothing in a text can end the data block.
/// </summary>
// @llr CFY-LLR-397
internal static class SiteData
{
    private static readonly JsonWriterOptions s_options =
        new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), SkipValidation = true };

    /// <summary>Writes the data as one JSON object.</summary>
    public static void Write(IBufferWriter<byte> output, SiteIndex index, ItemState[] states, TraceSiteContext context)
    {
        using var json = new Utf8JsonWriter(output, s_options);
        var words = new StringTable();
        json.WriteStartObject();
        json.WriteString("schema", "certify/trace-page/1");
        json.WriteString("title", Whole(context.Title));
        json.WriteString("level", context.Level);
        json.WriteString("revision", Whole(context.Revision));
        json.WriteString("tool", Whole(context.ToolVersion));
        json.WriteString("command", Whole(context.Command));
        json.WriteBoolean("draft", context.Dirty);
        Strings(json, "tiers", TierName.All);
        Strings(json, "methods", Enum.GetValues<VerificationMethod>().Select(SiteWords.Of));
        Items(json, index.Items, states, words);
        SiteDetails.Write(json, index.Items);
        Links(json, index, words);
        Findings(json, index, words);
        Rules(json, index.Findings);
        Strings(json, "words", words.Strings);
        json.WriteEndObject();
    }

    /// <summary>Text that UTF-8 can hold: a lone surrogate becomes U+FFFD.</summary>
    internal static string Whole(string text)
    {
        foreach (var c in text)
        {
            if (char.IsSurrogate(c)) return Repaired(text);
        }
        return text;
    }

    private static string Repaired(string text) => string.Concat(text.EnumerateRunes().Select(rune => rune.ToString()));

    private static void Items(Utf8JsonWriter json, TraceItem[] items, ItemState[] states, StringTable words)
    {
        Strings(json, "id", items.Select(i => i.Id));
        Strings(json, "name", items.Select(i => i.Title));
        Strings(json, "text", items.Select(i => i.Text));
        Numbers(json, "tier", items.Select(i => (int)i.Tier));
        Numbers(json, "component", items.Select(i => words[i.Component]));
        Numbers(json, "path", items.Select(i => words[i.Place.Path]));
        Numbers(json, "line", items.Select(i => i.Place.Line));
        Numbers(json, "status", items.Select(i => words[i.Status ?? ""]));
        Numbers(json, "itemLevel", items.Select(i => words[i.Level ?? ""]));
        Numbers(json, "method", items.Select(i => i.Verification.Aggregate(0, (bits, v) => bits | (1 << (int)v))));
        Numbers(json, "state", states.Select(s => (int)s));
        json.WriteString("fingerprint", Fingerprints(items));
    }

    // 43 characters of base64 each, a third less than hex digits.
    private static string Fingerprints(TraceItem[] items) => string.Create(items.Length * 43, items, static (text, all) =>
    {
        Span<char> one = stackalloc char[44];
        for (var i = 0; i < all.Length; i++)
        {
            Convert.TryToBase64Chars(Convert.FromHexString(all[i].Fingerprint), one, out _);
            one[..43].CopyTo(text[(i * 43)..]);
        }
    });

    private static void Links(Utf8JsonWriter json, SiteIndex index, StringTable words)
    {
        json.WriteStartArray("links");
        for (var i = 0; i < index.Links.Length; i++)
        {
            json.WriteNumberValue(index.From[i]);
            json.WriteNumberValue(words[index.Links[i].Role]);
            json.WriteNumberValue(index.To[i] >= 0 ? index.To[i] : -1 - words[index.Links[i].Target]);
        }
        json.WriteEndArray();
        Sparse(json, "linkRevision", index.Links, link => link.TargetRevision);
        Sparse(json, "linkFingerprint", index.Links, link => link.TargetFingerprint);
    }

    private static void Findings(Utf8JsonWriter json, SiteIndex index, StringTable words)
    {
        var findings = index.Findings;
        json.WriteStartObject("findings");
        Numbers(json, "code", findings.Select(f => words[f.Code]));
        Numbers(json, "error", findings.Select(f => f.Severity == FindingSeverity.Error ? 1 : 0));
        Numbers(json, "item", findings.Select(f => index.SubjectOf(f) is var item and >= 0 ? item : -1 - words[f.Subject]));
        var whole = new ArraySegment<AuditFinding>(findings, 0, index.Whole);
        Numbers(json, "path", whole.Select(f => words[f.Place.Path]));
        Numbers(json, "line", whole.Select(f => f.Place.Line));
        Numbers(json, "column", whole.Select(f => f.Place.Column));
        Strings(json, "message", whole.Select(f => f.Message));
        json.WriteEndObject();
    }

    private static void Rules(Utf8JsonWriter json, AuditFinding[] findings)
    {
        var codes = findings.Select(f => f.Code).ToHashSet(StringComparer.Ordinal);
        json.WriteStartObject("rules");
        foreach (var rule in AuditRules.All)
        {
            if (codes.Contains(rule.Code)) Strings(json, rule.Code, [rule.Title, rule.Meaning, rule.Remedy]);
        }
        json.WriteEndObject();
    }

    /// <summary>An array of strings.</summary>
    internal static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteStringValue(Whole(value));
        json.WriteEndArray();
    }

    /// <summary>Number and text in turn, for the few that have one.</summary>
    internal static void Sparse<T>(Utf8JsonWriter json, string name, T[] all, Func<T, string?> value)
    {
        json.WriteStartArray(name);
        for (var i = 0; i < all.Length; i++)
        {
            if (value(all[i]) is not { } text) continue;
            json.WriteNumberValue(i);
            json.WriteStringValue(Whole(text));
        }
        json.WriteEndArray();
    }

    private static void Numbers(Utf8JsonWriter json, string name, IEnumerable<int> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values) json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}
