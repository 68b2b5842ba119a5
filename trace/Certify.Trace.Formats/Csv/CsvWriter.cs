using System.Buffers;
using System.Text;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.Tables;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Csv;

/// <summary>
/// Writes CSV or TSV in UTF-8: every field of the model has its column, records end with "\r\n". A cell that a spreadsheet would take for a formula
/// (it begins with '=', '+', '-', '@', their full-width forms, a tab or a line end) or that begins with an apostrophe has an apostrophe put in
/// front; <see cref="CsvReader"/> knows the header of these files and takes it away again.
/// <para><b>Source:</b> RFC 4180; OWASP on CSV injection for the characters.</para>
/// </summary>
// @llr CFY-LLR-355
public sealed class CsvWriter : IItemWriter
{
    private static readonly SearchValues<char> s_guarded = SearchValues.Create("=+-@\t\r\n'\uFF1D\uFF0B\uFF0D\uFF20");
    private readonly char _separator;
    private readonly SearchValues<char> _quoted;

    /// <summary>A writer with commas.</summary>
    public CsvWriter() : this(',', "csv") { }

    private CsvWriter(char separator, string name)
    {
        (_separator, Name) = (separator, name);
        _quoted = SearchValues.Create([separator, '"', '\r', '\n', ',', ';', '\t']);
    }

    /// <summary>A writer with tabs.</summary>
    public static CsvWriter WithTabs { get; } = new('\t', "tsv");

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Extension => "." + Name;

    /// <inheritdoc/>
    public WriteOutcome Write(IReadOnlyList<TraceItem> items, string title)
    {
        var losses = new List<Loss>();
        var text = new StringBuilder();
        foreach (var item in items) Lose(item, losses);
        foreach (var row in new ItemColumns(items).Rows())
        {
            for (var i = 0; i < row.Count; i++)
            {
                if (i > 0) text.Append(_separator);
                Append(text, row[i]);
            }
            text.Append("\r\n");
        }
        return new WriteOutcome([InputFile.FromText(title + Extension, text.ToString())], losses);
    }

    private void Append(StringBuilder text, string cell)
    {
        var guarded = cell.Length > 0 && s_guarded.Contains(cell[0]);
        var quoted = cell.AsSpan().ContainsAny(_quoted);
        if (quoted) text.Append('"');
        if (guarded) text.Append('\'');
        if (!quoted) text.Append(cell);
        else if (cell.Contains('"', StringComparison.Ordinal)) text.Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        else text.Append(cell);
        if (quoted) text.Append('"');
    }

    private static void Lose(TraceItem item, List<Loss> losses)
    {
        ItemColumns.Lose(item, losses);
        PlainLosses.Returns(item, losses);
        PlainLosses.Surrogates(item, losses);
    }
}
