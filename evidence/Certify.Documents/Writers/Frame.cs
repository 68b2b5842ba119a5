using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Writers;

/// <summary>What every document starts with: its identity and the facts it was made from.</summary>
internal static class Frame
{
    private const int RevisionsShown = 15;

    /// <summary>Identity of a document of this package.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="suffix">End of the id, for example "SRD".</param>
    /// <param name="title">Title.</param>
    /// <param name="section">Section of the standard, for example "11.9 (software requirements data)".</param>
    public static Identity Identity(FactIndex facts, string suffix, string title, string section)
    {
        var (inputs, project) = (facts.Inputs, facts.Inputs.Project);
        return new Identity(
            Id(inputs, suffix), title, project.Name, project.PartNumber, project.Organisation, project.Level,
            $"RTCA DO-178C, section {section}", project.Header.Revision, project.Header.ToolVersion,
            inputs.Image?.Elf.Sha256, inputs.ManifestSha256, Marks(inputs),
            [.. project.Revisions.Take(RevisionsShown).Select(r => new RevisionRow(r.Date, r.Id, r.Author, r.Subject))],
            Math.Max(0, project.Revisions.Count - RevisionsShown));
    }

    /// <summary>Document id, "FM-SRD".</summary>
    public static string Id(DocumentInputs inputs, string suffix) => $"{Prefix(inputs)}-{suffix}";

    /// <summary>The marks on every page.</summary>
    public static IReadOnlyList<Mark> Marks(DocumentInputs inputs)
    {
        var marks = new List<Mark>();
        if (inputs.Failed) marks.Add(new Mark("FAILED", "a stage of this run reported findings"));
        if (inputs.Draft) marks.Add(new Mark("DRAFT", "made from a work tree that differs from the revision named"));
        return marks;
    }

    /// <summary>Starts a body: purpose, then the fact files it rests on and whether they fit together.</summary>
    public static DocumentBuilder Begin(FactIndex facts, string purpose)
    {
        var builder = new DocumentBuilder()
            .Heading(1, "Purpose and basis")
            .Heading(2, "Purpose")
            .Text(purpose)
            .Heading(2, "Facts this document was made from")
            .Text("This document was written by a program from the fact files below. It states what they state, beside text that people of the project wrote. Writing it is neither a review nor an approval.");
        builder.Table("Fact files", "No fact file was recorded.",
            [new("File", 18), new("Schema", 18), new("Revision", 15), new("Seed", 12), new("Inputs", 9), new("Command", 28)],
            FactFiles(facts.Inputs).Select(Row));
        var breaks = Consistency.Check(facts.Inputs);
        if (breaks.Count == 0)
            builder.Text(facts.Inputs is { Image: not null, Tests: not null } or { Image: not null, TargetCoverage: not null }
                ? "All fact files name the same revision, and those about the image name the same image."
                : "All fact files name the same revision.");
        foreach (var sentence in breaks) builder.Note(sentence);
        return builder;
    }

    /// <summary>The fact files that were handed in, and null where a stage left none.</summary>
    public static IEnumerable<(string File, FactHeader? Header)> FactFiles(DocumentInputs inputs) =>
    [
        ("project.json", inputs.Project.Header),
        ("trace.json", inputs.Trace.Header),
        ("analysis.json", inputs.Analysis?.Header),
        ("compliance.json", inputs.Compliance?.Header),
        ("image.json", inputs.Image?.Header),
        .. inputs.Machine is { } machine ? new (string, FactHeader?)[] { ("image-analysis.json", machine.Header) } : [],
        ("results.json", inputs.Tests?.Header),
        ("coverage-target.json", inputs.TargetCoverage?.Header),
        ("coverage-host.json", inputs.HostCoverage?.Header),
        ("objectives.json", inputs.Objectives.Header),
    ];

    private static IReadOnlyList<Cell> Row((string File, FactHeader? Header) entry) => entry.Header is { } header
        ? [entry.File, header.Schema, Cell.Code(SafeText.Short(header.Revision) + (header.Dirty ? " (differs)" : "")),
           Say.Seed(header.Seed), Say.Count(header.Inputs.Count), header.CommandLine]
        : [entry.File, Cell.Of("not recorded", Tone.Waiting), "", "", "", ""];

    private static string Prefix(DocumentInputs inputs)
    {
        if (inputs.Prefix is { Length: > 0 } given) return Plain(given);
        var capitals = string.Concat(inputs.Project.Name.Where(char.IsAsciiLetterUpper));
        return capitals.Length > 0 ? capitals : Plain(inputs.Project.Name.ToUpperInvariant());
    }

    // Document ids become file names.
    private static string Plain(string text)
    {
        var plain = string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
        return plain.Length == 0 ? "DOC" : plain.Length > 24 ? plain[..24] : plain;
    }
}
