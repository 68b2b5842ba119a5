using Certify.Facts;
using Certify.Trace.Audit;

namespace Certify.Trace.Reports;

/// <summary>Writes each requirement with its text and, folded under it, what follows from it.</summary>
internal sealed class ThreadWriter(Html html, MatrixLinks links)
{
    private readonly HashSet<string> _anchored = new(StringComparer.Ordinal);

    /// <summary>Writes all threads: system items first, then what has no parent, then what is left of circles.</summary>
    public void WriteAll()
    {
        foreach (var item in links.OfTier(Tier.System)) Item(item, Tier.System);
        foreach (var item in links.OfTier(Tier.Hlr).Where(h => !_anchored.Contains(h.Id))) Item(item, Tier.Hlr);
        foreach (var item in links.OfTier(Tier.Llr).Where(l => !_anchored.Contains(l.Id))) Item(item, Tier.Llr);
    }

    private void Item(RequirementFact item, Tier top)
    {
        html.Markup(item.Tier == top ? "<details class=\"thread\"" : "<details");
        if (_anchored.Add(item.Id)) html.Markup(" id=\"r-").Text(item.Id).Markup("\"");
        html.Markup("><summary>").Element("b", item.Id).Text(" " + item.Title).Markup(" <small>")
            .Text($"{Words.Of(item.Tier)}, {item.Component}{(item.Derived ? ", derived" : "")}").Markup("</small></summary>\n");
        Body(item);
        if (item.Tier == Tier.System)
        {
            foreach (var child in links.Children(item.Id, Tier.Hlr)) Item(child, top);
        }
        else if (item.Tier == Tier.Hlr)
        {
            foreach (var child in links.Children(item.Id, Tier.Llr)) Item(child, top);
        }
        html.Markup("</details>\n");
    }

    private void Body(RequirementFact item)
    {
        html.Element("p", item.Text, "text");
        Note("Rationale", item.Rationale);
        Note("Safety feedback", item.SafetyFeedback);
        Note("Source", item.Source);
        if (item.Parents.Count > 0) Note("Parents", string.Join(", ", item.Parents));
        html.Markup("<p class=\"place\">").Text($"{item.Place}, fingerprint {item.Fingerprint}").Markup("</p>\n<ul>");
        foreach (var symbol in links.CodeOf(item.Id)) html.Markup("<li>code ").Element("code", symbol).Markup("</li>\n");
        foreach (var test in links.StatusOf(item.Id))
        {
            var kind = test.Test.Kind == TestKind.Robustness ? "robustness" : "normal range";
            html.Markup("<li>test ").Element("code", test.Test.Id).Text($" {test.Test.Title} ({kind}, {test.Test.Place}): ")
                .Element("span", test.Results.Count > 0 ? string.Join("; ", test.Results) : MatrixPage.Mark(test), test.Passed == false ? "bad" : null)
                .Markup("</li>\n");
        }
        html.Markup("</ul>\n");
    }

    private void Note(string name, string? text)
    {
        if (text is not null) html.Markup("<p>").Element("b", name + ":").Text(" " + text).Markup("</p>");
    }
}
