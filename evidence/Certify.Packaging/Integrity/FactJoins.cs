using System.Reflection;
using Certify.Facts;
using Certify.Packaging.Objectives;

namespace Certify.Packaging.Integrity;

/// <summary>
/// Whether the facts of a package belong together: one revision, one image, one level, results of known
/// tests, a board that follows from the facts. Catches what digests cannot: a fact file of another run with
/// a manifest made to fit.
/// </summary>
// @llr CFY-LLR-060
internal static class FactJoins
{
    public static void Check(Manifest manifest, IReadOnlyDictionary<string, byte[]> files, List<PackageFinding> findings)
    {
        CheckFactsManifest(manifest, files, findings);
        var reader = new FactReader(files, findings);
        var project = reader.Read<ProjectFacts>(PackageLayout.Project, ProjectFacts.Schema, f => f.Header);
        var trace = reader.Read<TraceFacts>(PackageLayout.Trace, TraceFacts.Schema, f => f.Header);
        var analysis = reader.Read<AnalysisFacts>(PackageLayout.Analysis, AnalysisFacts.Schema, f => f.Header);
        var image = reader.Read<ImageFacts>(PackageLayout.Image, ImageFacts.Schema, f => f.Header);
        var machine = reader.Read<ImageAnalysisFacts>(PackageLayout.ImageAnalysis, ImageAnalysisFacts.Schema, f => f.Header);
        var results = reader.Read<TestFacts>(PackageLayout.Results, TestFacts.Schema, f => f.Header);
        var coverage = reader.Read<CoverageFacts>(PackageLayout.TargetCoverage, CoverageFacts.Schema, f => f.Header);
        reader.Read<CoverageFacts>(PackageLayout.HostCoverage, CoverageFacts.Schema, f => f.Header);
        var board = reader.Read<ObjectiveFacts>(PackageLayout.Objectives, ObjectiveFacts.Schema, f => f.Header);

        CheckHeaders(manifest, reader.Headers, findings);
        CheckImage(manifest, image, results, coverage, findings);
        CheckTests(trace, results, findings);
        var evidence = new EvidenceSet(project, trace, analysis, image, results, coverage) { Machine = machine };
        if (image is not null && machine is not null && machine.Header.ImageSha256 != image.Elf.Sha256)
            findings.Add(new(FindingCode.Join, PackageLayout.ImageAnalysis, "is about another image"));
        CheckBoard(manifest, board, evidence, findings);
        foreach ((string path, string? level) in new[] { (PackageLayout.Project, project?.Level), (PackageLayout.Trace, trace?.Level), (PackageLayout.Objectives, board?.Level) })
        {
            if (level is not null && level != manifest.Level)
                findings.Add(new(FindingCode.Join, path, $"is about level {level}, the package about level {manifest.Level}"));
        }
    }

    private static void CheckFactsManifest(
        Manifest manifest, IReadOnlyDictionary<string, byte[]> files, List<PackageFinding> findings)
    {
        if (!files.TryGetValue(PackageLayout.FactsManifest, out byte[]? bytes))
        {
            findings.Add(new(FindingCode.Facts, PackageLayout.FactsManifest, "is missing or changed, so no document's basis is known"));
            return;
        }

        if (ManifestFile.Digest(bytes) != manifest.FactsSha256)
            findings.Add(new(FindingCode.Facts, PackageLayout.FactsManifest, "is not the one the manifest names"));
        ManifestFile[] expected = [.. manifest.Files.Where(f =>
            f.Path.StartsWith(PackageLayout.Facts, StringComparison.Ordinal) && f.Path != PackageLayout.FactsManifest)];
        byte[] rebuilt = FactJson.Write(new FactsManifest(FactsManifest.SchemaName, expected));
        if (!rebuilt.AsSpan().SequenceEqual(bytes))
            findings.Add(new(FindingCode.Facts, PackageLayout.FactsManifest, "does not name the fact files of the package as they are"));
    }

    private static void CheckHeaders(
        Manifest manifest, IReadOnlyList<(string Path, FactHeader Header)> headers, List<PackageFinding> findings)
    {
        var inputs = new Dictionary<string, (string Sha256, string In)>(StringComparer.Ordinal);
        foreach ((string path, FactHeader header) in headers)
        {
            if (header.Revision != manifest.Revision)
                findings.Add(new(FindingCode.Join, path, $"was made from revision {header.Revision}, the package from {manifest.Revision}"));
            if (header.Dirty && !manifest.Draft)
                findings.Add(new(FindingCode.Join, path, "was made from a changed work tree, which the manifest does not say"));
            foreach (FileDigest input in header.Inputs)
            {
                if (!inputs.TryAdd(input.Path, (input.Sha256, path)) && inputs[input.Path].Sha256 != input.Sha256)
                    findings.Add(new(FindingCode.Join, path, $"was made from another '{input.Path}' than {inputs[input.Path].In}"));
            }
        }
    }

    private static void CheckImage(
        Manifest manifest, ImageFacts? image, TestFacts? results, CoverageFacts? coverage, List<PackageFinding> findings)
    {
        if (image is null) return;
        string digest = image.Elf.Sha256;
        if (results is not null && results.Header.ImageSha256 != digest)
            findings.Add(new(FindingCode.Join, PackageLayout.Results, "is about another image"));
        if (coverage is not null && coverage.FlightImageSha256 != digest)
            findings.Add(new(FindingCode.Join, PackageLayout.TargetCoverage, "belongs to another flight image"));

        string name = PackageLayout.ImageFolder + image.Elf.Path[(image.Elf.Path.LastIndexOf('/') + 1)..];
        ManifestFile? file = manifest.Files.FirstOrDefault(f => f.Path == name);
        if (file is null) findings.Add(new(FindingCode.Image, name, "is missing: the package does not hold the image its facts are about"));
        else if (file.Sha256 != digest) findings.Add(new(FindingCode.Image, name, $"is not the image the facts are about ({digest})"));
    }

    private static void CheckTests(TraceFacts? trace, TestFacts? results, List<PackageFinding> findings)
    {
        if (trace is null || results is null) return;
        var known = trace.Tests.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        foreach (string test in results.Results.Select(r => r.Test).Where(t => !known.Contains(t)).Distinct())
            findings.Add(new(FindingCode.Join, PackageLayout.Results, $"has a result of '{test}', which the trace does not know"));
        foreach (var twice in results.Results.GroupBy(r => (r.Test, r.Side)).Where(g => g.Count() > 1))
            findings.Add(new(FindingCode.Join, PackageLayout.Results, $"has several results of '{twice.Key.Test}' ({twice.Key.Side})"));
    }

    /// <summary>Decides the board again, where the same version wrote it.</summary>
    private static void CheckBoard(Manifest manifest, ObjectiveFacts? board, EvidenceSet evidence, List<PackageFinding> findings)
    {
        if (board is null)
        {
            findings.Add(new(FindingCode.Join, PackageLayout.Objectives, "is missing or changed"));
            return;
        }

        if (manifest.ToolVersion != ThisVersion || board.Level is not ("A" or "B" or "C" or "D")) return;
        byte[] again = FactJson.Write(ObjectiveBoard.Decide(evidence, board.Level, board.Header));
        if (!again.AsSpan().SequenceEqual(FactJson.Write(board)))
            findings.Add(new(FindingCode.Join, PackageLayout.Objectives, "does not follow from the other facts"));
    }

    private static string ThisVersion { get; } = typeof(FactJoins).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
