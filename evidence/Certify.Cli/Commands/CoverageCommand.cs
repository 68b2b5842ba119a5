using System.CommandLine;
using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Stages;
using Certify.Coverage.Recording;

namespace Certify.Cli.Commands;

/// <summary>certify coverage: structural coverage by requirement-linked properties, on target and host.</summary>
internal static class CoverageCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var path = CommonOptions.PathArgument();
        var seed = CommonOptions.Seed();
        var html = new Option<string?>("--html") { HelpName = "DIR", Description = "Write the coverage pages to this folder." };
        var json = CommonOptions.Json();
        var command = new Command("coverage", "Statement, decision and MC/DC coverage on the target; host coverage beside it.") { path, seed, html, json };
        command.SetAction(parse =>
        {
            var log = new StageLog(parse.GetValue(json));
            var app = ProjectLocator.Locate(parse.GetValue(path)!).FirstApp();
            var work = Workspace.Open(app, log);
            CoverageOutput? output = null;
            log.Stage("coverage", say =>
            {
                say("flight image");
                var flight = BuildStage.Run(work, BuildStage.Flight, null, [], out _);
                say("properties");
                var properties = PropertyAssembly.Load(work);
                output = CoverageStage.Cached(work, flight, properties, parse.GetValue(seed) ?? TestStage.FixedSeed, say, out var cached);
                return $"{output.Target.Facts.Statements.Count} statements, {output.Target.Facts.Decisions.Count} decisions{(cached ? " (unchanged)" : "")}";
            });
            var facts = output!.Target.Facts;
            if (parse.GetValue(html) is { } folder)
            {
                foreach (var page in output.Pages) AtomicFile.Write(Path.Combine(folder, page.Path), page.Bytes);
                log.Line("pages: " + Path.GetFullPath(folder));
            }

            if (parse.GetValue(json)) JsonOut.Write(facts);
            else Print(output, log);
            return CoverageGaps.IsClosed(facts) && output.Target.Notes.Findings.Count == 0 ? ExitCodes.Clean : ExitCodes.Findings;
        });
        return command;
    }

    private static void Print(CoverageOutput output, StageLog log)
    {
        foreach (var gap in CoverageGaps.Of(output.Target.Facts))
            Console.Out.WriteLine($"{gap.Place}: {(gap.Justification is { } j ? $"justified by {j}" : "not covered")}: {gap.What}");
        foreach (var finding in output.Target.Notes.Findings) log.Finding($"{finding.Place}: {finding.Code}: {finding.Message}");
        foreach (var summary in CoverageSummary.ByComponent(output.Target.Facts))
        {
            log.Line($"  {summary.Name,-12} statements {Count(summary.Statements),-12} decisions {Count(summary.Decisions),-10} MC/DC conditions {Count(summary.Conditions)}");
        }
    }

    private static string Count(CoverageCount count) => $"{count.Covered}/{count.Total}{(count.Justified > 0 ? $" ({count.Justified} justified)" : "")}";
}
