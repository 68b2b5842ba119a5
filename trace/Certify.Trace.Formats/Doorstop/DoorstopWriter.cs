using System.Text;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Doorstop;

/// <summary>
/// Writes a folder for each prefix of ids, with one YAML file per item. A document's parent is the one that its items name most; the first document
/// is the root.
/// </summary>
// @llr CFY-LLR-379
public sealed class DoorstopWriter : IItemWriter
{
    /// <inheritdoc/>
    public string Name => "doorstop";

    /// <inheritdoc/>
    public string Extension => "";

    /// <inheritdoc/>
    public WriteOutcome Write(IReadOnlyList<TraceItem> items, string title)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(title);
        var log = new ReadLog();
        var documents = new List<(string Prefix, string Separator)>();
        var paths = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var files = new List<InputFile>();
        foreach (var item in items)
        {
            var document = DoorstopName.PrefixOf(item.Id);
            if (!documents.Exists(d => d.Prefix == document.Prefix)) documents.Add(document);
            var path = $"{title}/{DoorstopName.Encode(document.Prefix)}/{DoorstopName.Encode(item.Id)}.yml";
            if (paths.Add(path)) files.Add(InputFile.FromText(path, new DoorstopText(item, log).Write()));
            else log.Lose(item.Id, "item whose id another one has: there is one file for each id", item.Place);
        }

        var parents = Parents(items, documents);
        foreach (var (prefix, separator) in documents)
            files.Add(InputFile.FromText($"{title}/{DoorstopName.Encode(prefix)}/.doorstop.yml", Settings(prefix, separator, parents[prefix])));
        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return new WriteOutcome(files, log.Finish([]).Losses);
    }

    private static string Settings(string prefix, string separator, string? parent)
    {
        var text = new StringBuilder("settings:\n  digits: 3\n");
        if (parent is not null) text.Append("  parent: ").Append(YamlText.Quote(parent)).Append('\n');
        return text.Append("  prefix: ").Append(YamlText.Quote(prefix)).Append("\n  sep: ").Append(YamlText.Quote(separator)).Append('\n').ToString();
    }

    // No document may be its own ancestor; one without links hangs below the root.
    private static Dictionary<string, string?> Parents(IReadOnlyList<TraceItem> items, List<(string Prefix, string Separator)> documents)
    {
        var counts = new Dictionary<(string From, string To), int>();
        var known = documents.ConvertAll(d => d.Prefix).ToHashSet(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var from = DoorstopName.PrefixOf(item.Id).Prefix;
            foreach (var link in item.Links)
            {
                var to = DoorstopName.PrefixOf(link.Target).Prefix;
                if (to != from && known.Contains(to)) counts[(from, to)] = counts.GetValueOrDefault((from, to)) + 1;
            }
        }

        var parents = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (prefix, _) in documents) parents[prefix] = null;
        foreach (var ((from, to), _) in counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key.From, StringComparer.Ordinal).ThenBy(c => c.Key.To, StringComparer.Ordinal))
        {
            if (parents[from] is null && !IsAbove(parents, from, to)) parents[from] = to;
        }
        var root = documents.Find(d => parents[d.Prefix] is null).Prefix;
        foreach (var (prefix, _) in documents)
        {
            if (prefix != root && parents[prefix] is null) parents[prefix] = root;
        }
        return parents;
    }

    private static bool IsAbove(Dictionary<string, string?> parents, string above, string? below)
    {
        for (; below is not null; below = parents[below])
        {
            if (below == above) return true;
        }
        return false;
    }
}
