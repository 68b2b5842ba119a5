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
    public static TraceFacts Audit(Workspace work, string level, TestFacts? results, string? imageSha256)
    {
        var app = work.App;
        var folders = app.Yaml.Requirements.Select(r => Path.GetFullPath(Path.Combine(app.Folder, r))).ToList();
        foreach (var missing in folders.Where(f => !Directory.Exists(f)))
            throw CommandException.BadInput($"{missing}: no such folder (requirements: in certify.yaml)");
        var runtime = RuntimeTests(work);
        if (runtime is not null) folders.Add(Path.Combine(work.RuntimeRoot, "requirements"));
        var sources = new List<SourceSet>
        {
            new(app.Name, SourceRole.Code, true, ["CERTIFY_TARGET"], Files(work, AppSources(app)), HostReferences()),
        };
        if (app.Yaml.Properties is { } properties)
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(Path.Combine(app.Folder, properties)))!;
            sources.Add(new(app.Name + " properties", SourceRole.Properties, true, [], Files(work, Workspace.FilesBelow(folder, ".cs")), HostReferences()));
        }

        var assembler = new List<InputFile>();
        if (runtime is not null)
        {
            sources.Add(new("runtime", SourceRole.Code, true, ["CERTIFY_TARGET"],
                Files(work, s_runtimeParts.SelectMany(p => Workspace.FilesBelow(Path.Combine(work.RuntimeRoot, p), ".cs"))), []));
            sources.Add(new("runtime tests", SourceRole.UnitTests, false, [], Files(work, Workspace.FilesBelow(runtime, ".cs")), HostReferences()));
            assembler.AddRange(Files(work, Workspace.FilesBelow(Path.Combine(work.RuntimeRoot, "Platform"), ".S")));
        }

        return Run(new TraceInputs
        {
            Origin = work.Header(TraceFacts.Schema, "certify trace audit", []),
            Level = level,
            Requirements = Files(work, folders.SelectMany(f => Workspace.FilesBelow(f, ".md"))),
            Sources = sources,
            Assembler = assembler,
            ProblemReports = app.Yaml.ProblemReports is { } reports
                ? Files(work, Workspace.FilesBelow(Path.GetFullPath(Path.Combine(app.Folder, reports)), ".md")) : [],
            Results = results,
            ImageSha256 = imageSha256,
        });
    }

    /// <summary>Audits a requirement set of a repository's own (the toolkit's).</summary>
    public static TraceFacts Audit(string folder, TraceSetYaml set, FactHeader origin, DisplayPaths paths)
    {
        IReadOnlyList<InputFile> Read(IEnumerable<string> folders, string extension) =>
            [.. folders.SelectMany(f => Workspace.FilesBelow(Existing(folder, f), extension)).Select(f => Input(paths, f))];
        return Run(new TraceInputs
        {
            Origin = origin,
            Level = set.Level,
            Requirements = Read(set.Requirements, ".md"),
            Sources =
            [
                new(set.Name, SourceRole.Code, false, [], Read(set.Sources, ".cs"), HostReferences()),
                new(set.Name + " tests", SourceRole.UnitTests, false, [], Read(set.Tests, ".cs"), HostReferences()),
            ],
        });
    }

    /// <summary>Audits a bare folder of requirement files: no code, no tests.</summary>
    public static TraceFacts Audit(string folder, string level, FactHeader origin) => Audit(
        [.. Workspace.FilesBelow(folder, ".md").Select(f => new InputFile(Path.GetRelativePath(folder, f).Replace('\\', '/'), File.ReadAllBytes(f)))],
        level, origin);

    /// <summary>Audits requirement files: no code, no tests.</summary>
    public static TraceFacts Audit(IReadOnlyList<InputFile> requirements, string level, FactHeader origin) =>
        Run(new TraceInputs { Origin = origin, Level = level, Requirements = requirements });

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

    private static TraceFacts Run(TraceInputs inputs)
    {
        try
        {
            return TraceAudit.Run(inputs);
        }
        catch (TraceInputException e)
        {
            var seen = e.Findings.Select(f => "\n" + Trace.Reports.TextReport.Format(f));
            throw CommandException.BadInput(e.Message + string.Concat(seen));
        }
    }

    private static string Existing(string folder, string relative)
    {
        var full = Path.GetFullPath(Path.Combine(folder, relative));
        return Directory.Exists(full) ? full : throw CommandException.BadInput($"{full}: no such folder (traces: in certify.yaml)");
    }

    private static IReadOnlyList<InputFile> Files(Workspace work, IEnumerable<string> files) => [.. files.Select(f => Input(work.Paths, f))];

    private static InputFile Input(DisplayPaths paths, string file) => new(paths.Of(file), File.ReadAllBytes(file));

    private static IReadOnlyList<MetadataReference> HostReferences() =>
        [.. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(f => Path.GetFileName(f).StartsWith("System.", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(f => (MetadataReference)MetadataReference.CreateFromFile(f))];
}
