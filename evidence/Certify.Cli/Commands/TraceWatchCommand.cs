using System.CommandLine;
using Certify.Cli.Output;
using Certify.Cli.Stages;

namespace Certify.Cli.Commands;

/// <summary>certify trace watch: audits again whenever a file changes, and prints what came and went.</summary>
// @llr CFY-LLR-392
internal static class TraceWatchCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var command = new Command("watch", "Audits again whenever a file changes, and prints which findings came and went. Ctrl-C ends it.");
        var options = new TraceOptions().AddTo(command);
        command.SetAction((parse, cancel) => Task.Run(() => Run(options.Of(parse), cancel), CancellationToken.None));
        return command;
    }

    private static int Run(TraceRequest request, CancellationToken cancel)
    {
        var watch = new TraceWatch(() => TraceScopes.Load(request, quiet: true).ToList(), Terminal.Print, Terminal.Ink);
        watch.Audit();
        using var signal = new FileSignal(request.Paths);
        Terminal.Print("watching; Ctrl-C ends it\n");
        while (signal.Wait(cancel)) watch.Audit();
        return watch.LastCode;
    }
}
