using System.Text;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Reading;

/// <summary>
/// Writes items as own Markdown. All that an item holds but its place is written, so that reading gives the same items back: values that a line
/// cannot hold are quoted, text that Markdown would change stands in a fence.
/// </summary>
// @llr CFY-LLR-331
public static class MarkdownWriter
{
    /// <summary>Writes items in the order given.</summary>
    /// <param name="items">The items.</param>
    /// <param name="title">Title of the file.</param>
    /// <param name="attributes">Names of attributes that the project declares: they are written as fields, others as 'x NAME'.</param>
    /// <returns>UTF-8 without byte-order mark, "\n" line ends. Equal items give equal bytes.</returns>
    public static byte[] Write(IEnumerable<TraceItem> items, string title, IReadOnlyCollection<string>? attributes = null)
    {
        var builder = new StringBuilder();
        var heading = QuotedText.PlainOrQuoted(title.Trim());
        if (heading.Length > 0) builder.Append("# ").Append(ItemId.LooksLikeId(heading.Split(' ')[0]) ? "Items of " : "").Append(heading).Append('\n');
        var schema = ItemSchema.Requirement.With(attributes);
        foreach (var item in items) new ItemWriter(builder, item, schema).Write();
        return Encoding.UTF8.GetBytes(builder.ToString());
    }

    /// <summary>Writes one item as it would stand in a file, heading included, ending in a newline.</summary>
    public static string WriteItem(TraceItem item, IReadOnlyCollection<string>? attributes = null)
    {
        var builder = new StringBuilder();
        new ItemWriter(builder, item, ItemSchema.Requirement.With(attributes)).Write();
        return builder.ToString().TrimStart('\n');
    }
}
