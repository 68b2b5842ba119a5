using System.Text;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Changes;

/// <summary>A comparison as text: what went, came and moved, word by word, and what that makes suspect.</summary>
// @llr CFY-LLR-386
public static class ChangeText
{
    private const int FingerprintShown = 8;
    private const string Indent = "    ";

    /// <summary>Writes the comparison, ending in a newline.</summary>
    /// <param name="changes">The comparison.</param>
    /// <param name="than">What it is compared with, for example "baseline R1".</param>
    /// <param name="width">Columns to keep to; 0 for lines of any length.</param>
    /// <param name="ink">Colours or none; without, words that went stand in [-...-], words that came in {+...+}.</param>
    public static string Write(TraceChanges changes, string than, int width, Ink ink)
    {
        var text = new StringBuilder();
        foreach (var item in changes.Removed) Whole(text, ink.Bad("- "), item, width, ink.Bad, ink);
        foreach (var item in changes.Added) Whole(text, ink.Good("+ "), item, width, ink.Good, ink);
        foreach (var change in changes.Changed) Change(text, change, width, ink);
        if (changes.Suspects.Count > 0) text.Append(ink.Strong("suspect")).Append('\n');
        foreach (var suspect in changes.Suspects)
        {
            var name = $"{TierWords.Short(suspect.Item.Tier)} {suspect.Item.Id}: ";
            text.Append("  ").Append(OneLine.Escape(name)).Append(OneLine.Escape(Because(suspect))).Append('\n');
        }

        text.Append(Summary(changes, than)).Append('\n');
        return text.ToString();
    }

    /// <summary>"because CFY-HLR-011 changed, via CFY-LLR-001".</summary>
    public static string Because(Suspect suspect) =>
        $"because {suspect.Cause} {(suspect.Removed ? "is gone" : "changed")}{(suspect.Via.Count == 0 ? "" : ", via " + string.Join(", ", suspect.Via))}";

    private static string Summary(TraceChanges changes, string than) => changes.None
        ? $"nothing changed since {OneLine.Escape(than)}"
        : $"since {OneLine.Escape(than)}: {changes.Added.Count} added, {changes.Removed.Count} removed, {changes.Changed.Count} changed, "
            + $"{Words.Count(changes.Suspects.Count, "item")} suspect";

    private static void Whole(StringBuilder text, string mark, ItemState item, int width, Func<string, string> colour, Ink ink)
    {
        text.Append(mark).Append(Name(item, ink)).Append('\n').Append(Indent).Append(ink.Faint(OneLine.Escape(item.Place.ToString()))).Append('\n');
        if (item.Text is not { Length: > 0 } body) return;
        foreach (var line in Wrap.Lines(body, width == 0 ? 0 : width - Indent.Length)) text.Append(Indent).Append(colour(line)).Append('\n');
    }

    private static void Change(StringBuilder text, ItemChange change, int width, Ink ink)
    {
        text.Append(ink.Warn("~ ")).Append(Name(change.Now, ink)).Append('\n').Append(Indent)
            .Append(ink.Faint($"{OneLine.Escape(change.Now.Place.ToString())} \u00B7 {Short(change.Before)} to {Short(change.Now)}")).Append('\n');
        if (change.TierMoved) Row(text, $"tier: {TierName.Of(change.Before.Tier)} to {TierName.Of(change.Now.Tier)}");
        foreach (var link in change.LinksRemoved) Row(text, ink.Bad(OneLine.Escape($"- {link}")));
        foreach (var link in change.LinksAdded) Row(text, ink.Good(OneLine.Escape($"+ {link}")));
        if (change.TextMoved) Reading(text, WordDiff.Compare(change.Before.Text!, change.Now.Text!), width, ink);
        else if (change.Before.Text is null) Row(text, ink.Faint("the record keeps no text; the fingerprint says that a normative field moved"));
        else if (change.LinksAdded.Count + change.LinksRemoved.Count == 0 && !change.TierMoved)
            Row(text, ink.Faint("same text and links; another normative field moved (component, derived, verification, attribute)"));
    }

    private static void Reading(StringBuilder text, IReadOnlyList<WordRun> runs, int width, Ink ink)
    {
        var column = Indent.Length;
        text.Append(Indent);
        foreach (var run in runs)
        {
            var bare = ink == Ink.Bare;
            var body = run.Change switch
            {
                WordChange.Removed => bare ? $"[-{run.Text}-]" : run.Text,
                WordChange.Added => bare ? $"{{+{run.Text}+}}" : run.Text,
                _ => run.Text,
            };
            foreach (var word in body.Split(' ').Select(OneLine.Escape))
            {
                if (width > 0 && column > Indent.Length && column + word.Length > width)
                {
                    text.Append('\n').Append(Indent);
                    column = Indent.Length;
                }
                else if (column > Indent.Length)
                {
                    text.Append(' ');
                }

                text.Append(run.Change switch { WordChange.Removed => ink.Struck(word), WordChange.Added => ink.Good(word), _ => word });
                column += word.Length + 1;
            }
        }
        text.Append('\n');
    }

    private static string Name(ItemState item, Ink ink) =>
        $"{TierWords.Short(item.Tier)} {ink.Strong(OneLine.Escape(item.Id))} {OneLine.Escape(item.Title)}".TrimEnd();

    private static string Short(ItemState item) => item.Fingerprint[..Math.Min(FingerprintShown, item.Fingerprint.Length)];

    private static void Row(StringBuilder text, string line) => text.Append(Indent).Append(line).Append('\n');
}
