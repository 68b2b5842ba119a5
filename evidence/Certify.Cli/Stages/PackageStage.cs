using System.Text;
using Certify.Cli.Commands;
using Certify.Coverage.Recording;
using Certify.Documents;
using Certify.Facts;
using Certify.Packaging;
using Certify.Packaging.Integrity;
using Certify.Packaging.Objectives;

namespace Certify.Cli.Stages;

/// <summary>What a package run gave.</summary>
internal sealed record PackageOutput(
    Package Package, bool Failed, IReadOnlyList<string> Findings, ObjectiveFacts Objectives, ImageFacts Image,
    BootTimes Times, IReadOnlyList<Rate> Rates, long ElfBytes);

/// <summary>All stages of an application in order; each is shown, none is skipped.</summary>
internal sealed class PackageStage(Workspace work, string level)
{
    private readonly List<string> _findings = [];
    private BuildOutput? _flight;
    private CheckOutput? _check;
    private ImageFacts? _image;
    private ImageAnalysisFacts? _machine;
    private BootTimes? _times;
    private PropertyAssembly? _properties;
    private TestOutput? _tests;
    private CoverageOutput? _coverage;
    private TraceFacts? _trace;

    /// <summary>Runs every stage. Findings do not stop it: the package is then marked FAILED.</summary>
    public PackageOutput Run()
    {
        work.Log.Stage("build", Build);
        work.Log.Stage("check", Check);
        work.Log.Stage("image", Image);
        work.Log.Stage("machine", MachineCode);
        work.Log.Stage("test", Test);
        work.Log.Stage("coverage", Coverage);
        work.Log.Stage("trace", Trace);
        Package? package = null;
        ObjectiveFacts? board = null;
        work.Log.Stage("documents", say =>
        {
            (package, board) = Documents(say);
            return $"{package.Files.Count} files, digest {package.Digest[..16]}…";
        });
        return new PackageOutput(
            package!, _findings.Count > 0, _findings, board!, _image!, _times!, _tests!.Rates, new FileInfo(_flight!.Elf).Length);
    }

    private string Build(Action<string> say)
    {
        say("flight image and class library");
        _flight = BuildStage.Run(work, BuildStage.Flight, null, [], out var cached);
        say("properties");
        _properties = PropertyAssembly.Load(work);
        return $"{Path.GetFileName(_flight.Elf)}, SHA-256 {_flight.ElfSha256[..16]}…{Unchanged(cached)}";
    }

    private string Check(Action<string> say)
    {
        say("all rules on host and target compilation");
        _check = CheckStage.Run(work, _flight!, out var cached);
        CheckCommand.Print(_check, work.Log);
        _findings.AddRange(_check.Failures);
        var violations = _check.Facts.Violations.Count();
        if (violations > 0) _findings.Add($"{violations} findings of the rules");
        _findings.AddRange(_check.Facts.Compilations.Where(c => !c.EnforcedByBuild).Select(c => $"the build of the {c.Name} compilation does not run the rules").Distinct());
        _findings.AddRange(_check.Facts.Compilations.Where(c => c.Configuration.Length == 0 && c.Pdb == PdbMatch.NotCompared).Select(c => $"the sources of the {c.Name} compilation were not compared with a built assembly"));
        return CheckCommand.Summary(_check) + Unchanged(cached);
    }

    private string Image(Action<string> say)
    {
        say("boots, stepping from the entry to the first C# statement");
        _image = ImageStage.Run(work, _flight!, out var cached);
        _times = ImageStage.Times(_flight!);
        var not = _image.Statics.NotPreinitialised.Count;
        if (not > 0) _findings.Add($"{not} types with statics that are not computed at compile time");
        return $"{_image.LoadedBytes:N0} bytes loaded, {_image.Boot!.InstructionsToFirstStatement} instructions to the first C# statement{Unchanged(cached)}";
    }

