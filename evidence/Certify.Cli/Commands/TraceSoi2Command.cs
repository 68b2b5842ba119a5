using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using Certify.Cli.Output;
using Certify.Cli.Stages;
using Certify.Trace.Reports.Threads;

namespace Certify.Cli.Commands;

/// <summary>certify trace soi2: threads picked at random, top-down and bottom-up, as in an auditor's review of the development.</summary>
// @llr CFY-LLR-382
internal static class TraceSoi2Command
{
    private const int ThreadsMax = 1000;

    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var seed = new Option<ulong?>("--seed") { HelpName = "N", Description = "Seed of the choice; drawn and printed if left out." };
        var count = new Option<int>("--threads") { HelpName = "K", Description = "Threads from each end, 2 if left out.", DefaultValueFactory = _ => 2 };
        var json = CommonOptions.Json();
        var format = TraceOptions.Format("text", "json", "html");
        var command = new Command("soi2", "Walks random threads top-down and bottom-up, as an auditor picks them, and prints every break.");
        var options = new TraceOptions().AddTo(command);
        foreach (var option in new Option[] { seed, count, format, json }) command.Options.Add(option);
        command.SetAction(parse =>
        {
            var form = parse.GetValue(json) ? "json" : parse.GetValue(format)!;
            var number = parse.GetValue(count);
            if (number is < 1 or > ThreadsMax) throw CommandException.BadInput($"--threads {number} is not in 1 to {ThreadsMax}");
            var drawn = parse.GetValue(seed) ?? (ulong)RandomNumberGenerator.GetInt32(int.MaxValue);
            var scopes = TraceScopes.Load(options.Of(parse), form != "text").ToList();
            List<(TraceScope Scope, TraceThread Thread)> threads = [.. scopes.SelectMany(s => ThreadSampler.Pick(s.Graph, drawn, number), (s, t) => (s, t))];
            Print(form, drawn, threads);
            return threads.Any(t => t.Thread.Breaks.Any()) ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }

    private static void Print(string form, ulong seed, List<(TraceScope Scope, TraceThread Thread)> threads)
    {
        List<TraceThread> bare = [.. threads.Select(t => t.Thread)];
        if (form == "json")
        {
            Terminal.Print(ThreadJson.Write(bare, seed));
            return;
        }

        var title = string.Create(CultureInfo.InvariantCulture, $"Threads by seed {seed}");
        if (form == "html")
        {
            Terminal.Print(ThreadPage.Write(title, bare));
            return;
        }

        var ink = Terminal.Ink;
        foreach (var (scope, thread) in threads)
        {
            var summary = ThreadText.Summary(thread);
            Terminal.Print($"{ink.Strong(scope.Name + ", " + thread.Title)}: {(thread.Breaks.Any() ? ink.Bad(summary) : ink.Good(summary))}\n");
            Terminal.Print(ThreadText.Write(scope.Graph, thread, Terminal.Width, ink) + "\n");
        }

        var broken = bare.Count(t => t.Breaks.Any());
        Terminal.Print(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {bare.Count} threads, {broken} with breaks\n"));
    }
}
