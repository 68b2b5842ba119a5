using Certify.Trace.Model;

namespace Certify.Trace.Formats.Csv;

/// <summary>Reads tab-separated tables; all else is as in <see cref="CsvReader"/>.</summary>
// @llr CFY-LLR-354
public sealed class TsvReader : IItemReader
{
    private static readonly char[] s_separators = ['\t'];

    /// <inheritdoc/>
    public string Name => "tsv";

    /// <inheritdoc/>
    public string Description => "tab-separated table with a header row";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head) =>
        path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tab", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default) =>
        CsvReader.Read(files, s_separators, options, cancel);
}
