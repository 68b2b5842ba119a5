using System.Text;
using System.Text.Json;
using Certify.Cli.Output;
using Certify.Cli.Tools;
using Certify.Coverage.Instrumentation;
using Certify.Coverage.Justifications;
using Certify.Coverage.Obligations;
using Certify.Coverage.Reach;
using Certify.Coverage.Recording;
using Certify.Coverage.Reports;
using Certify.Documents;
using Certify.Facts;
using Certify.Machine;
using Certify.Packaging.Integrity;
using Certify.Testing;

namespace Certify.Cli.Stages;

/// <summary>Coverage facts and the pages about them.</summary>
internal sealed record CoverageOutput(
    CoverageResult Target, CoverageFacts? Host, IReadOnlyList<PackageFile> Pages, IReadOnlyList<PackageLink> Links);

/// <summary>Structural coverage on the target: rewritten sources, an image of their own, counters read per test.</summary>
internal static class CoverageStage
{
    private static readonly PackageLink[] s_links =
    [
        new("Coverage", "MC/DC on the target", "coverage/index.html", "Decisions with truth tables, independence pairs, and the tests that gave each row."),
        new("Coverage", "Lines and branches on the target", "coverage/target-lines/index.html", "The same run as ReportGenerator shows it."),
        new("Coverage", "Lines and branches on the host", "coverage/host-lines/index.html", "Coverlet's measurement of the class library. It counts for no objective."),
    ];

    private static readonly string[] s_symbols = ["CERTIFY_TARGET"];

    /// <summary>Builds the image with counters.</summary>
    public static BuildOutput BuildInstrumented(Workspace work, out ObligationMap map, out bool cached)
    {
        map = Obligations(work, out var folder);
        var digests = map.Sources.Select(s => s.Path + " " + s.RewrittenSha256);
        return BuildStage.Run(work, BuildStage.Instrumented, Path.Combine(folder, "sources.txt"), digests, out cached);
    }

    /// <summary>What has to be covered in the sources of the target compilation.</summary>
    public static ObligationMap Obligations(Workspace work, out string folder)
    {
        var sources = TargetSources(work);
        (folder, _) = work.Cache.Get("instrument", sources.Select(s => s.RelativePath + " " + Digest.Of(s.Text)), into => Write(sources, into));
        return FactJson.Read<ObligationMap>(File.ReadAllBytes(Path.Combine(folder, "obligations.json")), "obligations.json");
    }

    /// <summary>Coverage on target and host with its pages, taken from an equal run where there was one.</summary>
    public static CoverageOutput Cached(
        Workspace work, BuildOutput flight, PropertyAssembly properties, ulong seed, Action<string> progress, out bool cached)
    {
        (var folder, cached) = work.Cache.Get("coverage", work.BuildInputs().Append($"seed {seed}").Append(flight.ElfSha256), into =>
        {
            var result = Run(work, flight, properties, seed, progress, out var runs);
            var bad = runs.Results.Where(r => r.Verdict != Verdict.Passed).ToList();
            if (bad.Count > 0)
            {
                throw new CommandException(ExitCodes.Findings,
                    $"{bad.Count} properties do not pass in the instrumented image, so its coverage counts for nothing\n"
                    + string.Join('\n', bad.Select(b => $"{b.Verdict}: {b.Test}: {b.Message}")));
            }

            File.WriteAllBytes(Path.Combine(into, "facts.json"), FactJson.Write(result.Facts));
            File.WriteAllBytes(Path.Combine(into, "notes.json"), FactJson.Write(result.Notes));
            progress("host coverage");
            HostCoverageStage.Run(work, into);
            progress("pages");
            KeepForPages(work, result, HostCoverageStage.Read(work, into), into);
        });
        var facts = Workspace.ReadFacts<CoverageFacts>(Path.Combine(folder, "facts.json"));
        var notes = Workspace.ReadFacts<CoverageNotes>(Path.Combine(folder, "notes.json"));
        var target = new CoverageResult(facts with { Header = work.Restamp(facts.Header) }, notes);
        return new CoverageOutput(target, HostCoverageStage.Read(work, folder), Pages(work, properties, target, folder), s_links);
    }

    /// <summary>Leaves what the pages are made of: ReportGenerator's, which name no revision, and the material of our own.</summary>
    private static void KeepForPages(Workspace work, CoverageResult result, CoverageFacts host, string into)
    {
        BuildInstrumented(work, out var map, out _);
        var sources = new SortedDictionary<string, string>(
            TargetSources(work).ToDictionary(s => s.RelativePath, s => s.Text, StringComparer.Ordinal), StringComparer.Ordinal);
        File.WriteAllBytes(Path.Combine(into, "obligations.json"), FactJson.Write(map));
        File.WriteAllBytes(Path.Combine(into, "sources.json"), FactJson.Write(sources));
        var files = ReportGenerator.Pages(LcovWriter.Write(result.Facts), sources, work.App.Name + " on the target", "target-lines/")
            .Concat(ReportGenerator.Pages(LcovWriter.Write(host), sources, work.App.Name + " on the host", "host-lines/"));
        foreach (var file in files) AtomicFile.Write(Path.Combine(into, "pages", file.Path), file.Bytes);
    }

