using Certify.Trace.Model;

namespace Certify.Trace.Reports.Changes;

/// <summary>A comparison as one HTML page.</summary>
// @llr CFY-LLR-386
public static class ChangePage
{
    /// <summary>Writes the page; all text from inputs is escaped.</summary>
    public static string Write(TraceChanges changes, string than) => SmallPage.Write("Changes since " + than, html =>
    {
        States(html, "Removed", changes.Removed, "del");
        States(html, "Added", changes.Added, "ins");
        if (changes.Changed.Count > 0) html.Markup("<h2>Changed</h2>\n<ul>\n");
        foreach (var change in changes.Changed) Change(html, change);
        if (changes.Changed.Count > 0) html.Markup("</ul>\n");
        if (changes.Suspects.Count > 0) html.Markup("<h2>Suspect</h2>\n<ul>\n");
        foreach (var suspect in changes.Suspects)
        {
            html.Markup("<li>").Element("span", TierName.Of(suspect.Item.Tier), "tier").Markup(" ").Element("b", suspect.Item.Id)
                .Markup(" ").Text(ChangeText.Because(suspect)).Markup("</li>\n");
        }
        if (changes.Suspects.Count > 0) html.Markup("</ul>\n");
        if (changes.None) html.Element("p", "Nothing changed.", "good");
    });

    private static void States(Html html, string title, IReadOnlyList<ItemState> states, string tag)
    {
        if (states.Count == 0) return;
        html.Element("h2", title).Markup("\n<ul>\n");
        foreach (var state in states)
        {
            Name(html.Markup("<li>"), state);
            if (state.Text is { Length: > 0 } text) html.Markup("<p class=\"text\">").Element(tag, text).Markup("</p>");
            html.Markup("</li>\n");
        }
        html.Markup("</ul>\n");
    }

    private static void Change(Html html, ItemChange change)
    {
        Name(html.Markup("<li>"), change.Now);
        if (change.TierMoved) html.Markup("<div>").Text($"tier: {TierName.Of(change.Before.Tier)} to {TierName.Of(change.Now.Tier)}").Markup("</div>");
        foreach (var link in change.LinksRemoved) html.Markup("<div>").Element("del", link.ToString()).Markup("</div>");
        foreach (var link in change.LinksAdded) html.Markup("<div>").Element("ins", link.ToString()).Markup("</div>");
        if (change.TextMoved)
        {
            html.Markup("<p>");
            foreach (var run in WordDiff.Compare(change.Before.Text!, change.Now.Text!))
            {
                if (run.Change == WordChange.Same) html.Text(run.Text);
                else html.Element(run.Change == WordChange.Added ? "ins" : "del", run.Text);
                html.Markup(" ");
            }
            html.Markup("</p>");
        }
        html.Markup("</li>\n");
    }

    private static void Name(Html html, ItemState item) =>
        html.Element("span", TierName.Of(item.Tier), "tier").Markup(" ").Element("b", item.Id).Markup(" ").Text(item.Title)
            .Markup("<div class=\"meta\">").Text(item.Place.ToString()).Markup("</div>");
}
