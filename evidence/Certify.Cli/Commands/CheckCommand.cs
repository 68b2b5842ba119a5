using System.CommandLine;
using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Stages;
using Certify.Cli.Tools;
using Certify.Documents.Analysis;
using Certify.Facts;

namespace Certify.Cli.Commands;

/// <summary>certify check: the rules of the safe subset, with a receipt.</summary>
internal static class CheckCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var path = CommonOptions.PathArgument();
        var sarif = new Option<string?>("--sarif") { HelpName = "FILE", Description = "Write the findings as SARIF 2.1.0." };
        var fixes = new Option<bool>("--fixes") { Description = "With --sarif: also the change that removes a finding, where editors offer one." };
        var receipt = new Option<string?>("--receipt") { HelpName = "FILE", Description = "Write the receipt (analysis.json)." };
        var image = new Option<string?>("--image") { HelpName = "FILE", Description = "Write what the machine code of an application's image shows (image-analysis.json)." };
        var html = new Option<string?>("--html") { HelpName = "DIR", Description = "Write compliance summary, findings, deviations, integrity report and the rules' texts as pages to this folder." };
        var report = new Option<string?>("--report") { HelpName = "DIR", Description = "Write the compliance summary, the deviations report and the integrity report in Markdown to this folder." };
        var profile = new Option<string?>("--profile") { Description = "Profile of the rules in place of the project's own." };
        profile.AcceptOnlyFromAmong("application", "runtime", "core", "host");
        var date = new Option<string?>("--date") { HelpName = "DAY", Description = "Day on which deviation records are judged (yyyy-MM-dd); today if left out." };
        var json = CommonOptions.Json();
        var command = new Command("check", "Runs the rules of the safe subset on everything a project, or each project of a solution, compiles.") { path, profile, date, sarif, fixes, receipt, image, html, report, json };
        command.SetAction(parse =>
        {
            var log = new StageLog(parse.GetValue(json));
            var target = ProjectLocator.Locate(parse.GetValue(path)!);
            if (parse.GetValue(date) is { } day && !DateOnly.TryParseExact(day, "yyyy-MM-dd", out _)) throw CommandException.BadInput($"--date {day}: is no day", "write it as yyyy-MM-dd");
            if (parse.GetValue(fixes) && parse.GetValue(sarif) is null) throw CommandException.BadInput("--fixes: there is no file for them", "add --sarif FILE");
            IReadOnlyList<AppSettings> projects = target.Apps.Count > 0 ? target.Apps : SolutionProjects.Of(target);
            if (projects.Count == 0) throw CommandException.BadInput($"{target.Folder}: no project to check", "give a project file");
            var outputs = new List<CheckOutput>();
            var images = new List<ImageAnalysisFacts>();
            var clean = true;
            foreach (var app in projects)
            {
                CheckOutput? output = null;
                log.Stage("check", say =>
                {
                    say(app.Name);
                    output = CheckStage.Run(CheckStage.Request(app.ProjectFile, GitState.Of(app.Folder)) with
                    {
                        Profile = parse.GetValue(profile) ?? app.Yaml.Profile, Date = parse.GetValue(date) ?? CheckStage.Today,
                        WithFixes = parse.GetValue(fixes),
                    });
                    return (projects.Count > 1 ? app.Name + ": " : "") + Summary(output);
                });
                Print(output!, log);
                CheckSummary.Print(output!.Facts, log);
                if (output.Facts.Compilations.Any(c => !c.EnforcedByBuild))
                    log.Line($"{app.Name}: the build itself does not run the rules; reference Certify.Analyzers to have them in each build and in editors");
                outputs.Add(output);
                var below = projects.Count == 1 ? "" : app.Name;
                if (parse.GetValue(html) is { } pages) WriteAll(Path.Combine(pages, below), output.Pages(), "pages", log);
                if (parse.GetValue(report) is { } texts)
                    WriteAll(Path.Combine(texts, below), AnalysisReport.Markdown(output.Facts, output.Compliance), "reports", log);
                if (target.Apps.Count == 0) continue; // the images of a solution are those of its applications, each checked by itself
                clean &= ImageAnalysisStage.Check(app, output, log, out var machine);
                if (machine is not null) images.Add(machine);
            }

            if (parse.GetValue(json)) JsonOut.WriteAll([.. outputs.Select(o => o.Facts)]);
            if (parse.GetValue(sarif) is { } file) AtomicFile.Write(file, JsonOut.MergeSarif([.. outputs.Select(o => o.Sarif)]));
            if (parse.GetValue(image) is { } third) AtomicFile.Write(third, JsonOut.Bytes<ImageAnalysisFacts>([.. images]));
            if (parse.GetValue(receipt) is { } other) AtomicFile.Write(other, JsonOut.Bytes<AnalysisFacts>([.. outputs.Select(o => o.Facts)]));
            return clean && outputs.All(o => o.Passed) ? ExitCodes.Clean : ExitCodes.Findings;
        });
        return command;
    }

    private static void WriteAll(string folder, IReadOnlyList<(string Path, byte[] Bytes)> files, string what, StageLog log)
    {
        foreach (var (file, bytes) in files) AtomicFile.Write(Path.Combine(folder, file), bytes);
        log.Line($"{what}: {Path.GetFullPath(folder)}");
    }

    /// <summary>One sentence about a check.</summary>
    public static string Summary(CheckOutput output)
    {
        var files = output.Facts.Compilations.SelectMany(c => c.Sources).Select(s => s.Path).Distinct().Count();
        return $"{output.Facts.Rules.Count} rules on {files} files in {output.Facts.Compilations.Count} compilations, profile {string.Join(" and ", output.Facts.Compilations.Select(c => c.Profile).Distinct())}: {output.Facts.Violations.Count()} findings{Listed(output.Facts)}";
    }

    private static string Listed(AnalysisFacts facts)
    {
        (string Name, int Count)[] kinds =
        [
            ("advisory", facts.Count(FindingVerdict.Advisory)),
            ("deviated", facts.Count(FindingVerdict.Deviated)),
            ("checked at run time", facts.Count(FindingVerdict.CheckedAtRunTime)),
        ];
        return string.Concat(kinds.Where(k => k.Count > 0).Select(k => $", {k.Count} {k.Name}"));
    }

    /// <summary>Violations in compiler form, and what keeps the receipt from counting.</summary>
    public static void Print(CheckOutput output, StageLog log)
    {
        foreach (var finding in output.Facts.Violations)
            log.Finding($"{finding.Place}: error {finding.RuleId}: {finding.Message}{(finding.Suppressed ? " (suppressed in the source, which counts for nothing)" : "")}");
        foreach (var failure in output.Failures) log.Finding("error: " + failure);
    }
}
