using Certify.Documents.Excel;
using Certify.Documents.Html;
using Certify.Documents.Model;
using Certify.Documents.Word;
using Certify.Documents.Writers;

namespace Certify.Documents;

/// <summary>All documents and pages of a package, from facts alone.</summary>
// @llr CFY-LLR-050
public static class DocumentSet
{
    /// <summary>
    /// Writes every document. Equal inputs give equal bytes, whatever the clock, culture, time zone or folder.
    /// </summary>
    /// <returns>Path from the package's root ('/' separators) and content, in ordinal order of path.</returns>
    public static IReadOnlyList<(string Path, byte[] Bytes)> Write(DocumentInputs inputs)
    {
        var facts = new FactIndex(inputs);
        List<(string Path, byte[] Bytes)> files =
        [
            .. Documents(facts).Select(document => (DocumentPath(document), WordWriter.Write(document))),
            .. Workbooks(facts).Select(book => ($"documents/{book.Identity.Id}.xlsx", ExcelWriter.Write(book))),
            IndexPage.Create(facts),
            BoardPages.Objectives(facts),
            BoardPages.Todo(facts),
            BoardPages.LimitsPage(facts),
            ResultsPage.Create(facts),
            .. inputs.Machine is { } machine ? new[] { MachinePage.Create(facts, machine) } : [],
        ];
        return [.. files.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    /// <summary>The documents before they take a file format.</summary>
    internal static IReadOnlyList<Document> Documents(FactIndex facts) =>
    [
        SasWriter.Create(facts), SrdWriter.Create(facts), SddWriter.Create(facts), SvcpWriter.Create(facts),
        SvrWriter.Create(facts), SeciWriter.Create(facts), SciWriter.Create(facts), TraceDocument.Create(facts),
    ];

    /// <summary>The workbooks before they take a file format.</summary>
    internal static IReadOnlyList<Workbook> Workbooks(FactIndex facts) =>
        [TraceMatrices.Workbook(facts), ObjectiveTable.Workbook(facts)];

    private static string DocumentPath(Document document) => $"documents/{document.Identity.Id}.docx";
}
