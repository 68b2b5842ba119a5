using Certify.Cli.Tools;
using Certify.Facts;

namespace Certify.Cli.Stages;

/// <summary>
/// The runtime's own requirement-based tests. They boot other images than the one that flies (one has to fault to
/// test a fault), so their results count as host results and never as results of the flight image.
/// </summary>
internal static class RuntimeTests
{
    /// <summary>Runs the tests of a clone's runtime; none where the runtime came as a package.</summary>
    /// <param name="work">The application.</param>
    /// <param name="known">Test ids that the trace knows; others verify no requirement.</param>
    /// <param name="cached">True when equal inputs ran before.</param>
    public static IReadOnlyList<TestResult> Run(Workspace work, IReadOnlySet<string> known, out bool cached)
    {
        cached = true;
        if (TraceStage.RuntimeTests(work) is not { } folder) return [];
        var project = Path.Combine(folder, "Certify.Unikernel.Tests.csproj");
        var inputs = Workspace.FilesBelow(folder).Concat(Workspace.FilesBelow(work.RuntimeRoot)).Order(StringComparer.Ordinal)
            .Select(f => f + " " + Digest.OfFile(f));
        (var cache, cached) = work.Cache.Get("runtime-tests", work.BuildInputs().Concat(inputs), into => Execute(project, into));
        var results = Workspace.ReadFacts<IReadOnlyList<TestResult>>(Path.Combine(cache, "results.json"));
        // A runner names class and method; the documentation id of a theory has its parameter types as well.
        var ids = known.ToLookup(id => id.Split('(')[0], StringComparer.Ordinal);
        return [.. results.SelectMany(r => ids[r.Test].Select(id => r with { Test = id }))];
    }

    private static void Execute(string project, string into)
    {
        var run = ProcessRunner.Run("dotnet",
            ["test", project, "-c", "Release", "-nologo", "-v", "quiet", "--logger", "trx;LogFileName=run.trx", "--results-directory", into],
            Path.GetDirectoryName(project)!, TimeSpan.FromMinutes(20));
        var file = Path.Combine(into, "run.trx");
        if (!File.Exists(file))
            throw new CommandException(ExitCodes.Findings, "the runtime's tests did not run\n" + string.Join('\n', run.All.Trim().Split('\n').TakeLast(20)));
        var nothing = Digest.Of("");
        var results = SolutionTests.Read(file).Where(r => r.Outcome != "NotExecuted")
            .GroupBy(r => "M:" + r.Name).OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new TestResult(
                g.Key, TestSide.Host, g.All(r => r.Outcome == "Passed") ? Verdict.Passed : Verdict.Failed, g.Count(), 0, 0, [],
                g.Select(r => r.Message).FirstOrDefault(m => m is not null)?.Trim().Split('\n')[0], null, null, null, nothing, null))
            .ToList();
        File.Delete(file);
        File.WriteAllBytes(Path.Combine(into, "results.json"), FactJson.Write(results));
    }
}
