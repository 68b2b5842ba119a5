using System.Xml;
using System.Xml.Linq;
using Certify.Cli.Output;
using Certify.Cli.Tools;

namespace Certify.Cli.Stages;

/// <summary>Counts of one run of `dotnet test`.</summary>
internal sealed record TestCounts(int Passed, int Failed, int Skipped);

/// <summary>Runs the tests of solutions and projects and reads the results from the TRX files, never from the text.</summary>
internal static class SolutionTests
{
    private static readonly XNamespace s_trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    /// <summary>Runs `dotnet test`. Zero tests, or a missing result file, is a failure.</summary>
    public static TestCounts Run(string solution, StageLog log)
    {
        if (!File.Exists(solution)) throw CommandException.BadInput($"{solution}: no such solution (solutions: in certify.yaml)");
        var counts = new TestCounts(0, 1, 0);
        log.Stage("tests", say =>
        {
            var results = Directory.CreateTempSubdirectory("certify-trx-").FullName;
            try
            {
                say("builds the solution");
                var folder = Path.GetDirectoryName(solution)!;
                var build = ProcessRunner.Run("dotnet", ["build", solution, "-c", "Release", "-nologo", "-v", "quiet"], folder, TimeSpan.FromMinutes(30));
                if (build.ExitCode != 0) throw BuildStage.Failure(Path.GetFileName(solution), build);

                // One test project at a time: several of them build and boot the same images.
                var run = ProcessRunner.Run("dotnet",
                    ["test", solution, "-c", "Release", "--no-build", "-m:1", "-nologo", "-v", "quiet", "--logger", "trx", "--results-directory", results],
                    folder, TimeSpan.FromMinutes(60), null,
                    line => { if (line.StartsWith("Passed!", StringComparison.Ordinal)) say(line.Trim()); });
                counts = Count(results, log);
                if (run.ExitCode != 0 && counts.Failed == 0)
                {
                    log.Finding(string.Join('\n', run.All.Trim().Split('\n').TakeLast(40)));
                    counts = counts with { Failed = counts.Failed + 1 };
                }

                if (counts.Passed + counts.Failed == 0) counts = counts with { Failed = 1 };
            }
            finally
            {
                Directory.Delete(results, recursive: true);
            }

            return $"{Path.GetFileName(solution)}: {counts.Passed} passed, {counts.Failed} failed, {counts.Skipped} skipped";
        });
        return counts;
    }

    /// <summary>Reads one TRX file: test method (class.method), outcome, message.</summary>
    public static IEnumerable<(string Name, string Outcome, string? Message)> Read(string file)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        using var reader = XmlReader.Create(file, settings);
        var root = XDocument.Load(reader).Root!;
        var methods = root.Descendants(s_trx + "UnitTest").ToDictionary(
            t => (string)t.Attribute("id")!,
            t => (string?)t.Element(s_trx + "TestMethod")?.Attribute("className") + "." + (string?)t.Element(s_trx + "TestMethod")?.Attribute("name"));
        foreach (var result in root.Descendants(s_trx + "UnitTestResult"))
        {
            yield return (methods[(string)result.Attribute("testId")!], (string?)result.Attribute("outcome") ?? "",
                (result.Descendants(s_trx + "Message").FirstOrDefault() ?? result.Descendants(s_trx + "StdOut").FirstOrDefault())?.Value);
        }
    }

    private static TestCounts Count(string folder, StageLog log)
    {
        int passed = 0, failed = 0, skipped = 0;
        foreach (var file in Directory.GetFiles(folder, "*.trx", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var (name, outcome, message) in Read(file))
            {
                if (outcome == "Passed") passed++;
                else if (outcome == "NotExecuted")
                {
                    skipped++;
                    log.Line($"skipped: {name}: {message?.Trim()}");
                }
                else
                {
                    failed++;
                    log.Finding($"failed: {name}\n  {message?.Trim().ReplaceLineEndings("\n  ")}");
                }
            }
        }

        return new TestCounts(passed, failed, skipped);
    }
}
