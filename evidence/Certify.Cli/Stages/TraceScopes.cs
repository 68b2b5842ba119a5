using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Tools;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reports.Threads;

namespace Certify.Cli.Stages;

/// <summary>Reads and audits what a trace verb is pointed at: a project's sets, or files and folders of known formats. Writes nothing.</summary>
// @llr CFY-LLR-390
internal static class TraceScopes
{
    /// <summary>The sets, one after the other as they are asked for: a repository's own first, which need no build tool, then its applications.</summary>
    public static IEnumerable<TraceScope> Load(TraceRequest request, bool quiet)
    {
        if (request.From is null && request.Paths is [var path] && IsProject(Path.GetFullPath(path))) return Project(path, request, quiet);
        return [Files(request, quiet)];
    }

    private static bool IsProject(string full) => File.Exists(full)
        ? Path.GetExtension(full) is ".csproj" or ".sln" or ".slnx"
        : File.Exists(Path.Combine(full, ProjectLocator.FileName)) || (Directory.Exists(full) && Directory.GetFiles(full, "*.csproj").Length > 0);

    private static IEnumerable<TraceScope> Project(string path, TraceRequest request, bool quiet)
    {
        var target = ProjectLocator.Locate(path);
        if (target.Apps.Count == 0 && target.Yaml.Traces.Count == 0)
            throw CommandException.BadInput($"{path}: no requirements found", "give a folder of requirement files, or a project that names one");
        foreach (var set in target.Yaml.Traces)
        {
            using var note = new SlowNote($"{set.Name}: reading requirements, code and tests", quiet);
            var git = GitState.Of(target.Folder);
            var header = new FactHeader(TraceFacts.Schema, Workspace.ToolVersion, "certify trace audit", git.Revision, git.Dirty, []);
            yield return OfFacts(set.Name, target.Folder, git.Root, TraceStage.Audit(target.Folder, With(set, request.Level), header, new DisplayPaths(git.Root)));
        }

        foreach (var app in target.Apps)
        {
            using var note = new SlowNote($"{app.Name}: reading requirements, code and tests", quiet);
            var work = Workspace.Open(app, new StageLog(quiet));
            yield return OfFacts(app.Name, app.Folder, work.Git.Root, TraceStage.Audit(work, request.Level ?? app.Yaml.Level, null, null));
        }
    }

    private static TraceScope OfFacts(string name, string folder, string root, TraceFacts facts) => new(
        name, folder, facts.Level, FactItems.Of(facts), facts.Findings, [], p => Path.GetFullPath(p, root), new Lazy<TraceFacts>(facts));

    private static TraceScope Files(TraceRequest request, bool quiet)
    {
        using var note = new SlowNote("reading " + string.Join(", ", request.Paths), quiet);
        var files = TraceFiles.Gather(request.Paths);
        var byShown = files.ToDictionary(f => f.Shown, f => f.Full, StringComparer.Ordinal);
        var header = new FactHeader(TraceFacts.Schema, Workspace.ToolVersion, "certify trace audit", GitState.Unversioned, true, []);
        var facts = TraceStage.Audit([.. files.Where(f => f.Full.EndsWith(".md", StringComparison.Ordinal)).Select(f => f.Read(request.Overlay))], request.Level ?? "A", header);
        return OfFacts(string.Join(" ", request.Paths), Path.GetFullPath(request.Paths[0]), Directory.GetCurrentDirectory(), facts) with
        {
            PathOf = p => byShown.TryGetValue(p, out var full) ? full : Path.GetFullPath(p),
        };
    }

    private static TraceSetYaml With(TraceSetYaml set, string? level) => level is null ? set : new()
    {
        Name = set.Name, Requirements = set.Requirements, Sources = set.Sources, Tests = set.Tests, Level = level,
    };
}
