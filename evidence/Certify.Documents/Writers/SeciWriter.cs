using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Writers;

/// <summary>Software life-cycle environment configuration index: the tools.</summary>
internal static class SeciWriter
{
    public static Document Create(FactIndex facts)
    {
        var inputs = facts.Inputs;
        var builder = Frame.Begin(facts,
            "This document identifies the tools that built and verified the software. None of them is qualified.");
        builder.Heading(1, "Tools that make, run and test the image");
        builder.Table("Tools with versions and digests", "No tool was recorded.",
            [new("Tool", 16), new("Version", 16), new("Purpose", 26), new("SHA-256", 28), new("Qualification", 14)],
            (inputs.Image?.Tools ?? []).OrderBy(t => t.Name, StringComparer.Ordinal).ThenBy(t => t.Version, StringComparer.Ordinal)
                .Select(IReadOnlyList<Cell> (t) =>
                [
                    t.Name, t.Version, t.Purpose,
                    t.Sha256 is { } digest ? Cell.Code(digest) : "none: more than one file",
                    Cell.Of("not qualified", Tone.Waiting),
                ]));
        builder.Text("The digest is that of the tool's main file. A tool that is more than one file is identified by its version, and Certify, which is built from sources, by their revision; keeping those files is for the project's configuration management.");
        builder.Heading(1, "Tools that check");
        var checkers = new List<IReadOnlyList<Cell>>
        {
            (Cell[])["Certify", inputs.Project.Header.ToolVersion, "drives the stages, audits traces, writes these documents", Cell.Of("not qualified", Tone.Waiting)],
        };
        if (inputs.Analysis is { } analysis)
        {
            checkers.Add((Cell[])["Certify.Analyzers", analysis.AnalyzerVersion, "code standard", Cell.Of("not qualified", Tone.Waiting)]);
            checkers.Add((Cell[])["C# compiler", analysis.CompilerVersion, "hosts the analyzers", Cell.Of("not qualified", Tone.Waiting)]);
        }
        builder.Table("Tools that check", "No tool was recorded.",
            [new("Tool", 24), new("Version", 24), new("Purpose", 34), new("Qualification", 18)], checkers);
        if (inputs.Analysis is { } ran)
        {
            builder.Table("Configurations of the analysis", "No compilation was recorded.",
                [new("Compilation", 14), new("Configuration", 16), new("Profile", 14), new("Sources", 10), new("Defines", 46)],
                ran.Compilations.Select(IReadOnlyList<Cell> (c) =>
                    [c.Name, c.Configuration.Length == 0 ? "the build's own" : c.Configuration, c.Profile, Say.Count(c.Sources.Count), Say.List(c.Defines)]));
        }

        builder.Heading(1, "Tool qualification");
        builder.Text("No qualification record is part of the facts. A tool whose output is relied upon without other verification of that output needs qualification within a project; which tools that concerns is for a person to decide and record.");
        builder.Heading(1, "Host and target environment");
        builder.Text("The target is simulated by QEMU. The computer and operating system of the run are left out of the facts on purpose, so that another machine gives the same bytes; who builds for credit records them here:");
        builder.Fields(
            new("Host computer", "________________________"), new("Operating system", "________________________"),
            new("Recorded by", "________________________"), new("Date", "____-__-__"));
        return new Document(
            Frame.Identity(facts, "SECI", "Software Life Cycle Environment Configuration Index", "11.15 (software life cycle environment configuration index)"),
            false, builder.Blocks);
    }
}
