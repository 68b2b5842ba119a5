using System.CommandLine;
using Certify.Cli.Output;
using Certify.Cli.Stages;
using Certify.Trace.Reports;
using Certify.Trace.Reports.Ids;
using Certify.Trace.Model;

namespace Certify.Cli.Commands;

/// <summary>certify trace new: the next free id of a prefix, with the item to fill in. Writes nothing.</summary>
// @llr CFY-LLR-387
internal static class TraceNewCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var prefix = new Argument<string>("PREFIX") { Description = "What the id begins with, for example FM-LLR." };
        var json = CommonOptions.Json();
        var command = new Command("new", "Prints the next free id of a prefix and a skeleton of its item in Markdown. An id that was ever used is not given again.") { prefix };
        var options = new TraceOptions().AddTo(command);
        command.Options.Add(json);
        command.SetAction(parse => Run(options.Of(parse), parse.GetValue(prefix)!.Trim(), parse.GetValue(json)));
        return command;
    }

    private static int Run(TraceRequest request, string prefix, bool json)
    {
        if (prefix.Length == 0 || prefix.Any(char.IsControl)) throw CommandException.BadInput("the prefix is empty or holds control characters");
        var scopes = TraceScopes.Load(request with { RequirementsOnly = true }, json).ToList();
        var items = scopes.SelectMany(s => s.Items).ToList();
        var next = NextId.Of(prefix, items, scopes.SelectMany(TraceRecords.IdsOfBaselines));
        var tier = request.Tier ?? next.Tier;
        if (json)
        {
            Terminal.Print(JsonPage.Write("certify/next-id/1", writer =>
            {
                writer.WriteString("id", next.Id);
                writer.WriteString("tier", TierName.Of(tier));
                writer.WriteBoolean("prefixKnown", next.Known);
                writer.WriteString("skeleton", next.Skeleton(tier));
            }));
            return ExitCodes.Clean;
        }

        if (!next.Known)
        {
            Terminal.Note($"note: no id begins with '{prefix}' yet; in use: {string.Join(", ", NextId.Prefixes(items))}");
        }

        Terminal.Print(next.Skeleton(tier));
        return ExitCodes.Clean;
    }
}