    /// <summary>All pages; our own are written anew, since they name the revision.</summary>
    private static IReadOnlyList<PackageFile> Pages(Workspace work, PropertyAssembly properties, CoverageResult result, string folder)
    {
        var map = Workspace.ReadFacts<ObligationMap>(Path.Combine(folder, "obligations.json"));
        var sources = Workspace.ReadFacts<Dictionary<string, string>>(Path.Combine(folder, "sources.json"));
        var tests = properties.Catalogue.Entries.ToDictionary(e => e.TestId, e => new TestLabel(e.Title, e.Requirements), StringComparer.Ordinal);
        var own = CoverageReport.Write(new CoverageReportInput(work.App.Name, result.Facts, result.Notes, map, sources, tests));
        var pages = Path.Combine(folder, "pages");
        return [.. own.Select(f => new PackageFile("coverage/" + f.Path, f.Bytes))
            .Concat(Directory.GetFiles(pages, "*", SearchOption.AllDirectories)
                .Select(f => new PackageFile("coverage/" + Path.GetRelativePath(pages, f).Replace('\\', '/'), File.ReadAllBytes(f))))
            .OrderBy(f => f.Path, StringComparer.Ordinal)];
    }

    /// <summary>Runs every property in the instrumented image and gives the facts.</summary>
    public static CoverageResult Run(
        Workspace work, BuildOutput flight, PropertyAssembly properties, ulong seed, Action<string> progress, out TestFacts results)
    {
        progress("instrumented image");
        var built = BuildInstrumented(work, out var map, out _);
        var recorder = new CoverageRecorder(map);
        var image = GuestImage.Load(built.Elf, built.TargetAssembly);
        var observer = new Collector(CounterAddress(image, map.Layout), map.Layout.Bytes, recorder, progress);
        var options = new RunOptions { Seed = seed, Shrink = false, ReplayPath = work.ShownFolder };
        var runs = new PropertyRunner(properties.Application, TestStage.Boot(built, properties), options, observer)
            .Run(properties.Catalogue.Entries, [TestSide.Target]);
        var inputs = map.Sources.Select(s => new FileDigest(s.Path, s.OriginalSha256));
        var header = work.Header(CoverageFacts.Schema, $"certify coverage --seed {seed}", inputs, seed, built.ElfSha256);
        results = new TestFacts(header with { Schema = TestFacts.Schema }, properties.Application.LayoutHash, runs);
        return WithoutForeignFindings(work,
            CoverageFactsBuilder.Build(recorder, header, flight.ElfSha256, InImage(work, flight), Justifications(work)));
    }

    /// <summary>The sources of the target compilation, as MSBuild lists them.</summary>
    public static IReadOnlyList<TargetSource> TargetSources(Workspace work)
    {
        var answer = ProcessRunner.Run("dotnet",
            ["msbuild", work.App.ProjectFile, "-nologo", "-p:Configuration=Release", "-t:CertifyListTargetSources", "-getItem:CertifyTargetSource"],
            work.App.Folder, TimeSpan.FromMinutes(5));
        if (answer.ExitCode != 0) throw BuildStage.Failure(work.App.Name, answer);
        using var json = JsonDocument.Parse(answer.Output);
        var files = json.RootElement.GetProperty("Items").GetProperty("CertifyTargetSource").EnumerateArray()
            .Select(i => i.GetProperty("FullPath").GetString()!).ToList();
        if (files.Count == 0) throw new CommandException(ExitCodes.InternalFault, "MSBuild lists no source of the target compilation");
        return [.. files.Select(f => new TargetSource(f, work.Paths.Of(f), work.ComponentOf(f), File.ReadAllText(f)))];
    }

