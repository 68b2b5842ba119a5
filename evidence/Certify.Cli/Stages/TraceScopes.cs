using System.Collections.Concurrent;
using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Tools;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Cli.Stages;

/// <summary>Reads and audits what a trace verb is pointed at: a project's sets, or files and folders of known formats. Writes nothing.</summary>
// @llr CFY-LLR-390
internal static class TraceScopes
{
    private const string Command = "certify trace audit";
    private static readonly ConcurrentDictionary<string, Workspace> s_workspaces = new(StringComparer.Ordinal);

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
            var header = new FactHeader(TraceFacts.Schema, Workspace.ToolVersion, Command, git.Revision, git.Dirty, []);
            var inputs = TraceStage.Inputs(target.Folder, With(set, request.Level), header, 
                new DisplayPaths(git.Root), Reader(request), !request.RequirementsOnly, request.Date);
            yield return Audit(
                set.Name, SettingsOf([.. set.Requirements.Select(f => Path.GetFullPath(f, target.Folder)), target.Folder], git.Root, request),
                WithResults(inputs, request), p => Path.GetFullPath(p, git.Root));
        }

        foreach (var app in target.Apps)
        {
            using var note = new SlowNote($"{app.Name}: reading requirements, code and tests", quiet);
            var work = s_workspaces.GetOrAdd(app.ProjectFile, _ => Workspace.Open(app, new StageLog(quiet)));
            var inputs = TraceStage.Inputs(work, request.Level ?? app.Yaml.Level, Reader(request), !request.RequirementsOnly, request.Date);
            yield return Audit(
                app.Name, SettingsOf([.. app.Yaml.Requirements.Select(f => Path.GetFullPath(f, app.Folder)), app.Folder], work.Git.Root, request),
                WithResults(inputs, request), p => Path.GetFullPath(p, work.Git.Root));
        }
    }

    private static TraceScope Files(TraceRequest request, bool quiet)
    {
        using var note = new SlowNote("reading " + string.Join(", ", request.Paths), quiet);
        var files = TraceFiles.Gather(request.Paths);
        var named = request.Paths.Select(Path.GetFullPath).Select(p => Directory.Exists(p) ? p : Path.GetDirectoryName(p)!).Distinct(StringComparer.Ordinal).ToList();
        var shown = files.ToDictionary(f => f.Full, f => f.Shown, StringComparer.Ordinal);
        var settings = TraceSettings.Load(named, p => shown.GetValueOrDefault(p, Path.GetFileName(p)), Reader(request));
        var read = TraceReading.Read(request, files, settings);
        if (!quiet) PassedOver(read.Unknown);
        var byShown = read.Files.ToDictionary(f => f.Shown, f => f.Full, StringComparer.Ordinal);
        var inputs = settings.Into(new TraceInputs
        {
            Origin = new FactHeader(TraceFacts.Schema, Workspace.ToolVersion, Command, GitState.Unversioned, true, []),
            Level = request.Level ?? settings.Project.Level ?? "A",
            Requirements = read.Markdown,
            Items = read.Items,
            ReadFindings = read.Findings,
            Losses = read.Losses,
        }, request.Date);
        return Audit(
            string.Join(" ", request.Paths.Select(p => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(p))))),
            settings, WithResults(inputs, request),
            p => byShown.TryGetValue(p, out var full) ? full : Path.GetFullPath(p));
    }

    private static void PassedOver(IReadOnlyList<string> files)
    {
        foreach (var file in files.Take(TraceReading.UnknownShown)) Terminal.Note($"note: {file}: of no known format, passed over");
        if (files.Count > TraceReading.UnknownShown) Terminal.Note($"note: and {files.Count - TraceReading.UnknownShown} more files of no known format");
    }

    private static TraceScope Audit(string name, TraceSettings settings, TraceInputs inputs, Func<string, string> pathOf) =>
        new(name, settings, TraceStage.Run(inputs), pathOf);

    private static TraceSettings SettingsOf(IReadOnlyList<string> folders, string root, TraceRequest request) =>
        TraceSettings.Load(folders, new DisplayPaths(root).Of, Reader(request));

    private static Func<string, byte[]> Reader(TraceRequest request) =>
        request.Overlay.Count == 0 ? WholeFile.Read : path => request.Overlay.TryGetValue(path, out var open) ? open : WholeFile.Read(path);

    /// <summary>Adds the results that are named, the digest of the image that they must be of, and those of their logs.</summary>
    private static TraceInputs WithResults(TraceInputs inputs, TraceRequest request)
    {
        if (request.Image is { } image)
        {
            if (!File.Exists(image)) throw CommandException.BadInput($"--image {image}: no such file");
            inputs = inputs with { ImageSha256 = Digest.OfFile(image) };
        }
        if (request.Logs.Count > 0) inputs = inputs with { Logs = TraceLogs.Digests(request.Logs) };
        return request.Results.Count == 0 ? inputs : TraceResults.Add(inputs, request.Results);
    }

    private static TraceSetYaml With(TraceSetYaml set, string? level) => level is null ? set : new()
    {
        Name = set.Name, Requirements = set.Requirements, Sources = set.Sources, Tests = set.Tests, Level = level,
    };
}
