using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Reqtraq;

/// <summary>Reads certification documents of reqtraq. Source: the reqtraq design description.</summary>
// @llr CFY-LLR-374
public sealed class ReqtraqReader : IItemReader
{
    /// <inheritdoc/>
    public string Name => "reqtraq";

    /// <inheritdoc/>
    public string Description => "reqtraq Markdown: headings such as '### REQ-TEST-SWH-1 Title' with attributes, or tables of them";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) return false;
        var lines = MarkdownLine.Head(head);
        return Array.Exists(lines, l => ReqtraqFile.IsHeading(l) || ReqtraqFile.IsTable(l)) && !MarkdownLine.IsOwn(lines)
            && !Array.Exists(lines, l => Oft.OftLine.Item(l) is not null);
    }

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default) => FileByFile.ReadLines(
        files, options, "the file holds no heading such as '### REQ-TEST-SWH-1 Title' and no table of requirements",
        (path, lines, sink, log) => new ReqtraqFile(path, options, sink, log).Read(lines), cancel);
}
