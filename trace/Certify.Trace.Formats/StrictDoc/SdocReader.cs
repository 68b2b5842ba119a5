using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.StrictDoc;

/// <summary>Reads documents of StrictDoc (.sdoc), with sections in either spelling. Source: the StrictDoc user guide.</summary>
// @llr CFY-LLR-378
public sealed class SdocReader : IItemReader
{
    /// <inheritdoc/>
    public string Name => "strictdoc";

    /// <inheritdoc/>
    public string Description => "StrictDoc documents (.sdoc)";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head) => path.EndsWith(".sdoc", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        var log = new ReadLog();
        var drafts = new List<ItemDraft>();
        var children = new List<(string Child, TraceLink Link)>();
        foreach (var file in InOrder.Of(files))
        {
            cancel.ThrowIfCancellationRequested();
            if (log.IsTooLarge(file, options) || SourceText.Decode(file, log) is not { } text) continue;
            var before = drafts.Count;
            new SdocFile(file.Path, options, drafts, children, log).Read(SourceText.Lines(text).Split('\n'));
            if (drafts.Count == before) log.Add("TRC-012", new SourcePlace(file.Path, 0), "the document holds no requirement");
        }

        Adopt(drafts, children, log);
        var sink = new ItemSink(options, log);
        foreach (var draft in drafts) sink.Add(draft);
        return log.Finish(sink.Finish());
    }

    // A relation of type Child stands at the parent: the link belongs to the other end.
    private static void Adopt(List<ItemDraft> drafts, List<(string Child, TraceLink Link)> children, ReadLog log)
    {
        if (children.Count == 0) return;
        var byId = new Dictionary<string, ItemDraft>(StringComparer.Ordinal);
        foreach (var draft in drafts) byId.TryAdd(draft.Id, draft);
        foreach (var (child, link) in children)
        {
            if (byId.TryGetValue(child, out var draft)) draft.Link(link);
            else log.Add("TRC-016", link.Place!, $"{SourceText.Quote(link.Target)} names {SourceText.Quote(child)} as its child, which is in none of the files: the link is not made");
        }
    }
}
