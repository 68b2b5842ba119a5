using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reading;

namespace Certify.Cli.Stages;

/// <summary>What people wrote about the project: settings, history, problem reports, budgets with their figures.</summary>
internal static class ProjectStage
{
    private const string RuntimeFile = "components.yaml";

    /// <summary>Builds project.json.</summary>
    /// <param name="work">The application.</param>
    /// <param name="level">Software level.</param>
    /// <param name="image">Figures for the budgets.</param>
    /// <param name="machine">Figures of stack and static memory, or null where the image was not analysed.</param>
    public static ProjectFacts Run(Workspace work, string level, ImageFacts image, ImageAnalysisFacts? machine = null)
    {
        var yaml = work.App.Yaml;
        var settings = Path.Combine(work.App.Folder, Settings.ProjectLocator.FileName);
        var inputs = work.Digests(new[] { settings, Path.Combine(work.RuntimeRoot, RuntimeFile) }.Where(File.Exists).Concat(work.BuildFiles()).Distinct());
        return new ProjectFacts(
            work.Header(ProjectFacts.Schema, "certify package", inputs),
            work.App.Name,
            yaml.PartNumber,
            yaml.Organisation,
            level,
            yaml.Description.Trim(),
            [.. yaml.Components.Concat(RuntimeComponents(work)).Select(c => new ComponentText(c.Name, c.Text.Trim()))],
            work.Git.History,
            ProblemReports(work),
            [.. yaml.Budgets.Select(b => new BudgetFact(b.Name, b.Limit, b.Unit, Actual(b, image, machine), b.Reason))]);
    }

    private static IEnumerable<Settings.ComponentYaml> RuntimeComponents(Workspace work)
    {
        var file = Path.Combine(work.RuntimeRoot, RuntimeFile);
        return File.Exists(file) ? Settings.SettingsReader.Read(file).Components : [];
    }

    /// <summary>Budgets that are exceeded.</summary>
    public static IReadOnlyList<string> Exceeded(ProjectFacts facts) =>
        [.. facts.Budgets.Where(b => b.Actual > b.Limit).Select(b => $"{b.Name}: {b.Actual} {b.Unit}, the budget is {b.Limit}")];

    private static IReadOnlyList<ProblemReportFact> ProblemReports(Workspace work)
    {
        if (work.App.Yaml.ProblemReports is not { } setting) return [];
        var folder = Path.GetFullPath(Path.Combine(work.App.Folder, setting));
        if (!Directory.Exists(folder)) throw CommandException.BadInput($"{folder}: no such folder (problemReports: in certify.yaml)");
        return ProblemReportReader.Read(Workspace.FilesBelow(folder, ".md").Select(f => new InputFile(work.Paths.Of(f), File.ReadAllBytes(f)))).Items;
    }

    private static long? Actual(Settings.BudgetYaml budget, ImageFacts image, ImageAnalysisFacts? machine) => budget.Measure switch
    {
        "image-bytes" => image.LoadedBytes,
        "boot-instructions" => image.Boot?.InstructionsToFirstStatement,
        "memory-mib" => image.Boot?.MemoryMiB,
        "stack-bytes" => machine?.User?.ComputedBytes,
        "static-bytes" => machine is null ? null : ImageAnalysisStage.StaticBytes(machine),
        null => null,
        _ => throw CommandException.BadInput(
            $"budget '{budget.Name}': measure '{budget.Measure}' is unknown", "image-bytes, boot-instructions, memory-mib, stack-bytes or static-bytes"),
    };
}
