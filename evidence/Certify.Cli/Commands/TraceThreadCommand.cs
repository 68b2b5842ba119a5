using System.CommandLine;
using Certify.Cli.Output;
using Certify.Cli.Stages;
using Certify.Trace.Reports.Threads;

namespace Certify.Cli.Commands;

/// <summary>certify trace thread: everything that an item was made for, and everything that was made for it.</summary>
// @llr CFY-LLR-383
internal static class TraceThreadCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "Id of a requirement, symbol, test or any other item." };
        var json = CommonOptions.Json();
        var format = TraceOptions.Format("text", "json", "html");
        var command = new Command("thread", "Shows the whole thread of an item, up to the system and down to code, tests and results, with each break.") { id };
        var options = new TraceOptions().AddTo(command);
        command.Options.Add(format);
        command.Options.Add(json);
        command.SetAction(parse =>
        {
            var form = parse.GetValue(json) ? "json" : parse.GetValue(format)!;
            var (scope, item) = Find(options.Of(parse), parse.GetValue(id)!, form != "text");
            var thread = ThreadTree.Through(scope.Graph, item);
            Print(form, scope, thread);
            return thread.Errors > 0 ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }

    private static void Print(string form, TraceScope scope, TraceThread thread)
    {
        if (form == "json") Terminal.Print(ThreadJson.Write([thread]));
        else if (form == "html") Terminal.Print(ThreadPage.Write("Thread", [thread]));
        else Terminal.Print(ThreadText.Write(scope.Graph, thread, Terminal.Width, Terminal.Ink) + "\n" + ThreadText.Summary(thread) + "\n");
    }

    private static (TraceScope Scope, int Item) Find(TraceRequest request, string id, bool quiet)
    {
        var scope = TraceRecords.Scope(request, quiet, id);
        return (scope, scope.Graph.IndexOf(id));
    }
}
