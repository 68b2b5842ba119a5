using Certify.Trace.Formats.Common;
using Certify.Trace.Model;
using Certify.Trace.Reading;

namespace Certify.Trace.Formats.Markdown;

/// <summary>Own Markdown as a format among the others: the form that the readers and writers of the trace itself take.</summary>
// @llr CFY-LLR-364
public sealed class MarkdownFormat : IItemReader, IItemWriter
{
    /// <summary>Name of reader and writer.</summary>
    public string Name => "markdown";

    /// <inheritdoc/>
    public string Description => "own Markdown: '## ID Title', list fields, text, bold fields";

    /// <inheritdoc/>
    public string Extension => ".md";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head) =>
        path.EndsWith(".md", StringComparison.OrdinalIgnoreCase) && head.IndexOf("\n- tier:"u8) >= 0 && head.IndexOf("## "u8) >= 0;

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default)
    {
        var log = new ReadLog();
        var taken = InOrder.Of(files);
        taken.RemoveAll(f => log.IsTooLarge(f, options));
        var read = MarkdownReader.Read(taken, null, cancel);
        foreach (var finding in read.Findings) log.Add(finding.Code, finding.Subject, finding.Place, finding.Message);
        if (read.Items.Count == 0 && taken.Count > 0) log.Add("TRC-016", new Certify.Facts.SourcePlace(taken[0].Path, 0), "the files hold no item; hint: write items as '## ID Title'");
        return log.Finish(read.Items);
    }

    /// <inheritdoc/>
    public WriteOutcome Write(IReadOnlyList<TraceItem> items, string title)
    {
        var losses = new List<Loss>();
        foreach (var item in items) PlainLosses.Surrogates(item, losses);
        return new WriteOutcome([new InputFile(title + Extension, MarkdownWriter.Write(items, title))], losses);
    }
}
