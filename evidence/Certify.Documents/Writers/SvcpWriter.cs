using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Writers;

/// <summary>Software verification cases and procedures.</summary>
internal static class SvcpWriter
{
    public static Document Create(FactIndex facts)
    {
        var builder = Frame.Begin(facts,
            "This document lists the test cases with the requirements each verifies, and the procedures by which they are run. Expected results are the properties that the cases state; their text is the source named with each case.");
        Environment(builder, facts);
        Procedures(builder, facts);
        Cases(builder, facts);
        Methods(builder, facts);
        return new Document(
            Frame.Identity(facts, "SVCP", "Software Verification Cases and Procedures", "11.13 (software verification cases and procedures)"),
            false, builder.Blocks);
    }

    private static void Environment(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(1, "Verification environment");
        builder.Text("The target is simulated: the image runs in QEMU, not on flight hardware. What holds there is no evidence about another machine's timing or peripherals.");
        builder.Table("Tools used to build and run the tests", "No tool was recorded.",
            [new("Tool", 24), new("Version", 20), new("Purpose", 56)],
            (facts.Inputs.Image?.Tools ?? []).OrderBy(t => t.Name, StringComparer.Ordinal)
                .Select(IReadOnlyList<Cell> (t) => [t.Name, t.Version, t.Purpose]));
        builder.Text(facts.Inputs.Tests is { } tests
            ? $"Hash of the port and state layouts agreed on by host and image: {tests.LayoutHash}."
            : "No layout hash was recorded: no test run left results.");
    }

    private static void Procedures(DocumentBuilder builder, FactIndex facts)
    {
        var header = facts.Inputs.Tests?.Header;
        builder.Heading(1, "Procedures").Heading(2, "How to run");
        if (header is null)
            builder.Text("No test run was recorded, so no command can be given.");
        else
            builder.Text($"From the root of the source tree at revision {header.Revision}:").Code(header.CommandLine)
                .Text($"Seed of the run: {Say.Seed(header.Seed)}. The same seed gives the same cases. A failed case prints the command that repeats it.");
        builder.Heading(2, "Sides");
        builder.Text("A case is a sequence of input frames and a property over the output frames. It is run on these sides:");
        builder.Bullets([
            "host: the sequence goes through the host assembly on .NET. A host result never stands in for a target result.",
            "target: the sequence goes through the ports of the flight image in QEMU, and the property judges what the image answered.",
            "differential: the sequence goes through both, and the outputs are compared bit for bit.",
        ]);
        builder.Heading(2, "Verdicts");
        builder.Text("A case passes only when every sequence held. A violated property, a panic, a hang, a triple fault, a simulator that ended by itself, and a run of zero sequences are each a verdict of their own and none is a pass.");
    }

    private static void Cases(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(1, "Test cases");
        builder.Text($"{Say.Count(facts.Tests.Count, "test case")}: {Say.Count(facts.Tests.Count(t => t.Kind == TestKind.NormalRange))} normal range, {Say.Count(facts.Tests.Count(t => t.Kind == TestKind.Robustness))} robustness.");
        if (facts.Tests.Count == 0) builder.Text("No test case was recorded.");
        foreach (var group in facts.Tests.GroupBy(test => TestName.Group(test.Id), StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            builder.Heading(2, group.Key);
            foreach (var test in group) Case(builder, facts, test);
        }
    }

    private static void Case(DocumentBuilder builder, FactIndex facts, TestFact test)
    {
        builder.Heading(3, test.Title);
        builder.Fields(
            new("Id", Rich.Id(test.Id)),
            new("Kind", Say.Of(test.Kind)),
            new("Verifies", Say.List(test.Requirements.Select(id => Verified(facts, id)), "no requirement recorded")),
            new("Written in", Rich.Code(test.Place.ToString())),
            new("Run as", Run(facts, test.Id)));
    }

    private static string Verified(FactIndex facts, string id) =>
        facts.Requirement(id) is { } requirement ? $"{id} ({requirement.Title})" : $"{id} (no such requirement)";

    private static string Run(FactIndex facts, string test)
    {
        var runs = string.Join('\n', facts.ResultsOf(test).Select(r =>
            $"{Say.Of(r.Side)}: {Say.Count(r.Cases, "sequence")}, {Say.Count(r.Frames, "frame")}, seed {Say.Seed(r.Seed)}"));
        return runs.Length == 0 ? "no run recorded" : runs;
    }

    private static void Methods(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(1, "Requirements and their cases").Heading(2, "Verified by test");
        RequirementFact[] verified = [.. facts.Requirements.Where(r => r.Tier != Tier.System)];
        builder.Table("Requirements verified by test", "No requirement is to be verified by test.",
            [new("Requirement", 18), new("Title", 34), new("Normal range", 24), new("Robustness", 24)],
            verified.Where(r => r.Verification == VerificationMethod.Test).Select(IReadOnlyList<Cell> (r) =>
                [r.Id, r.Title, facts.TestsOf(r.Id).Any() ? Titles(facts, r, TestKind.NormalRange) : Cell.Of("no test case", Tone.Bad), Titles(facts, r, TestKind.Robustness)]));
        builder.Heading(2, "Verified otherwise");
        builder.Text("Analyses and reviews are made by people. No record of one is part of the facts.");
        builder.Table("Requirements verified by analysis or review", verified.Length == 0 ? "No high-level or low-level requirement was recorded." : "Every requirement is to be verified by test.",
            [new("Requirement", 20), new("Title", 50), new("Method", 15), new("Record", 15)],
            verified.Where(r => r.Verification != VerificationMethod.Test).Select(IReadOnlyList<Cell> (r) =>
                [r.Id, r.Title, Say.Of(r.Verification), Cell.Of("open", Tone.Waiting)]));
    }

    private static Cell Titles(FactIndex facts, RequirementFact requirement, TestKind kind) =>
        Cell.Lines(facts.TestsOf(requirement.Id).Where(t => t.Kind == kind).Select(t => t.Title));
}
