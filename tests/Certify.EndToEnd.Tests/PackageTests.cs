using Certify.Cli.Stages;
using Certify.Facts;
using Certify.Packaging;
using Certify.Packaging.Integrity;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;

namespace Certify.EndToEnd.Tests;

/// <summary>The whole package of the flagship application, made once.</summary>
public sealed class PackageFixture
{
    public PackageFixture()
    {
        Work = new FlightMonitorFixture().Work;
        Output = new PackageStage(Work, "A").Run();
    }

    internal Workspace Work { get; }

    internal PackageOutput Output { get; }
}

/// <summary>What the package of the flagship application has to be.</summary>
public sealed class PackageTests(PackageFixture fixture) : IClassFixture<PackageFixture>
{
    private const long LoadedBytesMax = 100 * 1024;
    private const long InstructionsMax = 100;
    private const int MemoryMiBMax = 4;

    private IReadOnlyList<PackageFile> Files => fixture.Output.Package.Files;

    [Fact]
    public void Nothing_failed() => Assert.Empty(fixture.Output.Findings);

    [Fact]
    public void The_image_keeps_its_aims()
    {
        var image = fixture.Output.Image;
        Assert.InRange(image.LoadedBytes, 1, LoadedBytesMax);
        Assert.InRange(image.Boot!.InstructionsToFirstStatement, 1, InstructionsMax);
        Assert.InRange(image.Boot.MemoryMiB, 1, MemoryMiBMax);
        Assert.Empty(image.Statics.NotPreinitialised);
    }

    [Fact]
    public void No_segment_is_writable_and_executable() =>
        Assert.DoesNotContain(fixture.Output.Image.Segments, s => s.Permissions.Contains('w') && s.Permissions.Contains('x'));

    [Fact]
    public void Statement_decision_and_mcdc_coverage_of_the_application_is_complete_or_justified()
    {
        var coverage = Read<CoverageFacts>(PackageLayout.TargetCoverage);
        string[] components = ["FSM", "TSM", "TUI", "REG", "APP"];
        var statements = coverage.Statements.Where(s => components.Contains(s.Component)).ToList();
        var decisions = coverage.Decisions.Where(d => components.Contains(d.Component)).ToList();
        Assert.True(statements.Count > 200 && decisions.Count > 40, $"{statements.Count} statements, {decisions.Count} decisions");
        Assert.DoesNotContain(statements, s => s.Tests.Count == 0 && s.Justification is null);
        Assert.All(decisions, d => Assert.True(d is { TrueSeen: true, FalseSeen: true } && d.Conditions.All(c => c.Covered), d.Id));
    }

    [Fact]
    public void Every_result_is_of_the_image_in_the_package()
    {
        var results = Read<TestFacts>(PackageLayout.Results);
        var elf = Files.Single(f => f.Path.StartsWith(PackageLayout.ImageFolder, StringComparison.Ordinal));
        Assert.Equal(ManifestFile.Digest(elf.Bytes), results.Header.ImageSha256);
        Assert.Contains(results.Results, r => r.Side == TestSide.Target && r.Frames > 0);
        Assert.All(results.Results, r => Assert.True(r.Cases > 0, r.Test));
    }

    // @verifies CFY-LLR-288
    [Fact]
    public async Task Fact_files_are_valid_by_their_schemas()
    {
        var seen = new List<string>();
        foreach (var file in Files.Where(f => f.Path.StartsWith("facts/", StringComparison.Ordinal) && f.Path.EndsWith(".json", StringComparison.Ordinal)))
        {
            var text = System.Text.Encoding.UTF8.GetString(file.Bytes);
            if (System.Text.Json.Nodes.JsonNode.Parse(text)?["header"]?["schema"]?.GetValue<string>() is not { } name) continue;
            // The validator reads whole numbers as 64 bits with sign; seeds have 64 without.
            text = System.Text.RegularExpressions.Regex.Replace(text, "(?<=: )[0-9]{19,20}(?=[,\n])", "1");
            var schema = await NJsonSchema.JsonSchema.FromJsonAsync(FactSchema.Of(name.Split('/')[1])!);
            Assert.Empty(schema.Validate(text).Select(error => $"{file.Path}: {error}"));
            seen.Add(name);
        }

        Assert.True(seen.Count >= 8, string.Join(", ", seen));
    }

