using Certify.Facts;
using Certify.Packaging.Integrity;
using Certify.Packaging.Objectives;

namespace Certify.Packaging.Tests;

/// <summary>Packages whose digests all fit, but whose facts do not belong together.</summary>
public class FactJoinsTests
{
    private static readonly EvidenceSet s = Sample.Facts;

    // @verifies CFY-HLR-020, CFY-LLR-060
    [Fact]
    public void Replayed_result_of_another_image() => Finds("another image", PackageLayout.Results,
        s with { Results = s.Results! with { Header = s.Results.Header with { ImageSha256 = "old" } } });

    [Fact]
    public void Coverage_of_another_image() => Finds("another flight image", PackageLayout.TargetCoverage,
        s with { Coverage = s.Coverage! with { FlightImageSha256 = "old" } });

    // @verifies CFY-HLR-020
    [Fact]
    public void Facts_of_another_revision() => Finds("revision", PackageLayout.Trace,
        s with { Trace = s.Trace! with { Header = s.Trace.Header with { Revision = "other" } } });

    [Fact]
    public void Facts_of_a_changed_tree() => Finds("work tree", PackageLayout.Trace,
        s with { Trace = s.Trace! with { Header = s.Trace.Header with { Dirty = true } } });

    [Fact]
    public void Same_input_with_two_digests() => Finds("another 'app/Step.cs'", PackageLayout.Image,
        s with { Trace = s.Trace! with { Header = s.Trace.Header with { Inputs = [new("app/Step.cs", "00")] } } });

    // @verifies CFY-HLR-020
    [Fact]
    public void Result_of_unknown_test() => Finds("does not know", PackageLayout.Results,
        s with { Results = s.Results! with { Results = [.. s.Results.Results, Sample.Result("M:Ghost", TestSide.Host)] } });

    [Fact]
    public void Two_results_of_one_test() => Finds("several results", PackageLayout.Results,
        s with { Results = s.Results! with { Results = [.. s.Results.Results, Sample.Result("M:T.Normal", TestSide.Host)] } });

    // @verifies CFY-LLR-060
    [Fact]
    public void Facts_of_another_level() => Finds("level B", PackageLayout.Trace, s with { Trace = s.Trace! with { Level = "B" } });

    [Fact]
    public void Board_polished_by_hand() => Finds("does not follow", PackageLayout.Objectives, s, file =>
    {
        if (file.Path != PackageLayout.Objectives) return file;
        var board = FactJson.Read<ObjectiveFacts>(file.Bytes, file.Path);
        return file with
        {
            Bytes = FactJson.Write(board with
            {
                Objectives = [.. board.Objectives.Select(o => o with { Status = ObjectiveStatus.MetByEvidence, Closes = null })],
            }),
        };
    });

    [Fact]
    public void Requirement_edited_after_the_run_changes_the_facts_digest()
    {
        EvidenceSet edited = s with { Trace = s.Trace! with { Requirements = [.. s.Trace.Requirements.Select(r => r with { Text = r.Text + "!" })] } };
        Assert.NotEqual(FactsDigest(Sample.Package()), FactsDigest(Sample.Package(edited)));
    }

    [Fact]
    public void Malformed_fact_file() => Finds("not a TestFacts", PackageLayout.Results, s,
        file => file.Path == PackageLayout.Results ? file with { Bytes = "{}\n"u8.ToArray() } : file);

    [Fact]
    public void Fact_file_of_another_schema() => Finds("has schema", PackageLayout.Trace,
        s with { Trace = s.Trace! with { Header = s.Trace.Header with { Schema = "certify/trace/2" } } });

    [Fact]
    public void Image_that_is_not_the_one_of_the_facts()
    {
        Package package = Sample.Package(s with { Image = s.Image! with { Elf = new("bin/Sample.elf", "00") } });
        Assert.Contains(PackageVerifierTests.Verify(package.Files).Findings, f => f is { Code: FindingCode.Image, Path: "image/Sample.elf" });
    }

    [Fact]
    public void Image_that_is_not_in_the_package()
    {
        Package package = Sample.Package(s with { Image = s.Image! with { Elf = s.Image.Elf with { Path = "bin/Other.elf" } } });
        Assert.Contains(PackageVerifierTests.Verify(package.Files).Findings, f => f is { Code: FindingCode.Image, Path: "image/Other.elf" });
    }

    [Fact]
    public void Facts_manifest_of_other_facts()
    {
        PackageFile[] files = [.. Sample.Package().Files.Where(f => !PackageLayout.IsBeside(f.Path)), new("facts/extra.json", [1])];
        Package package = PackageWriter.Write(files, new("0.1.0", "Sample", "A", "c0ffee", false, false));
        Assert.Contains(PackageVerifierTests.Verify(package.Files).Findings, f => f.Code == FindingCode.Facts);
    }

    private static string FactsDigest(Package package) =>
        FactJson.Read<Manifest>(package.Files.Single(f => f.Path == PackageLayout.Manifest).Bytes, "m").FactsSha256;

    private static void Finds(string message, string path, EvidenceSet facts, Func<PackageFile, PackageFile>? edit = null)
    {
        IReadOnlyList<PackageFinding> findings = PackageVerifierTests.Verify(Sample.Package(facts, edit).Files).Findings;
        Assert.Contains(findings, f => f.Path == path && f.Message.Contains(message, StringComparison.Ordinal));
    }
}
