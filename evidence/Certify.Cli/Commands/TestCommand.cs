using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Stages;
using Certify.Facts;

namespace Certify.Cli.Commands;

/// <summary>certify test: a repository's solutions, and the properties of applications on host, target or both.</summary>
internal static class TestCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var path = CommonOptions.PathArgument();
        var target = new Option<string>("--target")
        {
            HelpName = "SIDES",
            Description = "Sides, comma separated: host, qemu. Both also compares them bit for bit.",
            DefaultValueFactory = _ => "host,qemu",
        };
        var seed = CommonOptions.Seed();
        var cases = new Option<int?>("--cases") { HelpName = "N", Description = "Cases per property in place of each property's own number." };
        var property = new Option<string?>("--property") { HelpName = "ID", Description = "Only this property (test id, or its end)." };
        var one = new Option<int?>("--case") { HelpName = "N", Description = "Only this case of the property (replay)." };
        var junit = new Option<string?>("--junit") { HelpName = "FILE", Description = "Write the properties' results as JUnit XML." };
        var list = new Option<bool>("--list") { Description = "List the properties and end." };
        var json = CommonOptions.Json();
        var command = new Command("test", "Runs the project's tests, and its properties on host and target.")
        {
            path, target, seed, cases, property, one, junit, list, json,
        };
        command.SetAction(parse =>
        {
            var log = new StageLog(parse.GetValue(json));
            var place = ProjectLocator.Locate(parse.GetValue(path)!);
            if (parse.GetValue(cases) is < 1) throw CommandException.BadInput("--cases takes at least 1: no case proves nothing");
            if (parse.GetValue(one) is < 0) throw CommandException.BadInput("--case takes 0 or more");
            if (parse.GetValue(list)) return List(place, parse.GetValue(json), log);
            var request = new TestRequest(
                Sides(parse.GetValue(target)!), parse.GetValue(seed) ?? RandomSeed(), parse.GetValue(cases),
                parse.GetValue(property), parse.GetValue(one));
            return Run(place, request, parse.GetValue(junit), parse.GetValue(json), log);
        });
        return command;
    }

    private static int Run(Target place, TestRequest request, string? junit, bool json, StageLog log)
    {
        int passed = 0, failed = 0, skipped = 0;
        if (request.Property is null)
        {
            foreach (var solution in place.Yaml.Solutions)
            {
                var counts = SolutionTests.Run(Path.Combine(place.Folder, solution), log);
                (passed, failed, skipped) = (passed + counts.Passed, failed + counts.Failed, skipped + counts.Skipped);
            }
        }

        var facts = new List<TestFacts>();
        foreach (var app in place.Apps)
        {
            var work = Workspace.Open(app, log);
            var output = Properties(work, request, log);
            foreach (var result in output.Facts.Results)
            {
                if (result.Verdict == Verdict.Passed) passed++;
                else failed++;
            }

            facts.Add(output.Facts);
            if (!json) TestReport.Print(output, log);
            if (junit is not null) AtomicFile.Write(junit, output.JUnit);
        }

        if (json) JsonOut.WriteAll(facts);
        if (passed + failed == 0)
        {
            log.Error("no test was run, which proves nothing", "name properties or solutions in certify.yaml");
            return ExitCodes.Findings;
        }

        if (!json) Console.Out.WriteLine($"{passed} passed, {failed} failed{(skipped > 0 ? $", {skipped} skipped" : "")}");
        return failed == 0 ? ExitCodes.Clean : ExitCodes.Findings;
    }

    private static TestOutput Properties(Workspace work, TestRequest request, StageLog log)
    {
        BuildOutput? flight = null;
        PropertyAssembly? properties = null;
        log.Stage("build", say =>
        {
            say("flight image");
            flight = BuildStage.Run(work, BuildStage.Flight, null, [], out var cached);
            say("properties");
            properties = PropertyAssembly.Load(work);
            return $"{work.App.Name}{(cached ? " (unchanged)" : "")}, {properties.Catalogue.Entries.Count} properties";
        });
        TestOutput? output = null;
        log.Stage("properties", say =>
        {
            output = TestStage.Run(work, flight!, properties!, request, say);
            var bad = output.Facts.Results.Count(r => r.Verdict != Verdict.Passed);
            return $"{output.Facts.Results.Count} runs, {bad} not passed, seed {request.Seed}";
        });
        return output!;
    }

    private static int List(Target place, bool json, StageLog log)
    {
        var entries = place.Apps.SelectMany(app => PropertyAssembly.Load(Workspace.Open(app, log)).Catalogue.Entries).ToList();
        if (json)
        {
            JsonOut.Write(entries.Select(e => new { e.TestId, e.Title, e.Kind, e.Requirements, e.Cases }).ToList());
            return ExitCodes.Clean;
        }

        foreach (var entry in entries)
            Console.Out.WriteLine($"{entry.TestId}\t{entry.Kind}\t{string.Join(",", entry.Requirements)}\t{entry.Title}");
        return ExitCodes.Clean;
    }

    private static IReadOnlyList<TestSide> Sides(string text)
    {
        var names = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct().Order(StringComparer.Ordinal).ToArray();
        return names switch
        {
            ["host"] => [TestSide.Host],
            ["qemu"] => [TestSide.Target],
            ["host", "qemu"] => [TestSide.Host, TestSide.Target, TestSide.Differential],
            _ => throw CommandException.BadInput($"--target '{text}' is none of host, qemu, host,qemu"),
        };
    }

    private static ulong RandomSeed() =>
        ulong.Parse(RandomNumberGenerator.GetInt32(1, int.MaxValue).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
