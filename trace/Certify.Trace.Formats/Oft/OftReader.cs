using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Oft;

/// <summary>Reads OpenFastTrace Markdown. Source: the OpenFastTrace user guide. Tags in code are read by the format "tags".</summary>
// @llr CFY-LLR-372
public sealed class OftReader : IItemReader
{
    /// <inheritdoc/>
    public string Name => "oft";

    /// <inheritdoc/>
    public string Description => "OpenFastTrace Markdown: items such as `req~name~1` with Needs and Covers";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (!path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && !path.EndsWith(".markdown", StringComparison.OrdinalIgnoreCase)) return false;
        if (SourceText.HeadUtf8(head).IndexOf("~"u8) < 0) return false;
        var lines = MarkdownLine.Head(head);
        return Array.Exists(lines, l => OftLine.Item(l) is not null || OftLine.Forward(l) is not null) && !MarkdownLine.IsOwn(lines);
    }

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default) => FileByFile.ReadLines(
        files, options, "the file holds no item such as `req~name~1`", (path, lines, sink, log) => new OftFile(path, options, sink, log).Read(lines), cancel);
}
