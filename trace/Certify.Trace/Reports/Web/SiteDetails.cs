using System.Text.Json;
using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Web;

/// <summary>The fields that few items have: number of the item and text in turn.</summary>
internal static class SiteDetails
{
    /// <summary>Writes one array per field.</summary>
    public static void Write(Utf8JsonWriter json, TraceItem[] items)
    {
        json.WriteStartObject("details");
        SiteData.Sparse(json, "rationale", items, i => i.Rationale);
        SiteData.Sparse(json, "safety feedback", items, i => i.SafetyFeedback);
        SiteData.Sparse(json, "source", items, i => i.Source);
        SiteData.Sparse(json, "revision", items, i => i.Revision);
        SiteData.Sparse(json, "owner", items, i => i.Owner);
        SiteData.Sparse(json, "author", items, i => i.Author);
        SiteData.Sparse(json, "reviewer", items, i => i.Reviewer);
        SiteData.Sparse(json, "kind of test", items, i => i.TestKind switch { TestKind.NormalRange => "normal range", TestKind.Robustness => "robustness", _ => null });
        SiteData.Sparse(json, "verdict", items, i => i.Outcome?.Verdict);
        SiteData.Sparse(json, "image SHA-256", items, i => i.Outcome?.ImageSha256);
        SiteData.Sparse(json, "log SHA-256", items, i => i.Outcome?.LogSha256);
        json.WriteEndObject();
        Attributes(json, items);
        json.WriteStartArray("passed");
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Outcome is { Passed: true }) json.WriteNumberValue(i);
        }
        json.WriteEndArray();
    }

    private static void Attributes(Utf8JsonWriter json, TraceItem[] items)
    {
        json.WriteStartArray("attributes");
        for (var i = 0; i < items.Length; i++)
        {
            foreach (var attribute in items[i].Attributes)
            {
                json.WriteNumberValue(i);
                json.WriteStringValue(SiteData.Whole(attribute.Name));
                json.WriteStringValue(SiteData.Whole(attribute.Value));
            }
        }
        json.WriteEndArray();
    }
}
