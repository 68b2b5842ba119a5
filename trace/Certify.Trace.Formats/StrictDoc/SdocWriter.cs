using System.Text;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.StrictDoc;

/// <summary>Writes one StrictDoc document with a grammar that declares every field in use.</summary>
// @llr CFY-LLR-378
public sealed class SdocWriter : IItemWriter
{
    /// <inheritdoc/>
    public string Name => "strictdoc";

    /// <inheritdoc/>
    public string Extension => ".sdoc";

    /// <inheritdoc/>
    public WriteOutcome Write(IReadOnlyList<TraceItem> items, string title)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(title);
        var log = new ReadLog();
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var roles = new SortedSet<string>(StringComparer.Ordinal);
        var nodes = new StringBuilder();
        foreach (var item in items) new SdocItem(item, names, roles, nodes, log).Write();
        var name = title.ReplaceLineEndings(" ").Trim();
        var text = new StringBuilder("[DOCUMENT]\nTITLE: ").Append(name.Length == 0 ? "Items" : name).Append('\n');
        Grammar(text, names, roles);
        return new WriteOutcome([InputFile.FromText(title + Extension, text.Append(nodes).ToString())], log.Finish([]).Losses);
    }

    private static void Grammar(StringBuilder text, SortedSet<string> names, SortedSet<string> roles)
    {
        text.Append("\n[GRAMMAR]\nELEMENTS:\n- TAG: REQUIREMENT\n  FIELDS:\n");
        foreach (var name in SdocFields.Names.Concat(names))
            text.Append("  - TITLE: ").Append(name).Append("\n    TYPE: String\n    REQUIRED: ").Append(name == "UID" ? "True" : "False").Append('\n');
        text.Append("  RELATIONS:\n  - TYPE: Parent\n");
        foreach (var role in roles) text.Append("  - TYPE: Parent\n    ROLE: ").Append(role).Append('\n');
    }
}
