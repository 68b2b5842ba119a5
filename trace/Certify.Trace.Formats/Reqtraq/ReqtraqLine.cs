using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Reqtraq;

/// <summary>What reader and writer of reqtraq share.</summary>
internal static class ReqtraqLine
{
    /// <summary>Writes a line of text so that it reads back as text: a backslash before it where it looks like syntax.</summary>
    /// <param name="line">The line.</param>
    /// <param name="inAttributes">True below the heading of the attributes, where a list item begins the next one.</param>
    public static string Escape(string line, bool inAttributes)
    {
        var bare = line.TrimStart('\\');
        return IsSyntax(bare) || ((inAttributes || bare.Length < line.Length) && IsListItem(bare)) ? "\\" + line : line;
    }

    /// <summary>Undoes <see cref="Escape"/>.</summary>
    public static string Unescape(string line) =>
        line.StartsWith('\\') && line.TrimStart('\\') is var bare && (IsSyntax(bare) || IsListItem(bare)) ? line[1..] : line;

    /// <summary>
    /// True for a requirement with a rationale and no parent: reqtraq asks for one of them. An attribute "Derived" decides before.
    /// </summary>
    public static bool IsDerived(ItemTier tier, string? rationale, IReadOnlyList<TraceLink> links)
    {
        if (tier is not (ItemTier.Hlr or ItemTier.Llr) || string.IsNullOrEmpty(rationale)) return false;
        foreach (var link in links)
        {
            if (link.Role == LinkRole.Satisfies) return false;
        }
        return true;
    }

    private static bool IsSyntax(string line) =>
        MarkdownLine.Heading(line) > 0 || MarkdownLine.Fence(line) != '\0' || ReqtraqFile.IsTable(line) || ReqtraqFile.LooksLikeHeading(line)
        || line.StartsWith("- tier:", StringComparison.Ordinal); // Below a heading it would be taken for own Markdown.

    private static bool IsListItem(string line) => line.StartsWith("- ", StringComparison.Ordinal);
}
