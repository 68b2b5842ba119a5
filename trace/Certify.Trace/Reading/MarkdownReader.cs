using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Reading;

/// <summary>Reads items of every tier from own Markdown: '## ID Title', list fields, text, bold fields. trace/README.md describes the form.</summary>
// @llr CFY-LLR-330
public static class MarkdownReader
{
    /// <summary>Reads files in any order; equal files give equal results.</summary>
    /// <param name="files">The files.</param>
    /// <param name="attributes">Names of attributes that the project declares as fields, or null for none.</param>
    /// <param name="cancel">Stops the reading between two files.</param>
    /// <returns>Every item with an id, duplicates included, by path (ordinal) and line, and every problem, sorted by place.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ReadResult<TraceItem> Read(
        IReadOnlyList<InputFile> files, IReadOnlyCollection<string>? attributes = null, CancellationToken cancel = default)
    {
        var findings = new FindingList();
        return new ReadResult<TraceItem>(Read(files, attributes, findings, cancel), findings.Sorted());
    }

    // Files are read side by side; each has lists of its own, which are put together in order of path.
    internal static List<TraceItem> Read(
        IReadOnlyList<InputFile> files, IReadOnlyCollection<string>? attributes, FindingList findings, CancellationToken cancel = default)
    {
        InputFile[] sorted = [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
        var parts = new (List<TraceItem> Items, FindingList Findings)[sorted.Length];
        var schema = ItemSchema.Requirement.With(attributes);
        if (sorted.Length == 1) parts[0] = ReadFile(sorted[0], schema);
        else Parallel.For(0, sorted.Length, new ParallelOptions { CancellationToken = cancel }, i => parts[i] = ReadFile(sorted[i], schema));
        var items = new List<TraceItem>(parts.Sum(p => p.Items.Count));
        foreach (var part in parts)
        {
            items.AddRange(part.Items);
            findings.AddAll(part.Findings);
        }
        return items;
    }

    private static (List<TraceItem>, FindingList) ReadFile(InputFile file, ItemSchema schema)
    {
        var items = new List<TraceItem>();
        var findings = new FindingList();
        var reader = new ItemReader(file, schema, findings);
        MarkdownItems.Read(file, schema, findings, raw => items.Add(reader.Read(raw)));
        return (items, findings);
    }
}
