using System.CommandLine;
using System.Text;
using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Stages;
using Certify.Cli.Tools;
using Certify.Facts;
using Certify.Trace.Reports;

namespace Certify.Cli.Commands;

/// <summary>certify trace audit: requirement traces, read only.</summary>
internal static class TraceCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var command = new Command("trace", "Requirement traces.") { Audit() };
        return command;
    }

    private static Command Audit()
    {
        var path = CommonOptions.PathArgument();
        var level = CommonOptions.Level();
        var json = CommonOptions.Json();
        var format = new Option<string>("--format") { Description = "text, json, sarif or html.", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "sarif", "html");
        var command = new Command("audit", "Audits requirements, code and tests. Writes nothing.") { path, level, format, json };
        command.SetAction(parse =>
        {
            var form = parse.GetValue(json) ? "json" : parse.GetValue(format)!;
            var log = new StageLog(quiet: form != "text");
            var audits = Run(parse.GetValue(path)!, parse.GetValue(level), log).ToList();
            Write(form, [.. audits.Select(a => a.Facts)]);
            foreach (var (name, facts) in audits)
            {
                log.Line($"{name}: level {facts.Level}, {facts.Requirements.Count} requirements, {facts.Code.Count} code elements, {facts.Tests.Count} tests");
            }

            return audits.Any(a => HasErrors(a.Facts)) ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }

    private static void Write(string format, IReadOnlyList<TraceFacts> audits)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(format switch
        {
            "json" => JsonOut.Bytes(audits),
            "sarif" => JsonOut.MergeSarif([.. audits.Select(SarifReport.Write)]),
            "html" => Encoding.UTF8.GetBytes(string.Concat(audits.Select(f => MatrixPage.Write(f)))),
            _ => Encoding.UTF8.GetBytes(string.Concat(audits.Select(TextReport.Write))),
        });
    }

    /// <summary>Whether the audit found an error.</summary>
    public static bool HasErrors(TraceFacts facts) => facts.Findings.Any(f => f.Severity == FindingSeverity.Error);

    private static IEnumerable<(string Name, TraceFacts Facts)> Run(string path, string? level, StageLog log)
    {
        var full = Path.GetFullPath(path);
        var bare = Directory.Exists(full) && !File.Exists(Path.Combine(full, ProjectLocator.FileName))
            && Directory.GetFiles(full, "*.csproj").Length == 0;
        if (bare)
        {
            var state = GitState.Of(full);
            var header = new FactHeader(TraceFacts.Schema, Workspace.ToolVersion, "certify trace audit", state.Revision, state.Dirty, []);
            yield return (path, TraceStage.Audit(full, level ?? "A", header));
            yield break;
        }

        var target = ProjectLocator.Locate(path);
        if (target.Apps.Count == 0 && target.Yaml.Traces.Count == 0)
            throw CommandException.BadInput($"{path}: no requirements found", "give a folder of requirement files, or a project that names one");
        foreach (var app in target.Apps)
            yield return (app.Name, TraceStage.Audit(Workspace.Open(app, log), level ?? app.Yaml.Level, null, null));
        foreach (var set in target.Yaml.Traces)
        {
            var git = GitState.Of(target.Folder);
            var header = new FactHeader(TraceFacts.Schema, Workspace.ToolVersion, "certify trace audit", git.Revision, git.Dirty, []);
            yield return (set.Name, TraceStage.Audit(target.Folder, level is null ? set : With(set, level), header, new DisplayPaths(git.Root)));
        }
    }

    private static TraceSetYaml With(TraceSetYaml set, string level) => new()
    {
        Name = set.Name, Requirements = set.Requirements, Sources = set.Sources, Tests = set.Tests, Level = level,
    };
}