    private static void Write(IReadOnlyList<TargetSource> sources, string into)
    {
        InstrumentationResult result;
        try
        {
            result = SourceInstrumenter.Instrument(sources, new InstrumentationOptions(s_symbols, []));
        }
        catch (InstrumentationException e)
        {
            throw new CommandException(ExitCodes.InternalFault, "the sources cannot be instrumented\n" + e.Message);
        }

        // The folder is renamed when it is complete, so the list names the files where they will be.
        var home = StageCache.PlaceOf(into);
        var list = new StringBuilder();
        foreach (var source in result.Sources)
        {
            var file = Path.Combine("src", source.RelativePath);
            AtomicFile.Write(Path.Combine(into, file), Encoding.UTF8.GetBytes(source.Text));
            list.Append(Path.Combine(home, file)).Append('\n');
        }

        var runtime = Path.Combine("src", SourceInstrumenter.RuntimeFileName);
        AtomicFile.Write(Path.Combine(into, runtime), Encoding.UTF8.GetBytes(result.RuntimeSource));
        list.Append(Path.Combine(home, runtime)).Append('\n');
        File.WriteAllText(Path.Combine(into, "sources.txt"), list.ToString());
        File.WriteAllBytes(Path.Combine(into, "obligations.json"), FactJson.Write(result.Map));
    }

    private static ulong CounterAddress(GuestImage image, CounterLayout layout)
    {
        var found = image.Elf.Symbols.Where(s => s.Name.Contains(layout.SymbolPart, StringComparison.Ordinal)
            && s.Name.Contains("NONGCSTATICS", StringComparison.Ordinal)).Select(s => s.Address).Distinct().ToList();
        return found.Count == 1
            ? found[0]
            : throw new CommandException(ExitCodes.InternalFault, $"the instrumented image has {found.Count} symbols for the counters '{layout.SymbolPart}'");
    }

    private static JustificationFile Justifications(Workspace work)
    {
        var folders = new List<string>();
        if (work.App.Yaml.Justifications is { } setting)
        {
            folders.Add(Path.GetFullPath(Path.Combine(work.App.Folder, setting)));
            if (!Directory.Exists(folders[0])) throw CommandException.BadInput($"{folders[0]}: no such folder (justifications: in certify.yaml)");
        }

        if (Directory.Exists(RuntimeJustifications(work))) folders.Add(RuntimeJustifications(work));
        return JustificationReader.Read(folders.SelectMany(f => Workspace.FilesBelow(f, ".md")).Select(f => (work.Paths.Of(f), File.ReadAllText(f))));
    }

    private static string RuntimeJustifications(Workspace work) => Path.Combine(work.RuntimeRoot, "justifications");

    /// <summary>
    /// The runtime's justifications come with it. Another application may close a gap, or not hold the code: that is
    /// nothing its authors could mend, so it is no finding outside of the runtime's own repository.
    /// </summary>
    private static CoverageResult WithoutForeignFindings(Workspace work, CoverageResult result)
    {
        if (work.RuntimeIsInRepository || !Directory.Exists(RuntimeJustifications(work))) return result;
        var foreign = Workspace.FilesBelow(RuntimeJustifications(work), ".md").Select(work.Paths.Of).ToHashSet(StringComparer.Ordinal);
        return result with { Notes = result.Notes with { Findings = [.. result.Notes.Findings.Where(f => !foreign.Contains(f.Place.Path))] } };
    }

    private static Func<IObligation, bool> InImage(Workspace work, BuildOutput flight)
    {
        var image = GuestImage.Load(flight.Elf, flight.TargetAssembly);
        var lines = image.Sources.Lines.Rows.Where(r => r.Line > 0)
            .Select(r => (File: work.FromImage(r.File), r.Line)).ToLookup(r => r.File, r => r.Line);
        var reached = SourceReach.Of(TargetSources(work), new InstrumentationOptions(s_symbols, []),
            (_, file, first, last) => lines[file].Any(l => l >= first && l <= last));
        return obligation => reached.Contains(obligation.Member) || reached.Contains(Owner(obligation.Member));
    }

    // An accessor's obligations belong to its property: M:T.get_P(...) to P:T.P(...).
    private static string Owner(string member)
    {
        foreach (var accessor in new[] { ".get_", ".set_", ".init_" })
        {
            var at = member.IndexOf(accessor, StringComparison.Ordinal);
            if (at > 0 && member.StartsWith("M:", StringComparison.Ordinal))
                return "P:" + member[2..at] + "." + member[(at + accessor.Length)..];
        }

        return member;
    }

    private sealed class Collector(ulong address, int bytes, CoverageRecorder recorder, Action<string> progress) : IRunObserver
    {
        private readonly byte[] _zeros = new byte[bytes];
        private readonly byte[] _counters = new byte[bytes];

        // What the boot itself reaches counts for the test that the guest was booted for.
        public void CasesDone(PropertyEntry entry, IGuest guest)
        {
            guest.ReadMemory(address, _counters);
            recorder.Add(entry.TestId, _counters);
            guest.WriteMemory(address, _zeros);
        }

        public void TestFinished(PropertyEntry entry, TestResult result, int testsDone, int testsTotal) =>
            progress($"{testsDone} of {testsTotal} tests");
    }
}