    private string MachineCode(Action<string> say)
    {
        _machine = ImageAnalysisStage.Run(work, _flight!, say, out var cached);
        ImageAnalysisStage.Print(_machine, work.Log);
        if (_machine.Findings.Count > 0) _findings.Add($"{_machine.Findings.Count} findings in the machine code of the image");
        return ImageAnalysisStage.Summary(_machine) + Unchanged(cached);
    }

    private string Test(Action<string> say)
    {
        _tests = TestStage.Cached(work, _flight!, _properties!, TestStage.FixedSeed, say, out var cached);
        Output.TestReport.Print(_tests, work.Log);
        var bad = _tests.Facts.Results.Count(r => r.Verdict != Verdict.Passed);
        if (bad > 0) _findings.Add($"{bad} runs of properties did not pass");
        say("the runtime's own tests");
        var known = TraceStage.Audit(work, level, null, null).Tests.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
        var runtime = RuntimeTests.Run(work, known, out var runtimeCached);
        _tests = _tests with { Facts = _tests.Facts with { Results = [.. _tests.Facts.Results, .. runtime] } };
        var runtimeBad = runtime.Count(r => r.Verdict != Verdict.Passed);
        if (runtimeBad > 0) _findings.Add($"{runtimeBad} tests of the runtime did not pass");
        return $"{_properties!.Catalogue.Entries.Count} properties on host, target and both, {bad} not passed; {runtime.Count} tests of the runtime, {runtimeBad} not passed{Unchanged(cached && runtimeCached)}";
    }

    private string Coverage(Action<string> say)
    {
        _coverage = CoverageStage.Cached(work, _flight!, _properties!, TestStage.FixedSeed, say, out var cached);
        foreach (var finding in _coverage.Target.Notes.Findings) _findings.Add($"{finding.Place}: {finding.Code}: {finding.Message}");
        var open = CoverageGaps.Of(_coverage.Target.Facts).Where(g => g.Justification is null).ToList();

        // Where the runtime is in the repository its gaps are the project's own; from a package they are the supplier's, and listed.
        var counted = open.Where(g => work.RuntimeIsInRepository || IsApplication(g.Component)).ToList();
        foreach (var gap in counted.Take(20)) work.Log.Finding($"{gap.Place}: not covered: {gap.What}");
        if (counted.Count > 0) _findings.Add($"{counted.Count} gaps in structural coverage without justification");
        var own = open.Count(g => IsApplication(g.Component));
        var all = CoverageSummary.Of("all", _coverage.Target.Facts.Statements.Where(s => IsApplication(s.Component)), _coverage.Target.Facts.Decisions.Where(d => IsApplication(d.Component)));
        return $"{work.App.Name} on target: statements {Ratio(all.Statements)}, decisions {Ratio(all.Decisions)}, MC/DC conditions {Ratio(all.Conditions)}; {open.Count - own} open gaps in the runtime{Unchanged(cached)}";
    }

    private string Trace(Action<string> say)
    {
        say("audit");
        _trace = TraceStage.Audit(work, level, _tests!.Facts, _flight!.ElfSha256);
        var errors = _trace.Findings.Count(f => f.Severity == FindingSeverity.Error);
        foreach (var finding in _trace.Findings.Where(f => f.Severity == FindingSeverity.Error).Take(50))
            work.Log.Finding(Certify.Trace.Reports.TextReport.Format(finding));
        if (errors > 0) _findings.Add($"{errors} errors of the trace audit");
        return $"level {level}: {_trace.Requirements.Count} requirements, {_trace.Code.Count} code elements, {_trace.Tests.Count} tests, {errors} errors, {_trace.Findings.Count - errors} warnings";
    }

