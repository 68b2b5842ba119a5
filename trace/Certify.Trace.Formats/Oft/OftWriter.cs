using System.Text;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Oft;

/// <summary>
/// Writes OpenFastTrace Markdown. The format knows type, name, revision, title, text, rationale, comment, status, tags, needs, covers and depends;
/// the rest is listed. An id of another form becomes "type~id", and is listed too.
/// </summary>
// @llr CFY-LLR-373
public sealed class OftWriter : IItemWriter
{
    /// <inheritdoc/>
    public string Name => "oft";

    /// <inheritdoc/>
    public string Extension => ".md";

    /// <inheritdoc/>
    public WriteOutcome Write(IReadOnlyList<TraceItem> items, string title)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(title);
        var log = new ReadLog();
        var ids = new Dictionary<string, OftId>(StringComparer.Ordinal);
        foreach (var item in items) ids.TryAdd(item.Id, IdOf(item));
        var text = new StringBuilder("# ").Append(OneLine(title)).Append('\n');
        foreach (var item in items) new OftItem(item, ids, text, log).Write();
        return new WriteOutcome([InputFile.FromText(title + Extension, text.ToString())], log.Finish([]).Losses);
    }

    /// <summary>The id that an item is written under.</summary>
    internal static OftId IdOf(TraceItem item)
    {
        var revision = item.Revision is { Length: > 0 and <= 9 } number && !number.AsSpan().ContainsAnyExceptInRange('0', '9') ? number : "1";
        return OfId(item.Id, OftTypes.TypeOf(item.Tier), revision);
    }

    /// <summary>The id that a link's target is written under.</summary>
    internal static OftId OfId(string id, string type, string revision)
    {
        if (OftId.TryParse($"{id}~{revision}", out var own)) return own;
        var name = new StringBuilder();
        foreach (var c in id) name.Append(char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_');
        if (name.Length > 200) name.Length = 200;
        return new OftId(type, name.Length == 0 ? "_" : name.ToString(), revision);
    }

    /// <summary>A text on one line.</summary>
    internal static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
