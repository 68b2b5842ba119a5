using System.Globalization;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.Tables;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Csv;

/// <summary>Reads the rows of one CSV or TSV file.</summary>
/// <param name="file">The file.</param>
/// <param name="separators">Separators to try, in order of preference.</param>
/// <param name="options">How to read.</param>
/// <param name="log">Takes findings and losses.</param>
// @llr CFY-LLR-354
internal sealed class CsvFile(InputFile file, char[] separators, ReadOptions options, ReadLog log)
{
    /// <summary>Reads the file's items into a sink.</summary>
    public void Read(ItemSink sink, CancellationToken cancel)
    {
        if (log.IsTooLarge(file, options) || SourceText.Decode(file, log) is not { } text) return;
        var choice = separators;
        if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && text.Length > 4) choice = [text[4]];
        if (!TryFindHeader(text, choice, out var parser, out var header))
        {
            Report("TRC-016", 1, text.AsSpan().IsWhiteSpace()
                ? "the file is empty; hint: export it again"
                : "no row among the first 20 names a column that holds ids; hint: name it with '--mapping', for example \"Requirement ID: id\"");
            return;
        }

        var rows = new TableItems(header, options, sink, log);
        var before = sink.Count;
        while (parser.Next())
        {
            if ((sink.Count & 0xFFF) == 0) cancel.ThrowIfCancellationRequested();
            if (parser.Problem is { } problem) Report("TRC-016", parser.Line, problem);
            if (parser.Cells.Count != header.Columns.Length && !IsBlank(parser.Cells)) Ragged(parser, header);
            if (header.IsOwn) Unguard(parser.Cells);
            rows.Take(parser.Cells, new SourcePlace(file.Path, parser.Line));
        }
        if (sink.Count == before) Report("TRC-016", 1, "the file holds a header and no item; hint: export it again");
    }

    private bool TryFindHeader(string text, char[] choice, out CsvParser parser, out TableHeader header)
    {
        (parser, header) = (null!, null!);
        foreach (var separator in choice)
        {
            var candidate = new CsvParser(text, separator);
            if (text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) candidate.SkipLine();
            for (var i = 0; i < TableHeader.RowsMax && candidate.Next(); i++)
            {
                if (TableHeader.Find(candidate.Cells, options.Mapping) is not { } found) continue;
                if (header is null || found.Columns.Length > header.Columns.Length) (parser, header) = (candidate, found);
                break;
            }
        }
        return header is not null;
    }

    private void Ragged(CsvParser parser, TableHeader header)
    {
        var more = parser.Cells.Count > header.Columns.Length;
        Report("TRC-016", parser.Line, string.Create(CultureInfo.InvariantCulture,
            $"the row has {parser.Cells.Count} cells, the header {header.Columns.Length}; hint: a separator or quote in a text may not be quoted"));
        if (more) log.Lose("cells behind the last column", new SourcePlace(file.Path, parser.Line));
    }

    private static bool IsBlank(List<string> cells) => cells.Count == 1 && cells[0].AsSpan().IsWhiteSpace();

    private static void Unguard(List<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (cells[i].StartsWith('\'')) cells[i] = cells[i][1..];
        }
    }

    private void Report(string code, int line, string message) => log.Add(code, new SourcePlace(file.Path, line), message);
}
