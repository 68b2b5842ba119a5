namespace Certify.Documents.Writers;

/// <summary>A document of the package.</summary>
/// <param name="Suffix">End of the id.</param>
/// <param name="Title">Title.</param>
/// <param name="Section">Section of the standard.</param>
/// <param name="Files">Endings of its files.</param>
/// <param name="Text">What a reader finds in it.</param>
internal sealed record ListedDocument(string Suffix, string Title, string Section, string[] Files, string Text);

/// <summary>The documents of every package, in reading order.</summary>
internal static class DocumentList
{
    public static IReadOnlyList<ListedDocument> All { get; } =
    [
        new("SAS", "Software Accomplishment Summary", "11.20", [".docx"], "Draft summary: objectives by status, open items, what waits for a person."),
        new("SRD", "Software Requirements Data", "11.9", [".docx"], "System and high-level requirements, derived ones with reasons."),
        new("SDD", "Software Design Description", "11.10", [".docx"], "Components, memory map, static data, budgets, low-level requirements."),
        new("SVCP", "Software Verification Cases and Procedures", "11.13", [".docx"], "Test cases with the requirements they verify, and how to run them."),
        new("SVR", "Software Verification Results", "11.14", [".docx"], "Results on host and target, coverage, justifications, rules, audit, problem reports."),
        new("SECI", "Software Life Cycle Environment Configuration Index", "11.15", [".docx"], "Tools, versions, digests, qualification state."),
        new("SCI", "Software Configuration Index", "11.16", [".docx"], "The image, every input file with its digest, build instructions."),
        new("TRACE", "Trace Data", "11.21", [".docx", ".xlsx"], "Trace matrices in both directions."),
        new("OBJ", "Objectives Board", "Annex A", [".xlsx"], "Every objective at the level with status, reason and evidence."),
    ];

    /// <summary>Path of a document's file in the package.</summary>
    public static string Path(DocumentInputs inputs, string suffix, string ending) =>
        $"documents/{Frame.Id(inputs, suffix)}{ending}";
}
