using System.CommandLine;
using Certify.Cli.Output;
using Certify.Cli.Stages;
using Certify.Trace.Reports.Changes;

namespace Certify.Cli.Commands;

/// <summary>certify trace diff: what changed since a baseline, word by word, and what that makes suspect.</summary>
// @llr CFY-LLR-386
internal static class TraceDiffCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var baseline = new Argument<string>("BASELINE") { Description = "Name of a baseline, its file, or files of any known format: an older copy of the set." };
        var json = CommonOptions.Json();
        var format = TraceOptions.Format("text", "json", "html");
        var command = new Command("diff", "Shows what was added, removed and changed since a baseline, and what is suspect because of it.") { baseline };
        var options = new TraceOptions().AddTo(command);
        command.Options.Add(format);
        command.Options.Add(json);
        command.SetAction(parse =>
        {
            var form = parse.GetValue(json) ? "json" : parse.GetValue(format)!;
            var name = parse.GetValue(baseline)!;
            var request = options.Of(parse);
            var scope = TraceRecords.Scope(request, form != "text");
            var before = TraceRecords.Older(name, scope, request);
            var changes = TraceChanges.Between(before, scope.Graph);
            if (form == "json") Terminal.Print(ChangeJson.Write(changes, name));
            else if (form == "html") Terminal.Print(ChangePage.Write(changes, name));
            else Terminal.Print(ChangeText.Write(changes, name, Terminal.Width, Terminal.Ink));
            return changes.None ? ExitCodes.Clean : ExitCodes.Findings;
        });
        return command;
    }
}
