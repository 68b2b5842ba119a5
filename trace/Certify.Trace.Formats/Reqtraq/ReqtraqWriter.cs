using System.Text;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Reqtraq;

/// <summary>
/// Writes a certification document of reqtraq. An id of another form is replaced by one that reqtraq takes, and kept as attribute "Original ID".
/// </summary>
// @llr CFY-LLR-375
public sealed class ReqtraqWriter : IItemWriter
{
    /// <inheritdoc/>
    public string Name => "reqtraq";

    /// <inheritdoc/>
    public string Extension => ".md";

    /// <inheritdoc/>
    public WriteOutcome Write(IReadOnlyList<TraceItem> items, string title)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(title);
        var log = new ReadLog();
        var ids = Ids(items);
        var text = new StringBuilder("# ").Append(title.ReplaceLineEndings(" ")).Append('\n');
        foreach (var item in items) new ReqtraqItem(item, ids, text, log).Write();
        return new WriteOutcome([InputFile.FromText(title + Extension, text.ToString())], log.Finish([]).Losses);
    }

    // Numbers go on behind those in use, in the order of the items.
    private static Dictionary<string, string> Ids(IReadOnlyList<TraceItem> items)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (ReqtraqId.IsId(item.Id)) used.Add(item.Id);
        }
        var number = 0;
        foreach (var item in items)
        {
            if (ids.ContainsKey(item.Id)) continue;
            var id = item.Id;
            while (!ReqtraqId.IsId(id) || (id != item.Id && !used.Add(id))) id = ReqtraqId.Make(item.Tier, ++number);
            ids.Add(item.Id, id);
        }
        return ids;
    }
}
