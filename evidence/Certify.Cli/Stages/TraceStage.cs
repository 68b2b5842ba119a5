using System.Runtime.CompilerServices;
using Certify.Cli.Settings;
using Certify.Cli.Tools;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;
using Microsoft.CodeAnalysis;

namespace Certify.Cli.Stages;

/// <summary>Audits requirement traces: those of an application with all code in its image, or a set of its own.</summary>
internal static class TraceStage
{
    private static readonly string[] s_runtimeParts = ["CoreLib", "Kernel"];

    /// <summary>Audits an application: its requirements and the runtime's, its code and all code in the image, its properties.</summary>
    /// <param name="work">The application.</param>
    /// <param name="level">Software level.</param>
    /// <param name="results">Results of the properties and of the runtime's tests, or null.</param>
    /// <param name="imageSha256">Image the results must be of, or null.</param>
    public static TraceFacts Audit(Workspace work, string level, TestFacts? results, string? imageSha256) =>
        Run(Inputs(work, level, WholeFile.Read) with { Results = results, ImageSha256 = imageSha256 }).ToFacts();

    /// <summary>Audits a requirement set of a repository's own (the toolkit's).</summary>
    public static TraceFacts Audit(string folder, TraceSetYaml set, FactHeader origin, DisplayPaths paths) =>
        Run(Inputs(folder, set, origin, paths, WholeFile.Read)).ToFacts();

    /// <summary>Audits a bare folder of requirement files: no code, no tests.</summary>
    public static TraceFacts Audit(string folder, string level, FactHeader origin) => Run(new TraceInputs
    {
        Origin = origin,
        Level = level,
        Requirements = [.. Workspace.FilesBelow(folder, ".md").Select(f => new InputFile(Path.GetRelativePath(folder, f).Replace('\\', '/'), WholeFile.Read(f)))],
    }).ToFacts();

    /// <summary>All that belongs to the trace of an application.</summary>
    /// <param name="work">The application.</param>
    /// <param name="level">Software level.</param>
    /// <param name="read">Gives the bytes of a file by its absolute path.</param>
    /// <param name="sources">False to leave code and tests out.</param>
    /// <param name="day">The day that justifications are judged by; today if null.</param>
    public static TraceInputs Inputs(Workspace work, string level, Func<string, byte[]> read, bool sources = true, DateOnly? day = null)
    {
        var app = work.App;
        var folders = app.Yaml.Requirements.Select(r => Path.GetFullPath(Path.Combine(app.Folder, r))).ToList();
        foreach (var missing in folders.Where(f => !Directory.Exists(f)))
            throw CommandException.BadInput($"{missing}: no such folder (requirements: in certify.yaml)");
        var settings = TraceSettings.Load([.. folders, app.Folder], work.Paths.Of, read);
        var runtime = RuntimeTests(work);
        if (runtime is not null) folders.Add(Path.Combine(work.RuntimeRoot, "requirements"));
        IReadOnlyList<InputFile> Files(IEnumerable<string> files) =>
            [.. files.Where(f => !settings.Taken.Contains(f)).Select(f => new InputFile(work.Paths.Of(f), read(f)))];
        var inputs = settings.Into(new TraceInputs
        {
            Origin = work.Header(TraceFacts.Schema, "certify trace audit", []),
            Level = level,
            Requirements = Files(folders.SelectMany(f => Workspace.FilesBelow(f, ".md"))),
            ProblemReports = app.Yaml.ProblemReports is { } reports
                ? Files(Workspace.FilesBelow(Path.GetFullPath(Path.Combine(app.Folder, reports)), ".md")) : [],
        }, day);
        return !sources ? inputs : inputs with
        {
            Sources = AppSets(work, runtime, Files),
            Assembler = runtime is null ? [] : Files(Workspace.FilesBelow(Path.Combine(work.RuntimeRoot, "Platform"), ".S")),
        };
    }

