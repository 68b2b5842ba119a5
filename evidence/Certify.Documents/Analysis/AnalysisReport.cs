using System.Text;
using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Analysis;

/// <summary>The three reports about an analysis: guideline compliance, deviations, integrity. One set of sections, several forms.</summary>
// @llr CFY-LLR-285
public static class AnalysisReport
{
    /// <summary>The reports in Markdown.</summary>
    /// <returns>File name and content.</returns>
    public static IReadOnlyList<(string Path, byte[] Bytes)> Markdown(AnalysisFacts facts, ComplianceFacts compliance) =>
        [.. Reports(facts, compliance).Select(report => (report.File + ".md", Encoding.UTF8.GetBytes(MarkdownWriter.Write(report.Title, report.Blocks))))];

    /// <summary>The reports as pages that need nothing but themselves.</summary>
    /// <param name="facts">What the rules found.</param>
    /// <param name="compliance">The compliance with every rule.</param>
    /// <param name="rulePages">Rule id and the rule's page as HTML that the caller trusts.</param>
    /// <returns>File name and content; index.html is the first page.</returns>
    public static IReadOnlyList<(string Path, byte[] Bytes)> Html(
        AnalysisFacts facts, ComplianceFacts compliance, IReadOnlyList<(string Id, string Html)> rulePages) =>
        AnalysisPages.Write(facts, compliance, rulePages);

    /// <summary>The reports before they take a form.</summary>
    internal static IReadOnlyList<(string File, string Title, IReadOnlyList<Block> Blocks)> Reports(AnalysisFacts facts, ComplianceFacts compliance)
    {
        var summary = Begin(facts);
        ComplianceSection.Write(summary, compliance);
        FindingSection.Write(summary, facts);
        FindingSection.RunTimeChecks(summary, facts);
        var deviations = Begin(facts);
        DeviationSection.Write(deviations, facts);
        var integrity = Begin(facts);
        foreach (var failure in compliance.Failures) integrity.Note("The analysis does not count: " + failure);
        IntegritySection.WhatRan(integrity, facts);
        IntegritySection.Assumptions(integrity);
        IntegritySection.Limits(integrity, compliance);
        IntegritySection.Sources(integrity, facts);
        return
        [
            ("compliance-summary", "Guideline compliance summary", summary.Blocks),
            ("deviations", "Deviations report", deviations.Blocks),
            ("analysis-integrity", "Analysis integrity report", integrity.Blocks),
        ];
    }

    /// <summary>What identifies the run, in the order of the reports.</summary>
    internal static IReadOnlyList<Field> Identity(AnalysisFacts facts) =>
    [
        new("Project", Rich.Code(Project(facts) ?? "not recorded")),
        new("Tool", $"Certify {facts.Header.ToolVersion}, Certify.Analyzers {facts.AnalyzerVersion}"),
        new("Command", Rich.Code(facts.Header.CommandLine)),
        new("Revision", Rich.Code(facts.Header.Revision)),
        new("Work tree", facts.Header.Dirty ? "differs from the revision: this report is a draft" : "as the revision"),
        new("Approval", "none: a program wrote this report, and no tool used here is qualified"),
    ];

    /// <summary>The project file among the inputs, or null where none is.</summary>
    internal static string? Project(AnalysisFacts facts) =>
        facts.Header.Inputs.FirstOrDefault(input => input.Path.EndsWith(".csproj", StringComparison.Ordinal))?.Path;

    private static DocumentBuilder Begin(AnalysisFacts facts) => new DocumentBuilder().Add(new FieldList(Identity(facts)));
}
