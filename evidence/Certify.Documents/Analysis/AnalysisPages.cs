using System.Text;
using System.Text.RegularExpressions;
using Certify.Documents.Html;
using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Analysis;

/// <summary>The pages of an analysis: compliance, findings, deviations, integrity and the texts of the rules.</summary>
// @llr CFY-LLR-285
internal sealed partial class AnalysisPages
{
    private static readonly (string File, string Name)[] s_pages =
    [
        ("index.html", "Compliance"), ("findings.html", "Findings"), ("deviations.html", "Deviations"),
        ("integrity.html", "Integrity"), ("rules.html", "Rules"),
    ];

    private readonly AnalysisFacts _facts;
    private readonly ComplianceFacts _compliance;
    private readonly HashSet<string> _withPage;

    private AnalysisPages(AnalysisFacts facts, ComplianceFacts compliance, IEnumerable<string> withPage)
    {
        _facts = facts;
        _compliance = compliance;
        _withPage = new HashSet<string>(withPage, StringComparer.Ordinal);
    }

    /// <summary>Every page, in ordinal order of name.</summary>
    public static IReadOnlyList<(string Path, byte[] Bytes)> Write(
        AnalysisFacts facts, ComplianceFacts compliance, IReadOnlyList<(string Id, string Html)> rulePages)
    {
        var pages = new AnalysisPages(facts, compliance, rulePages.Select(page => page.Id));
        return
        [
            pages.Page("deviations.html", "Deviations report", pages.Blocks(builder => DeviationSection.Write(builder, facts))),
            pages.Page("findings.html", "Findings", pages.Findings()),
            pages.Page("index.html", "Guideline compliance", pages.Verdict() + pages.Blocks(builder => ComplianceSection.Write(builder, compliance))),
            pages.Page("integrity.html", "Analysis integrity report", pages.Blocks(builder =>
            {
                IntegritySection.WhatRan(builder, facts);
                IntegritySection.Assumptions(builder);
                IntegritySection.Limits(builder, compliance);
                IntegritySection.Sources(builder, facts);
            })),
            pages.Page("rules.html", "The rules", Rules(rulePages)),
        ];
    }