    /// <summary>All that belongs to the trace of a repository's own set.</summary>
    /// <param name="folder">Folder that the set's paths are relative to.</param>
    /// <param name="set">The set.</param>
    /// <param name="origin">Tool, revision.</param>
    /// <param name="paths">Machine paths to shown paths.</param>
    /// <param name="read">Gives the bytes of a file by its absolute path.</param>
    /// <param name="sources">False to leave code and tests out.</param>
    /// <param name="day">The day that justifications are judged by; today if null.</param>
    public static TraceInputs Inputs(
        string folder, TraceSetYaml set, FactHeader origin, DisplayPaths paths, Func<string, byte[]> read, bool sources = true, DateOnly? day = null)
    {
        var settings = TraceSettings.Load([.. set.Requirements.Select(f => Existing(folder, f)), folder], paths.Of, read);
        IReadOnlyList<InputFile> Read(IEnumerable<string> folders, string extension) =>
            [.. folders.SelectMany(f => Workspace.FilesBelow(Existing(folder, f), extension)).Where(f => !settings.Taken.Contains(f)).Select(f => new InputFile(paths.Of(f), read(f)))];
        var inputs = settings.Into(new TraceInputs { Origin = origin, Level = set.Level, Requirements = Read(set.Requirements, ".md") }, day);
        return !sources ? inputs : inputs with { Sources = OwnSets(set, Read(set.Sources, ".cs"), Read(set.Tests, ".cs")) };
    }

    /// <summary>Audits; what stops an audit becomes an error of input.</summary>
    /// <exception cref="CommandException">There is nothing to audit (exit code 2).</exception>
    public static AuditReport Run(TraceInputs inputs)
    {
        try
        {
            return TraceAudit.Audit(inputs);
        }
        catch (TraceInputException e)
        {
            var seen = e.Findings.Select(f => "\n" + Trace.Reports.TextReport.Format(f));
            throw CommandException.BadInput(e.Message + string.Concat(seen));
        }
    }

    // Apart from Inputs, so that a set without sources needs no compiler.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<SourceSet> AppSets(Workspace work, string? runtime, Func<IEnumerable<string>, IReadOnlyList<InputFile>> files)
    {
        var app = work.App;
        var sets = new List<SourceSet> { new(app.Name, SourceRole.Code, true, ["CERTIFY_TARGET"], files(AppSources(app)), HostReferences()) };
        if (app.Yaml.Properties is { } properties)
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(Path.Combine(app.Folder, properties)))!;
            sets.Add(new(app.Name + " properties", SourceRole.Properties, true, [], files(Workspace.FilesBelow(folder, ".cs")), HostReferences()));
        }

        if (runtime is null) return sets;
        sets.Add(new("runtime", SourceRole.Code, true, ["CERTIFY_TARGET"],
            files(s_runtimeParts.SelectMany(p => Workspace.FilesBelow(Path.Combine(work.RuntimeRoot, p), ".cs"))), []));
        sets.Add(new("runtime tests", SourceRole.UnitTests, false, [], files(Workspace.FilesBelow(runtime, ".cs")), HostReferences()));
        return sets;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SourceSet[] OwnSets(TraceSetYaml set, IReadOnlyList<InputFile> code, IReadOnlyList<InputFile> tests) =>
    [
        new(set.Name, SourceRole.Code, false, [], code, HostReferences()),
        new(set.Name + " tests", SourceRole.UnitTests, false, [], tests, HostReferences()),
    ];

    /// <summary>The application's own sources: every .cs of its folder but those of other projects in it.</summary>
    public static IEnumerable<string> AppSources(AppSettings app)
    {
        var others = Workspace.FilesBelow(app.Folder, ".csproj").Where(p => p != app.ProjectFile)
            .Select(p => Path.GetDirectoryName(p)! + Path.DirectorySeparatorChar).ToList();
        return Workspace.FilesBelow(app.Folder, ".cs").Where(f => !others.Any(o => f.StartsWith(o, StringComparison.Ordinal)));
    }

    /// <summary>Folder of the runtime's own tests: there in a clone, absent in the SDK package.</summary>
    public static string? RuntimeTests(Workspace work)
    {
        if (!work.RuntimeIsInRepository) return null;
        var folder = Path.Combine(work.RuntimeRoot, "..", "tests", "Certify.Unikernel.Tests");
        return Directory.Exists(folder) ? Path.GetFullPath(folder) : null;
    }

    private static string Existing(string folder, string relative)
    {
        var full = Path.GetFullPath(Path.Combine(folder, relative));
        return Directory.Exists(full) ? full : throw CommandException.BadInput($"{full}: no such folder (traces: in certify.yaml)");
    }

    private static IReadOnlyList<MetadataReference> HostReferences() =>
        [.. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(f => Path.GetFileName(f).StartsWith("System.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(f => (MetadataReference)MetadataReference.CreateFromFile(f))];
}
