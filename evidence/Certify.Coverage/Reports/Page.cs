using System.Globalization;
using System.Net;
using System.Text;
using Certify.Coverage.Recording;
using Certify.Facts;

namespace Certify.Coverage.Reports;

/// <summary>Builds one page. Text goes through <see cref="Text"/>, markup through <see cref="Raw"/>.</summary>
internal sealed class Page
{
    private readonly StringBuilder _html = new();

    /// <summary>Starts a page.</summary>
    /// <param name="input">The report.</param>
    /// <param name="title">What the page is about.</param>
    /// <param name="path">Its path in the report, for links back.</param>
    public Page(CoverageReportInput input, string title, string path)
    {
        Up = string.Concat(Enumerable.Repeat("../", path.Count(c => c == '/')));
        var header = input.Facts.Header;
        Raw($"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Encode(title)} - coverage of {Encode(input.Name)}</title>
            <link rel="stylesheet" href="{Up}coverage.css">
            </head>
            <body>
            <header>
            <nav><a href="{Up}index.html">{Encode(input.Name)}</a><a href="{Up}index.html#components">Components</a><a href="{Up}index.html#files">Files</a><a href="{Up}tests.html">Tests</a><a href="{Up}apart.html">What is not counted</a></nav>
            <h1>{Encode(title)}</h1>
            <p class="context">{Encode(input.Facts.Source)} coverage, MC/DC variant: {Encode(input.Facts.Criterion)}; revision {Encode(header.Revision)}</p>
            {(header.Dirty ? "<p class=\"draft\">DRAFT: the work tree differed from the revision</p>" : "")}
            </header>
            <main>

            """);
    }

    /// <summary>"../" as often as it takes to the report's root.</summary>
    public string Up { get; }

    public static string Encode(string text) => WebUtility.HtmlEncode(text);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    public Page Raw(string html)
    {
        _html.Append(html);
        return this;
    }

    public Page Text(string text) => Raw(Encode(text));

    /// <summary>A link to a place in a source file.</summary>
    public Page Place(SourcePlace place, string? shown = null) =>
        Raw($"<a href=\"{Up}{Encode(UrlOf(CoverageReport.PathOf(place.Path)))}#{CoverageReport.AnchorOf(place)}\">{Encode(shown ?? place.ToString())}</a>");

    /// <summary>A link to a place: file name and line, the folder small below.</summary>
    public Page PlaceInTwoLines(SourcePlace place)
    {
        var slash = place.Path.LastIndexOf('/') + 1;
        Place(place, FormattableString.Invariant($"{place.Path[slash..]}:{place.Line}:{place.Column}"));
        return Raw("<br><small>").Text(place.Path[..slash].TrimEnd('/')).Raw("</small>");
    }

    /// <summary>"n/m" with a bar: covered, justified, open.</summary>
    public Page Count(CoverageCount count)
    {
        if (count.Total == 0) return Raw("<span class=\"none\">none</span>");
        var state = count.Open > 0 ? "open" : count.Justified > 0 ? "justified" : "covered";
        Raw($"<span class=\"count {state}\">{Number(count.Covered)}/{Number(count.Total)}</span><span class=\"percent\">{Percent(count)}</span>");
        return Raw($"<span class=\"bar\"><i class=\"covered\" style=\"width:{Width(count.Covered, count.Total)}%\"></i><i class=\"justified\" style=\"width:{Width(count.Justified, count.Total)}%\"></i></span>");
    }

    public string Finish() => _html.Append("</main>\n</body>\n</html>\n").ToString();

    public static string UrlOf(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Rounded down, so that 100 % means all.</summary>
    private static string Percent(CoverageCount count) =>
        (Math.Floor(1000.0 * count.Covered / count.Total) / 10).ToString("0.#", CultureInfo.InvariantCulture) + " %";

    private static string Width(int part, int total) => (100.0 * part / total).ToString("0.##", CultureInfo.InvariantCulture);
}
