using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Writers;

/// <summary>Software configuration index: what the product is made of.</summary>
internal static class SciWriter
{
    public static Document Create(FactIndex facts)
    {
        var inputs = facts.Inputs;
        var builder = Frame.Begin(facts,
            "This document identifies the configuration: the executable object code, every file it was made from with its digest, and how to build it again.");
        builder.Heading(1, "Product");
        builder.Fields(
            new("Product", inputs.Project.Name),
            new("Part number", inputs.Project.PartNumber ?? "not recorded"),
            new("Revision", Rich.Code(inputs.Project.Header.Revision)),
            new("Work tree", inputs.Project.Header.Dirty ? "differed from the revision" : "equal to the revision"));

        builder.Heading(1, "Executable object code");
        if (inputs.Image is { } image)
        {
            builder.Fields(
                new("File", Rich.Code(image.Elf.Path)),
                new("SHA-256", Rich.Code(image.Elf.Sha256)),
                new("Loaded size", Say.Count(image.LoadedBytes, "byte")));
            builder.Text("No parameter data item file was recorded.");
        }
        else builder.Text("No image was recorded.");

        Build(builder, inputs);
        Items(builder, inputs);
        Documents(builder, inputs);
        builder.Heading(1, "Problem reports");
        SvrWriter.ProblemTable(builder, inputs.Project);
        builder.Heading(1, "Baseline, archive and release");
        builder.Text("Whether this configuration is a baseline, where it is archived and who released it are for people to record.");
        builder.Fields(new("Baseline", "________________________"), new("Archived at", "________________________"), new("Released by", "________________________ (not released)"));
        return new Document(
            Frame.Identity(facts, "SCI", "Software Configuration Index", "11.16 (software configuration index)"), false, builder.Blocks);
    }

    private static void Build(DocumentBuilder builder, DocumentInputs inputs)
    {
        builder.Heading(1, "Build instructions");
        builder.Text($"With the tools of {Frame.Id(inputs, "SECI")} installed, take the source tree at revision {inputs.Project.Header.Revision} and run, in the folder of {Settings(inputs)}, the command \"certify build\" for the image alone, or \"certify package\" for all stages and this package. In a source tree that holds the toolkit, the script certify at its root is that command. The stages, each of which can be run by itself, were:");
        string[] commands = [.. Frame.FactFiles(inputs).Select(f => f.Header?.CommandLine ?? "").Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)];
        if (commands.Length == 0) builder.Text("No command line was recorded.");
        else builder.Code(string.Join('\n', commands));
        if (inputs.Image is not null) builder.Text("The image is rebuilt rightly when its SHA-256 is the one above.");
    }

    private static string Settings(DocumentInputs inputs) =>
        inputs.Project.Header.Inputs.Select(i => i.Path).FirstOrDefault(p => p.EndsWith("certify.yaml", StringComparison.Ordinal)) ?? "the project";

    private static void Items(DocumentBuilder builder, DocumentInputs inputs)
    {
        var items = Consistency.Items(inputs).ToArray();
        builder.Heading(1, "Configuration items");
        builder.Text($"{Say.Count(items.Length, "input file")}, each with the fact files it went into.");
        builder.Table("Input files", "No input file was recorded.",
            [new("Path", 40), new("SHA-256", 38), new("Went into", 22)],
            items.Select(IReadOnlyList<Cell> (item) =>
            [
                item.Path,
                new Cell([.. item.Digests.Select(Rich.Code)], item.Digests.Count > 1 ? Tone.Bad : Tone.None),
                string.Join(", ", item.Files),
            ]));
    }

    private static void Documents(DocumentBuilder builder, DocumentInputs inputs)
    {
        builder.Heading(1, "Life-cycle data of this package");
        builder.Text("The digest of each file of the package is in the package manifest, which is written after the documents.");
        builder.Table("Documents", "No document was written.",
            [new("Document", 24), new("Title", 46), new("Serves section", 30)],
            DocumentList.All.Select(IReadOnlyList<Cell> (d) => [Frame.Id(inputs, d.Suffix), d.Title, d.Section]));
        builder.Text("Plans, standards, configuration management records and quality assurance records are not written by this tool and are not part of the package.");
    }
}