    // @verifies CFY-HLR-016
    [Fact]
    public void Each_document_and_workbook_is_valid()
    {
        var office = Files.Where(f => f.Path.EndsWith(".docx", StringComparison.Ordinal) || f.Path.EndsWith(".xlsx", StringComparison.Ordinal)).ToList();
        Assert.True(office.Count >= 10, $"{office.Count} office files");
        foreach (var file in office)
        {
            using var stream = new MemoryStream(file.Bytes);
            using OpenXmlPackage package = file.Path.EndsWith(".docx", StringComparison.Ordinal)
                ? WordprocessingDocument.Open(stream, false) : SpreadsheetDocument.Open(stream, false);
            var errors = new OpenXmlValidator().Validate(package).Select(e => $"{file.Path}: {e.Path?.XPath}: {e.Description}").Take(5);
            Assert.Empty(errors);
        }
    }

    // @verifies CFY-HLR-017
    [Fact]
    public void One_flipped_byte_anywhere_is_named()
    {
        Assert.Empty(PackageVerifier.Verify([.. Files.Select(PackageEntry.Of)]).Findings);
        foreach (var file in Files)
        {
            var bytes = (byte[])file.Bytes.Clone();
            bytes[bytes.Length / 2] ^= 1;
            var changed = Files.Select(f => PackageEntry.Of(f.Path == file.Path ? new PackageFile(f.Path, bytes) : f));
            Assert.Contains(PackageVerifier.Verify([.. changed]).Findings, f => f.Path == file.Path || file.Path == PackageLayout.Manifest);
        }
    }

    [Fact]
    public void An_added_and_a_missing_file_are_named()
    {
        var added = Files.Select(PackageEntry.Of).Append(PackageEntry.Of(new PackageFile("documents/extra.docx", [1])));
        Assert.Contains(PackageVerifier.Verify([.. added]).Findings, f => f.Path == "documents/extra.docx");
        foreach (var file in Files.Where(f => !PackageLayout.IsBeside(f.Path)))
            Assert.Contains(PackageVerifier.Verify([.. Files.Where(f => f != file).Select(PackageEntry.Of)]).Findings, f => f.Path == file.Path);
    }

    [Fact]
    public void Another_commit_of_equal_content_leaves_no_trace_of_the_first()
    {
        var first = fixture.Work.Git.Revision;
        var later = fixture.Work.At(fixture.Work.Git with { Revision = new string('c', 40), History = [] });
        foreach (var file in new PackageStage(later, "A").Run().Package.Files)
            Assert.False(System.Text.Encoding.Latin1.GetString(file.Bytes).Contains(first, StringComparison.Ordinal), file.Path);
    }

    [Fact]
    public void No_text_in_it_names_a_place_of_this_machine()
    {
        foreach (var file in Files.Where(f => Path.GetExtension(f.Path) is ".json" or ".html" or ".xml" or ".sarif" or ".css" or ".js"))
        {
            var text = System.Text.Encoding.UTF8.GetString(file.Bytes);
            Assert.DoesNotContain(FlightMonitorFixture.Root + "/", text);
            Assert.DoesNotContain(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) + "/", text);
            Assert.DoesNotContain(Path.GetTempPath() + "certify", text);
        }
    }

    // @verifies CFY-HLR-018
    [Fact]
    public void Objectives_that_need_a_person_wait_for_one()
    {
        var board = fixture.Output.Objectives.Objectives;
        Assert.Equal(71, board.Count);
        Assert.Equal(ObjectiveStatus.WaitingForPerson, board.Single(o => o is { Table: "A-9", Number: 1 }).Status);
        Assert.NotEqual(ObjectiveStatus.MetByEvidence, board.Single(o => o is { Table: "A-6", Number: 5 }).Status);
        Assert.All(board.Where(o => o.Status == ObjectiveStatus.WaitingForPerson), o => Assert.False(string.IsNullOrWhiteSpace(o.Closes), $"{o.Table}.{o.Number}"));
        Assert.All(board, o => Assert.False(string.IsNullOrWhiteSpace(o.Reason)));
    }

    private T Read<T>(string path) => FactJson.Read<T>(Files.Single(f => f.Path == path).Bytes, path);
}
