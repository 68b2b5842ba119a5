namespace Certify.Trace.Formats;

/// <summary>Mappings of what well-known tools export, by name. A project's mapping file may start from one.</summary>
// @llr CFY-LLR-352
public static class MappingPresets
{
    private static readonly Dictionary<string, FieldMapping> s_presets = new(StringComparer.Ordinal)
    {
        ["jira"] = Of(
            [("Issue key", "id"), ("Custom field (Requirement ID)", "id"), ("Summary", "title"), ("Description", "text"), ("Custom field (Requirement Rationale)", "rationale"),
                ("Component/s", "component"), ("Components", "component"), ("Status", "status"), ("Assignee", "owner"), ("Reporter", "author"), ("Issue Type", "tier"),
                ("Parent key", "links:satisfies"), ("Outward issue link (Relates)", "links:relates"), ("Outward issue link (Blocks)", "links:blocks"),
                ("Outward issue link (Tests)", "links:verifies"), ("Outward issue link (Implements)", "links:implements"), ("Issue id", "attribute:Issue id")],
            [("System Requirement", "system"), ("High Level Requirement", "HLR"), ("Low Level Requirement", "LLR"), ("Test", "test case"), ("Test Case", "test case"), ("Bug", "problem report")]),
        ["doors"] = Of(
            [("Object Identifier", "id"), ("ID", "id"), ("Object Heading", "title"), ("Object Short Text", "title"), ("Object Text", "text"), ("Rationale", "rationale"),
                ("Object Type", "tier"), ("Verification Method", "verification"), ("Status", "status"), ("Created By", "author"), ("In-links", "-"), ("Out-links", "links:satisfies"),
                ("satisfies", "links:satisfies"), ("Object Number", "attribute:Object Number"), ("Object Level", "attribute:Object Level")],
            []),
        ["polarion"] = Of(
            [("ID", "id"), ("Title", "title"), ("Description", "text"), ("Type", "tier"), ("Status", "status"), ("Author", "author"), ("Assignee", "owner"), ("Severity", "attribute:Severity"),
                ("Revision", "revision"), ("Linked Work Items", "links:relates"), ("Rationale", "rationale")],
            [("systemRequirement", "system"), ("System Requirement", "system"), ("softwareRequirement", "HLR"), ("Software Requirement", "HLR"), ("testcase", "test case"), ("Test Case", "test case"),
                ("defect", "problem report"), ("Defect", "problem report"), ("risk", "hazard")]),
        ["jama"] = Of(
            [("ID", "id"), ("Global ID", "attribute:Global ID"), ("API ID", "attribute:API ID"), ("Name", "title"), ("Description", "text"), ("Item Type", "tier"), ("Status", "status"), ("Version", "revision"),
                ("Assigned", "owner"), ("Created By", "author"), ("Rationale", "rationale"), ("Upstream Relationships", "links:satisfies"), ("Upstream", "links:satisfies"), ("Downstream Relationships", "-"),
                ("Verification Method", "verification")],
            [("System Requirement", "system"), ("High Level Requirement", "HLR"), ("Low Level Requirement", "LLR"), ("Test Case", "test case"), ("Verification", "test case"), ("Defect", "problem report"),
                ("Hazard", "hazard")]),
        ["codebeamer"] = Of(
            [("ID", "id"), ("Summary", "title"), ("Name", "title"), ("Description", "text"), ("Type", "tier"), ("Status", "status"), ("Version", "revision"), ("Owner", "owner"), ("Assigned to", "owner"),
                ("Submitted by", "author"), ("Parent", "links:satisfies"), ("Upstream References", "links:satisfies"), ("Verifies", "links:verifies"), ("Rationale", "rationale")],
            [("System Requirement", "system"), ("Software Requirement", "HLR"), ("Requirement", "HLR"), ("Test Case", "test case"), ("Bug", "problem report"), ("Risk", "hazard")]),
    };

    /// <summary>Names of all presets, in ordinal order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. s_presets.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Gives the preset of a name, or null.</summary>
    public static FieldMapping? Find(string name) => s_presets.GetValueOrDefault(name);

    private static FieldMapping Of((string Name, string Field)[] fields, (string Word, string Tier)[] tiers) => new(
        fields.ToDictionary(f => f.Name, f => f.Field, StringComparer.Ordinal), tiers.ToDictionary(t => t.Word, t => t.Tier, StringComparer.Ordinal));
}
