namespace Certify.Trace.Formats;

/// <summary>Every format that is read or written. One line each; order is that of the help.</summary>
// @llr CFY-LLR-350
public static class FormatList
{
    /// <summary>The readers.</summary>
    public static IReadOnlyList<IItemReader> Readers { get; } =
    [
        new Csv.CsvReader(),
        new Csv.TsvReader(),
        new Xlsx.XlsxReader(),
        new Fret.FretReader(),
        new Needs.NeedsReader(),
        new Lobster.LobsterReader(),
        new Results.JunitReader(),
        new Results.TrxReader(),
        new Results.ResultsReader(),
        new Results.CoverageReader(),
        new Markdown.MarkdownFormat(),
        new ReqIf.ReqIfReader("reqif"),
        new ReqIf.ReqIfReader("reqifz"),
        new Oft.OftReader(),
        new Reqtraq.ReqtraqReader(),
        new StrictDoc.SdocReader(),
        new Doorstop.DoorstopReader(),
        new Tags.TagReader(),
    ];

    /// <summary>The writers.</summary>
    public static IReadOnlyList<IItemWriter> Writers { get; } =
    [
        new Csv.CsvWriter(),
        Csv.CsvWriter.WithTabs,
        new Xlsx.XlsxWriter(),
        new Fret.FretWriter(),
        new Needs.NeedsWriter(),
        new Lobster.LobsterWriter(),
        new Markdown.MarkdownFormat(),
        new ReqIf.ReqIfWriter(),
        new ReqIf.ReqIfzWriter(),
        new Oft.OftWriter(),
        new Reqtraq.ReqtraqWriter(),
        new StrictDoc.SdocWriter(),
        new Doorstop.DoorstopWriter(),
    ];

    /// <summary>Finds the reader of a file by path and first bytes; null where none claims it.</summary>
    public static IItemReader? ReaderOf(string path, ReadOnlySpan<byte> head)
    {
        foreach (var reader in Readers)
        {
            if (reader.Recognises(path, head)) return reader;
        }
        return null;
    }
}
