using System.Text;
using Certify.Coverage.Obligations;
using Certify.Coverage.Recording;
using Certify.Facts;

namespace Certify.Coverage.Reports;

/// <summary>What the pages are made of.</summary>
/// <param name="Name">Name of the project.</param>
/// <param name="Facts">coverage.json.</param>
/// <param name="Notes">What goes beside it.</param>
/// <param name="Map">Obligations of the same build.</param>
/// <param name="Sources">Original text by repository-relative path.</param>
/// <param name="Tests">Tests by id.</param>
public sealed record CoverageReportInput(
    string Name,
    CoverageFacts Facts,
    CoverageNotes Notes,
    ObligationMap Map,
    IReadOnlyDictionary<string, string> Sources,
    IReadOnlyDictionary<string, TestLabel> Tests);

/// <summary>A test as people know it.</summary>
/// <param name="Title">What it claims.</param>
/// <param name="Requirements">Ids it verifies.</param>
public sealed record TestLabel(string Title, IReadOnlyList<string> Requirements);

/// <summary>One page or style sheet; the caller stores it.</summary>
/// <param name="Path">Relative path with '/'.</param>
/// <param name="Bytes">UTF-8.</param>
public sealed record ReportFile(string Path, byte[] Bytes);

/// <summary>
/// The coverage pages: static HTML without outside resources; equal facts give equal bytes. Start at index.html.
/// </summary>
public static class CoverageReport
{
    /// <summary>Gives every file of the report, in ordinal order of path.</summary>
    public static IReadOnlyList<ReportFile> Write(CoverageReportInput input)
    {
        var files = new List<ReportFile>
        {
            File("coverage.css", ReportStyle.Css),
            File("index.html", IndexPage.Write(input)),
            File("tests.html", TestPage.Write(input)),
            File("apart.html", ApartPage.Write(input)),
        };
        foreach (var file in CoverageSummary.ByFile(input.Facts))
        {
            files.Add(File(PathOf(file.Name), SourcePage.Write(input, file)));
        }
        return [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>Where the page of a source file is.</summary>
    public static string PathOf(string source) => "files/" + source + ".html";

    /// <summary>The anchor of an obligation on the page of its file.</summary>
    internal static string AnchorOf(SourcePlace place) => FormattableString.Invariant($"L{place.Line}");

    private static ReportFile File(string path, string text) => new(path, Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
}
