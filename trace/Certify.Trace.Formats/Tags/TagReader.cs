using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tags;

/// <summary>
/// Reads tags in comments of C, C++, C#, Rust, Ada, Python and assembly. What a tag stands above, or inside of, is an item of tier code, or test case
/// where the tag is one of a test; its id is "path#symbol". For C# in projects the symbols of the compiler are better.
/// </summary>
// @llr CFY-LLR-377
public sealed class TagReader : IItemReader
{
    /// <inheritdoc/>
    public string Name => "tags";

    /// <inheritdoc/>
    public string Description => "Tags in code: '@llr ID', '@verifies ID', '[impl->dsn~name~1]' in comments of C, C++, C#, Rust, Ada, Python, assembly";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head) => TagLanguages.Of(path) is not null;

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        var log = new ReadLog();
        var items = new List<TraceItem>();
        foreach (var file in InOrder.Of(files))
        {
            cancel.ThrowIfCancellationRequested();
            if (log.IsTooLarge(file, options)) continue;
            if (TagLanguages.Of(file.Path) is not { } language) log.Add("TRC-016", new SourcePlace(file.Path, 0), "the file's name ends like that of no language whose tags are read");
            else if (SourceText.Decode(file, log) is { } text) items.AddRange(new TagFile(file.Path, SourceText.Lines(text), language, log).Items());
        }
        if (items.Count == 0 && files.Count > 0) log.Add("TRC-012", new SourcePlace(InOrder.Of(files)[0].Path, 0), $"none of the {files.Count} sources holds a tag; hint: write '// @llr ID' above what implements it");
        return log.Finish(items);
    }
}
