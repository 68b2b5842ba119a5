using System.Text.Json;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Changes;

/// <summary>A comparison as JSON.</summary>
// @llr CFY-LLR-386
public static class ChangeJson
{
    /// <summary>Name and version of the schema.</summary>
    public const string Schema = "certify/trace-changes/1";

    /// <summary>Writes the comparison.</summary>
    public static byte[] Write(TraceChanges changes, string than) => JsonPage.Write(Schema, json =>
    {
        json.WriteString("than", than);
        States(json, "added", changes.Added);
        States(json, "removed", changes.Removed);
        json.WriteStartArray("changed");
        foreach (var change in changes.Changed) Change(json, change);
        json.WriteEndArray();
        json.WriteStartArray("suspects");
        foreach (var suspect in changes.Suspects)
        {
            json.WriteStartObject();
            json.WriteString("id", suspect.Item.Id);
            json.WriteString("tier", TierName.Of(suspect.Item.Tier));
            json.WriteString("cause", suspect.Cause);
            json.WriteBoolean("causeRemoved", suspect.Removed);
            json.WriteStartArray("via");
            foreach (var id in suspect.Via) json.WriteStringValue(id);
            json.WriteEndArray();
            JsonPage.Place(json, suspect.Item.Place);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static void Change(Utf8JsonWriter json, ItemChange change)
    {
        json.WriteStartObject();
        json.WriteString("id", change.Now.Id);
        json.WriteString("tier", TierName.Of(change.Now.Tier));
        json.WriteString("before", change.Before.Fingerprint);
        json.WriteString("now", change.Now.Fingerprint);
        JsonPage.Place(json, change.Now.Place);
        Links(json, "linksAdded", change.LinksAdded);
        Links(json, "linksRemoved", change.LinksRemoved);
        if (change.TextMoved)
        {
            json.WriteStartArray("words");
            foreach (var run in WordDiff.Compare(change.Before.Text!, change.Now.Text!))
            {
                json.WriteStartObject();
                json.WriteString("change", run.Change switch { WordChange.Added => "added", WordChange.Removed => "removed", _ => "same" });
                json.WriteString("text", run.Text);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void States(Utf8JsonWriter json, string name, IReadOnlyList<ItemState> states)
    {
        json.WriteStartArray(name);
        foreach (var state in states)
        {
            json.WriteStartObject();
            json.WriteString("id", state.Id);
            json.WriteString("tier", TierName.Of(state.Tier));
            json.WriteString("title", state.Title);
            JsonPage.Optional(json, "text", state.Text);
            json.WriteString("fingerprint", state.Fingerprint);
            JsonPage.Place(json, state.Place);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Links(Utf8JsonWriter json, string name, IReadOnlyList<ItemLink> links)
    {
        json.WriteStartArray(name);
        foreach (var link in links)
        {
            json.WriteStartObject();
            json.WriteString("role", link.Role);
            json.WriteString("target", link.Target);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