    private (Package Package, ObjectiveFacts Board) Documents(Action<string> say)
    {
        say("facts and objectives");
        _check = _check! with { Compliance = OtherRules.Decide(_check.Compliance, _machine, _trace, work.App.Yaml.Budgets.Exists(b => b.Measure == "static-bytes")) };
        var project = ProjectStage.Run(work, level, _image!, _machine);
        _findings.AddRange(ProjectStage.Exceeded(project).Select(b => "budget exceeded: " + b));
        var evidence = new EvidenceSet(project, _trace, _check!.Facts, _image, _tests!.Facts, _coverage!.Target.Facts) { Machine = _machine };
        var board = ObjectiveBoard.Decide(evidence, level, work.Header(ObjectiveFacts.Schema, "certify package", []));
        var facts = FactFiles(project, board);
        var factsManifest = PackageWriter.Facts(facts);
        say("documents");
        var inputs = new DocumentInputs(
            project, _trace!, _check.Facts, _image, _tests.Facts, _coverage.Target.Facts, _coverage.Host, board,
            ManifestFile.Digest(factsManifest.Bytes), _findings.Count > 0, work.Git.Dirty)
        {
            Prefix = work.App.Yaml.DocumentPrefix,
            Machine = _machine,
            Compliance = _check.Compliance,
            Links = [.. _coverage.Links, new("Machine code", "Stack, calls, sizes, additional code", "machine-code.html", "The deepest path of each stack, every function with its frame, and object code that no source explains directly."), new("Trace", "Requirement traces", "trace/index.html", "Every thread from system requirement to result, both ways, with what the audit found."),
                new("Code standard", "Rules of the safe subset", "analysis/index.html", "Compliance with each rule, findings, deviations, run-time checks, what was analysed, and the rules themselves.")],
        };
        List<PackageFile> files =
        [
            .. facts, factsManifest, .. _coverage.Pages,
            new("trace/index.html", Encoding.UTF8.GetBytes(Certify.Trace.Reports.MatrixPage.Write(_trace!, _tests.Facts))),
            .. _check.Pages().Select(f => new PackageFile("analysis/" + f.Path, f.Bytes)),
            .. DocumentSet.Write(inputs).Select(f => new PackageFile(f.Path, f.Bytes)),
            new(PackageLayout.ImageFolder + Path.GetFileName(_flight!.Elf), File.ReadAllBytes(_flight.Elf)),
        ];
        var identity = new PackageIdentity(
            Workspace.ToolVersion, work.App.Name, level, work.Git.Revision, work.Git.Dirty, _findings.Count > 0);
        return (PackageWriter.Write(files, identity), board);
    }

    private List<PackageFile> FactFiles(ProjectFacts project, ObjectiveFacts board)
    {
        List<PackageFile> files =
        [
            new(PackageLayout.Project, FactJson.Write(project)),
            new(PackageLayout.Trace, FactJson.Write(_trace!)),
            new(PackageLayout.Analysis, FactJson.Write(_check!.Facts)),
            new("facts/compliance.json", FactJson.Write(_check.Compliance)),
            new(PackageLayout.Image, FactJson.Write(_image!)),
            new(PackageLayout.ImageAnalysis, FactJson.Write(_machine!)),
            new(PackageLayout.Results, FactJson.Write(_tests!.Facts)),
            new(PackageLayout.TargetCoverage, FactJson.Write(_coverage!.Target.Facts)),
            new("facts/coverage-notes.json", FactJson.Write(_coverage.Target.Notes)),
            new(PackageLayout.Objectives, FactJson.Write(board)),
            new("facts/findings.sarif", _check.Sarif),
            new("facts/junit.xml", _tests.JUnit),
        ];
        if (_coverage.Host is { } host) files.Add(new(PackageLayout.HostCoverage, FactJson.Write(host)));
        return files;
    }

    private bool IsApplication(string component) =>
        component == work.App.Name || work.App.Yaml.Components.Any(c => c.Name == component);

    private static string Ratio(CoverageCount count) =>
        count.Justified == 0 ? $"{count.Covered} of {count.Total}" : $"{count.Covered} of {count.Total} ({count.Justified} justified)";

    private static string Unchanged(bool cached) => cached ? " (unchanged)" : "";
}
