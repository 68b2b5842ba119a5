using Certify.Documents.Analysis;
using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Writers;

/// <summary>Software verification results.</summary>
internal static class SvrWriter
{
    public static Document Create(FactIndex facts)
    {
        var builder = Frame.Begin(facts,
            "This document holds the results of verification: tests on host and target, structural coverage with its gaps and justifications, the code standard, the trace audit, and the problem reports.");
        Summary(builder, facts);
        SvrTests.Write(builder, facts);
        SvrCoverage.Write(builder, facts);
        CodeStandard(builder, facts.Inputs);
        SvrMachine.Write(builder, facts.Inputs.Machine);
        Audit(builder, facts.Inputs.Trace);
        Problems(builder, facts.Inputs.Project);
        Reviews(builder, facts);
        return new Document(
            Frame.Identity(facts, "SVR", "Software Verification Results", "11.14 (software verification results)"),
            false, builder.Blocks);
    }

    private static void Summary(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(1, "Summary of results");
        builder.Table("Results at a glance", "Nothing was recorded.",
            [new("Subject", 30), new("Result", 50), new("State", 20)],
            Overview.Lines(facts).Select(IReadOnlyList<Cell> (line) => [line.Subject, line.Result, Cell.Of(line.State, line.Tone)]));
        builder.Text("\"Nothing found\" means that the check ran on the facts named above and found nothing. It is no statement about what the check does not look at.");
    }

    private static void CodeStandard(DocumentBuilder builder, DocumentInputs inputs)
    {
        builder.Heading(1, "Code standard");
        if (inputs.Analysis is not { } analysis)
        {
            builder.Text("No analysis was recorded.");
            return;
        }

        IntegritySection.WhatRan(builder, analysis);
        if (inputs.Compliance is { } compliance) ComplianceSection.Write(builder, compliance);
        else builder.Text("No compliance summary was recorded.");
        FindingSection.Write(builder, analysis);
        DeviationSection.Write(builder, analysis);
        FindingSection.RunTimeChecks(builder, analysis);
        IntegritySection.Assumptions(builder);
        if (inputs.Compliance is { } known) IntegritySection.Limits(builder, known);
    }

    private static void Audit(DocumentBuilder builder, TraceFacts trace)
    {
        builder.Heading(1, "Trace audit");
        builder.Text($"The audit read {Say.Count(trace.Requirements.Count, "requirement")}, {Say.Count(trace.Code.Count, "code symbol")} and {Say.Count(trace.Tests.Count, "test case")} for level {trace.Level}.");
        builder.Table("Audit findings", trace.Requirements.Count == 0 ? "No requirement was recorded, so there was nothing to audit." : "The audit found nothing.",
            [new("Code", 11), new("Severity", 11), new("Subject", 24), new("Message", 34), new("Place", 20)],
            AuditOrder(trace).Select(IReadOnlyList<Cell> (f) =>
            [
                f.Code,
                f.Severity == FindingSeverity.Error ? Cell.Of("error", Tone.Bad) : Cell.Of("warning", Tone.Waiting),
                f.Subject, f.Message, Cell.Code(f.Place.ToString()),
            ]));
    }

    internal static IEnumerable<AuditFinding> AuditOrder(TraceFacts trace) => trace.Findings
        .OrderBy(f => f.Severity).ThenBy(f => f.Code, StringComparer.Ordinal).ThenBy(f => f.Subject, StringComparer.Ordinal)
        .ThenBy(f => f.Place.Path, StringComparer.Ordinal).ThenBy(f => f.Place.Line);

    private static void Problems(DocumentBuilder builder, ProjectFacts project)
    {
        builder.Heading(1, "Problem reports").Heading(2, "List");
        ProblemTable(builder, project);
        if (project.ProblemReports.Count > 0) builder.Heading(2, "Texts");
        foreach (var report in project.ProblemReports.OrderBy(p => p.Id, StringComparer.Ordinal))
        {
            builder.Heading(3, $"{report.Id}  {report.Title}").Prose(report.Text);
            builder.Fields(new("Status", report.Status), new("Safety impact", report.SafetyImpact), new("Written in", Rich.Code(report.Place.ToString())));
        }
    }

    internal static void ProblemTable(DocumentBuilder builder, ProjectFacts project) => builder.Table(
        "Problem reports", "No problem report was recorded.",
        [new("Id", 16), new("Title", 40), new("Status", 16), new("Safety impact", 28)],
        project.ProblemReports.OrderBy(p => p.Id, StringComparer.Ordinal).Select(IReadOnlyList<Cell> (p) =>
            [p.Id, p.Title, p.Status, p.SafetyImpact]));

    private static void Reviews(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(1, "Reviews and analyses");
        builder.Text("No review record is part of the facts. The objectives below wait for one or for another record that a person makes.");
        builder.Table("Objectives that wait for a person", facts.Board.WhenNone(ObjectiveStatus.WaitingForPerson),
            [new("Objective", 12), new("Description", 44), new("Record that closes it", 44)],
            facts.Board.With(ObjectiveStatus.WaitingForPerson).Select(IReadOnlyList<Cell> (o) =>
                [ObjectiveBoard.Name(o), o.Description, o.Closes ?? o.Reason]));
    }
}
