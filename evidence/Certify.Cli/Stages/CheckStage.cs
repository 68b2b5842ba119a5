using Certify.Cli.Tools;
using Certify.Documents.Analysis;
using Certify.Facts;
using Certify.Projects.Checking;
using Certify.Projects.Loading;
using Certify.Projects.Reporting;

namespace Certify.Cli.Stages;

/// <summary>The rules, run by the second driver, with the receipt of what was analysed.</summary>
internal sealed record CheckOutput(AnalysisFacts Facts, IReadOnlyList<string> Failures, byte[] Sarif)
{
    /// <summary>True when the receipt counts and there is no violation.</summary>
    public bool Passed => Failures.Count == 0 && !Facts.Violations.Any();

    /// <summary>The compliance with every rule of the catalogue.</summary>
    public ComplianceFacts Compliance { get; init; } = ComplianceSummary.Of(Facts, Failures);

    /// <summary>The pages of the analysis: file name and content.</summary>
    public IReadOnlyList<(string Path, byte[] Bytes)> Pages() => AnalysisReport.Html(Facts, Compliance, RulePageHtml.All());
}

/// <summary>Runs the rules on one project.</summary>
internal static class CheckStage
{
    /// <summary>Runs every rule on host and target compilation of an application, and compares with what was built of it.</summary>
    public static CheckOutput Run(Workspace work, BuildOutput flight, out bool cached)
    {
        // Deviations end on a day, so what a day found is not what the next finds.
        var day = Today;
        var hasRecords = File.Exists(Path.Combine(work.App.Folder, "certify.deviations.md")) || Directory.Exists(Path.Combine(work.App.Folder, "deviations"));
        (var folder, cached) = work.Cache.Get("check", work.BuildInputs().Append(hasRecords ? day : "no deviations"), into =>
        {
            var output = Run(Request(work.App.ProjectFile, work.Git) with
            {
                Profile = work.App.Yaml.Profile, HostAssembly = flight.HostAssembly, TargetAssembly = flight.TargetAssembly,
                Date = hasRecords ? day : null,
            });
            File.WriteAllBytes(Path.Combine(into, "analysis.json"), FactJson.Write(output.Facts));
            File.WriteAllBytes(Path.Combine(into, "failures.json"), FactJson.Write(output.Failures));
        });
        var facts = Workspace.ReadFacts<AnalysisFacts>(Path.Combine(folder, "analysis.json"));
        facts = facts with { Header = work.Restamp(facts.Header) };
        var failures = Workspace.ReadFacts<IReadOnlyList<string>>(Path.Combine(folder, "failures.json"));
        return new CheckOutput(facts, failures, SarifWriter.Write(facts, null, failures));
    }

    /// <summary>The day by which deviation records are judged; no property of a project takes its place.</summary>
    public static string Today => DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A request for any project.</summary>
    public static ProjectCheckRequest Request(string project, GitState git) =>
        new(project, git.Root, "Release", Workspace.ToolVersion, "certify check", git.Revision, git.Dirty);

    /// <summary>Runs every rule on any project.</summary>
    public static CheckOutput Run(ProjectCheckRequest request)
    {
        try
        {
            var result = ProjectChecker.CheckAsync(request, CancellationToken.None).GetAwaiter().GetResult();
            return new CheckOutput(result.Facts, result.Failures, SarifWriter.Write(result.Facts, null, result.Failures, result.Fixes));
        }
        catch (ProjectLoadException e)
        {
            throw CommandException.BadInput(e.Message);
        }
    }
}
