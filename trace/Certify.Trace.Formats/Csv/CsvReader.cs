using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Csv;

/// <summary>
/// Reads CSV: comma, semicolon or tab, found from the header; UTF-8 or UTF-16; line ends inside quoted cells. Columns are known by the usual names
/// (those of Jira, DOORS and this tool) or by a mapping; every other column becomes an attribute.
/// <para><b>Source:</b> RFC 4180.</para>
/// </summary>
// @llr CFY-LLR-354
public sealed class CsvReader : IItemReader
{
    private static readonly char[] s_separators = [',', ';', '\t'];

    /// <inheritdoc/>
    public string Name => "csv";

    /// <inheritdoc/>
    public string Description => "comma- or semicolon-separated table with a header row, as Jira, DOORS and spreadsheets export it";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head) => path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default) =>
        Read(files, s_separators, options, cancel);

    internal static ReadOutcome Read(IReadOnlyList<InputFile> files, char[] separators, ReadOptions options, CancellationToken cancel)
    {
        var log = new ReadLog();
        var sink = new ItemSink(options, log);
        foreach (var file in InOrder.Of(files)) new CsvFile(file, separators, options, log).Read(sink, cancel);
        return log.Finish(sink.Finish());
    }
}
