using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Writers;

/// <summary>Software design description: components, memory, static data, budgets, low-level requirements.</summary>
internal static class SddWriter
{
    private const int DataShown = 30;

    public static Document Create(FactIndex facts)
    {
        var builder = Frame.Begin(facts,
            "This document describes the design: the components and what each is for, where code and data lie in memory, the static budgets, and the low-level requirements from which the code is written.");
        builder.Heading(1, "Software architecture").Heading(2, "What the software does");
        builder.Prose(facts.Inputs.Project.Description);
        Components(builder, facts);
        builder.Heading(2, "Data and control flow");
        builder.Text("No fact file records data flow or control flow between components; their description and its review are for a person.");

        Memory(builder, facts.Inputs.Image);
        StaticData(builder, facts.Inputs.Image);
        Budgets(builder, facts.Inputs.Project);

        builder.Heading(1, "Low-level requirements");
        RequirementSection.Summary(builder, facts, Tier.Llr);
        RequirementSection.Write(builder, facts, Tier.Llr, "No low-level requirement was recorded.");
        builder.Heading(1, "Derived low-level requirements");
        RequirementSection.Derived(builder, facts, Tier.Llr);
        return new Document(
            Frame.Identity(facts, "SDD", "Software Design Description", "11.10 (design description)"),
            false, builder.Blocks);
    }

    private static void Components(DocumentBuilder builder, FactIndex facts)
    {
        var image = facts.Inputs.Image;
        builder.Heading(2, "Components as described");
        builder.Table("Components", "No component was described.",
            [new("Component", 20), new("Description", 60), new("HLR", 10), new("LLR", 10)],
            facts.Inputs.Project.Components.Select(IReadOnlyList<Cell> (c) =>
            [
                c.Name, c.Text,
                Say.Count(facts.OfTier(Tier.Hlr).Count(r => r.Component == c.Name)),
                Say.Count(facts.OfTier(Tier.Llr).Count(r => r.Component == c.Name)),
            ]));
        builder.Heading(2, "Components in the image");
        builder.Table("What each component puts into the image", "No image was recorded.",
            [new("Component", 40), new("Functions", 20), new("Code, bytes", 20), new("Data, bytes", 20)],
            (image?.Components ?? []).Select(IReadOnlyList<Cell> (c) =>
                [c.Name, Say.Count(c.Functions), Say.Count(c.CodeBytes), Say.Count(c.DataBytes)]));
    }

    private static void Memory(DocumentBuilder builder, ImageFacts? image)
    {
        builder.Heading(1, "Memory map");
        if (image is not null)
            builder.Text($"The image {image.Elf.Path} loads {Say.Count(image.LoadedBytes, "byte")} in {Say.Count(image.Segments.Count, "segment")}.");
        builder.Table("Loaded segments", "No segment was recorded.",
            [new("Segment", 26), new("Address", 18), new("Bytes", 16), new("Permissions", 20), new("Privilege", 20)],
            (image?.Segments ?? []).OrderBy(s => s.Address).ThenBy(s => s.Name, StringComparer.Ordinal)
                .Select(IReadOnlyList<Cell> (s) =>
                    [s.Name, Cell.Code(Say.Address(s.Address)), Say.Count(s.Bytes), Cell.Code(s.Permissions), s.Privilege]));
        builder.Text(image?.Boot is { } boot
            ? $"From the entry point to the first C# statement the guest runs {Say.Count(boot.InstructionsToFirstStatement, "instruction")}. The smallest guest memory in which the image ran to its end was {Say.Count(boot.MemoryMiB)} MiB."
            : "No boot figure was recorded.");
    }

    private static void StaticData(DocumentBuilder builder, ImageFacts? image)
    {
        builder.Heading(1, "Static data").Heading(2, "Initialisation");
        if (image is null)
        {
            builder.Text("No image was recorded.");
            return;
        }
        builder.Text($"{Say.Count(image.Statics.Preinitialised.Count, "type")} with initialised static data had all of it fixed at compile time; {Say.Count(image.Statics.NotPreinitialised.Count, "type")} did not. Static data without an initial value starts as zero and needs no code to do so.");
        builder.Table("Types with initialised static data", "No type gives its static data an initial value.",
            [new("Type", 70), new("Fixed at compile time", 30)],
            image.Statics.NotPreinitialised.Order(StringComparer.Ordinal).Select(IReadOnlyList<Cell> (t) => [t, Cell.Of("no", Tone.Bad)])
                .Concat(image.Statics.Preinitialised.Order(StringComparer.Ordinal).Select(IReadOnlyList<Cell> (t) => [t, "yes"])));

        builder.Heading(2, "Data in the image");
        SymbolFact[] data = [.. image.Symbols.Where(s => !s.IsCode).OrderByDescending(s => s.Bytes).ThenBy(s => s.Address).ThenBy(s => s.Name, StringComparer.Ordinal)];
        if (data.Length > DataShown)
            builder.Text($"The image holds {Say.Count(data.Length)} data symbols; the {Say.Count(DataShown)} largest are shown, all are in image.json.");
        builder.Table("Data symbols by size", "No data symbol was recorded.",
            [new("Symbol", 50), new("Component", 18), new("Address", 16), new("Bytes", 16)],
            data.Take(DataShown).Select(IReadOnlyList<Cell> (s) =>
                [s.Name, s.Component, Cell.Code(Say.Address(s.Address)), Say.Count(s.Bytes)]));
    }

    private static void Budgets(DocumentBuilder builder, ProjectFacts project)
    {
        builder.Heading(1, "Budgets");
        builder.Table("Static budgets", "No budget was recorded.",
            [new("Budget", 24), new("Limit", 12), new("Actual", 12), new("Unit", 12), new("State", 12), new("Reason", 28)],
            project.Budgets.Select(IReadOnlyList<Cell> (b) =>
            [
                b.Name, Say.Count(b.Limit),
                b.Actual is { } actual ? Say.Count(actual) : "not measured",
                b.Unit,
                b.Actual is null ? Cell.Of("open", Tone.Waiting)
                    : b.Actual <= b.Limit ? Cell.Of("within", Tone.Good) : Cell.Of("exceeded", Tone.Bad),
                b.Reason,
            ]));
    }
}
