using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.Mapping;

public sealed class MappingReaderTests
{
    private static (FieldMapping? Mapping, string Findings) Read(string text)
    {
        var (mapping, findings) = MappingReader.Read(InputFile.FromText("m.yaml", text));
        return (mapping, string.Join(' ', findings.Select(f => $"{f.Code}:{f.Place.Line}")));
    }

    // @verifies CFY-LLR-352
    [Fact]
    public void Reads_fields_tiers_and_options_over_a_preset()
    {
        var (mapping, findings) = Read("preset: doors\nfields:\n  \"My Id\": id\n  Up: links:satisfies\n  ID: attribute:ID\n  X: '-'\ntiers:\n  Story: LLR\n  \"T-*\": test case\nseparators: \"|\"\nparents-from-id: dotted\n");
        Assert.Equal("", findings);
        Assert.Equal(("id", "links:satisfies", "attribute:ID", "-", "text"), (mapping!.Fields["My Id"], mapping.Fields["Up"], mapping.Fields["ID"], mapping.Fields["X"], mapping.Fields["Object Text"]));
        Assert.Equal(("LLR", "test case", "|", true), (mapping.Tiers["Story"], mapping.Tiers["T-*"], mapping.ListSeparators, mapping.ParentsFromDottedIds));
    }

    // @verifies CFY-LLR-352 robustness
    [Theory]
    [InlineData("", "TRC-016:1")]
    [InlineData("- a\n", "TRC-008:1")]
    [InlineData("feilds:\n  A: id\n", "TRC-008:1")]
    [InlineData("fields:\n  A: id\n  A: text\n", "TRC-008:3")]
    [InlineData("fields:\n  A: idd\n", "TRC-008:2")]
    [InlineData("fields:\n  A: [id]\n", "TRC-016:2")]
    [InlineData("tiers:\n  A: high\n", "TRC-008:2")]
    [InlineData("preset: exel\n", "TRC-008:1")]
    [InlineData("parents-from-id: slashes\n", "TRC-008:1")]
    [InlineData("separators: ''\n", "TRC-008:1")]
    [InlineData("fields: {A: id\n", "TRC-016:2")]
    [InlineData("fields: &a\n  A: id\ntiers: *a\n", "TRC-008:3")]
    public void Is_strict(string text, string expected)
    {
        var (mapping, findings) = Read(text);
        Assert.Null(mapping);
        Assert.Equal(expected, findings);
    }

    // @verifies CFY-LLR-352
    [Fact]
    public void Presets_name_known_fields_and_tiers_only()
    {
        Assert.Equal(["codebeamer", "doors", "jama", "jira", "polarion"], MappingPresets.Names);
        foreach (var preset in MappingPresets.Names.Select(n => MappingPresets.Find(n)!))
        {
            Assert.All(preset.Fields.Values, f => Assert.True(Formats.Common.FieldTarget.TryParse(f, out _), f));
            Assert.All(preset.Tiers.Values, t => Assert.True(TierName.TryParse(t, out _), t));
        }
    }
}