    private string Verdict()
    {
        var violations = _facts.Count(FindingVerdict.Violation);
        var (tone, word, text) = _compliance.Failures.Count > 0
            ? (" bad", "The analysis does not count.", "The reasons are listed below.")
            : violations > 0
                ? (" bad", $"{Say.Count(violations, "finding")} that {(violations == 1 ? "fails" : "fail")} the check.", "No record covers them.")
                : ("", "Nothing found that fails the check.", "That is no approval, and no statement about what the rules cannot see.");
        (string Label, int Count, string Href)[] figures =
        [
            ("violations", violations, "findings.html#verdict=violation"),
            ("suggestions", _facts.Count(FindingVerdict.Advisory), "findings.html#verdict=suggestion"),
            ("deviated", _facts.Count(FindingVerdict.Deviated), "findings.html#verdict=deviated"),
            ("checked at run time", _facts.Count(FindingVerdict.CheckedAtRunTime), "findings.html#verdict=checked at run time"),
        ];
        var levels = AnalysisWords.Levels.Select(level => $"{Say.Count(_compliance.Count(level))} {AnalysisWords.Of(level)}");
        return $"<div class=\"verdict{tone}\"><p><strong>{word}</strong> {text}</p>\n<p>Of {Say.Count(_compliance.Guidelines.Count, "rule")}: {string.Join(", ", levels)}.</p></div>\n"
            + $"<div class=\"figures\">{string.Concat(figures.Select(f => $"<a href=\"{f.Href.Replace(" ", "%20", StringComparison.Ordinal)}\"><b>{Say.Count(f.Count)}</b> {f.Label}</a>"))}</div>\n";
    }

    private string Findings()
    {
        var table = new Table(
            "All findings", [new("Rule", 9), new("Verdict", 12), new("File", 22), new("Line", 7), new("Message", 40), new("Record or check", 10)],
            [.. FindingSection.Ordered(_facts).Select(IReadOnlyList<Cell> (f) =>
            [
                f.RuleId, Cell.Of(AnalysisWords.Of(f.Verdict), AnalysisWords.ToneOf(f.Verdict)), Cell.Code(f.Place.Path),
                f.Place.Line == 0 ? "-" : f.Place.Column == 0 ? Say.Count(f.Place.Line) : $"{Say.Count(f.Place.Line)}:{Say.Count(f.Place.Column)}",
                f.Suppressed ? f.Message + " (suppressed in the source, which counts for nothing)" : f.Message,
                f.DeviationId ?? f.Check ?? "-",
            ])]);
        return table.Rows.Count == 0 ? "<p>The receipt holds no finding of any kind.</p>\n" : TableText(table);
    }

    private static string Rules(IReadOnlyList<(string Id, string Html)> rulePages) => rulePages.Count == 0
        ? "<p>No page of a rule was at hand.</p>\n"
        : $"<p class=\"ids\">{string.Join(' ', rulePages.Select(page => $"<a href=\"#{page.Id}\">{page.Id}</a>"))}</p>\n"
            + string.Concat(rulePages.Select(page => $"<section class=\"rule\" id=\"{page.Id}\">\n{page.Html}</section>\n"));

    private string Blocks(Action<DocumentBuilder> write)
    {
        var builder = new DocumentBuilder();
        write(builder);
        return string.Concat(builder.Blocks.Select(block => HtmlBlocks.Of(block, TableText)));
    }

    /// <summary>A table with a caption; the script of the page adds its filters where there are many rows.</summary>
    private string TableText(Table table)
    {
        var total = table.Columns.Sum(column => column.Weight);
        var text = new StringBuilder($"<div class=\"wide\"><table class=\"set filtered\">\n<caption>{HtmlText.Escape(table.Caption)}</caption>\n<colgroup>");
        foreach (var column in table.Columns) text.Append($"<col style=\"width: {Say.Count(column.Weight * 100 / total)}%\" />");
        text.Append("</colgroup>\n").Append(HtmlBlocks.Headings(table.Columns.Select(column => column.Heading))).Append("<tbody>\n");
        foreach (var row in table.Rows) text.Append($"<tr>{string.Concat(row.Select(CellText))}</tr>\n");
        return text.Append("</tbody>\n</table></div>\n").ToString();
    }

    private string CellText(Cell cell) => RuleId().IsMatch(cell.Flat) && _withPage.Contains(cell.Flat)
        ? $"<td{HtmlBlocks.Tone(cell)}><a class=\"nb\" href=\"rules.html#{cell.Flat}\">{cell.Flat}</a></td>"
        : HtmlBlocks.CellText(cell);

    private (string Path, byte[] Bytes) Page(string file, string title, string body)
    {
        var draft = _facts.Header.Dirty ? "<div class=\"mark draft\" role=\"status\"><strong>DRAFT</strong> made from a work tree that differs from the revision named</div>\n" : "";
        var failed = _compliance.Failures.Count > 0 || _facts.Violations.Any()
            ? "<div class=\"mark failed\" role=\"status\"><strong>FAILED</strong> the check has findings, or does not count</div>\n" : "";
        var links = string.Join(' ', s_pages.Select(other => other.File == file
            ? $"<span aria-current=\"page\">{other.Name}</span>" : $"<a href=\"{other.File}\">{other.Name}</a>"));
        var page = $"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>{title} - rules of the safe subset</title>\n"
            + $"<style>\n{HtmlStyle.Css}{AnalysisPageParts.Css}</style>\n</head>\n<body>\n{failed}{draft}<header>\n<p class=\"product\">Rules of the safe subset of C#: {HtmlText.Escape(AnalysisReport.Project(_facts) ?? _facts.Header.CommandLine)}</p>\n<h1>{title}</h1>\n<nav>{links}</nav>\n</header>\n<main>\n{body}</main>\n"
            + $"<footer>\n<dl>{string.Concat(AnalysisReport.Identity(_facts).Select(field => $"<dt>{HtmlText.Escape(field.Label)}</dt><dd>{HtmlBlocks.Runs(field.Value)}</dd>"))}</dl>\n</footer>\n<script>\n{AnalysisPageParts.Script}</script>\n</body>\n</html>\n";
        return (file, Encoding.UTF8.GetBytes(page));
    }

    [GeneratedRegex("^CFY[0-9]{4}$")]
    private static partial Regex RuleId();
}
