using System.CommandLine;
using System.Text;
using Certify.Cli.Output;
using Certify.Cli.Stages;
using Certify.Cli.Tools;
using Certify.Trace.Reports;
using Certify.Trace.Model;

namespace Certify.Cli.Commands;

/// <summary>certify trace review: records that somebody reviewed items, in the state that they have now. One of the two verbs that write.</summary>
// @llr CFY-LLR-394
internal static class TraceReviewCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var ids = new Argument<string[]>("ID") { Description = "Ids of the items reviewed.", Arity = ArgumentArity.OneOrMore };
        var reviewer = new Option<string>("--reviewer") { HelpName = "NAME", Description = "Who reviewed: a person's name.", Required = true };
        var verdict = new Option<string>("--verdict") { Description = "passed or failed.", DefaultValueFactory = _ => "passed" };
        verdict.AcceptOnlyFromAmong("passed", "failed");
        var note = new Option<string?>("--note") { HelpName = "TEXT", Description = "What the reviewer says." };
        var json = CommonOptions.Json();
        var command = new Command("review", "Records that a person reviewed items as they stand now, in reviews/ beside the requirements.") { ids };
        var options = new TraceOptions().AddTo(command, pathIsOption: true);
        foreach (var option in new Option[] { reviewer, verdict, note, json }) command.Options.Add(option);
        command.SetAction(parse =>
        {
            var request = options.Of(parse);
            var day = request.Date ?? throw CommandException.BadInput("the day of the review is missing", "give it with --date yyyy-MM-dd");
            var said = new ReviewSaid(parse.GetValue(reviewer)!, day, parse.GetValue(verdict) == "passed", parse.GetValue(note));
            return Run(request, [.. parse.GetValue(ids)!.Distinct(StringComparer.Ordinal)], said, parse.GetValue(json));
        });
        return command;
    }

    private static int Run(TraceRequest request, IReadOnlyList<string> ids, ReviewSaid said, bool json)
    {
        TraceReviews.Check(said);
        using var turn = OneWriter.Wait();
        var scope = TraceRecords.Scope(request with { RequirementsOnly = true }, json, ids[0]);
        foreach (var id in ids)
        {
            if (scope.Graph.IndexOf(id) < 0) throw TraceRecords.Unknown(id, scope.Items.Select(i => i.Id));
        }

        Refuse(scope, ids);
        var file = Path.Combine(scope.Settings.ReviewFolder, said.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + ".md");
        var before = File.Exists(file) ? File.ReadAllText(file).TrimEnd('\n') + "\n\n" : $"# Reviews of {said.Day:yyyy-MM-dd}\n\n";
        var given = new HashSet<string>(StringComparer.Ordinal);
        var written = new List<string>();
        foreach (var id in ids)
        {
            var at = scope.Report.Set.IndexOf(id);
            var item = scope.Items[at];
            var name = TraceReviews.IdOf(item, said.Day, candidate => scope.Graph.IndexOf(candidate) >= 0 || !given.Add(candidate));
            written.Add(TraceReviews.Write(scope, at, name, said, file));
            if (item.Author == said.Reviewer.Trim()) Terminal.Note($"note: {said.Reviewer.Trim()} wrote {id}; a level that asks for independence will not accept this review");
        }

        var added = string.Join('\n', written);
        AtomicFile.Write(file, Encoding.UTF8.GetBytes(before + added));
        var shown = Path.GetRelativePath(".", file).Replace('\\', '/');
        if (json)
        {
            Terminal.Print(JsonPage.Write("certify/review/1", writer =>
            {
                writer.WriteString("file", shown);
                writer.WriteString("added", added);
            }));
        }
        else
        {
            Terminal.Print($"{added}\nadded to {shown}\n");
        }
        return ExitCodes.Clean;
    }

    private static void Refuse(TraceScope scope, IReadOnlyList<string> ids)
    {
        var obstacles = ids.SelectMany(id => TraceReviews.Obstacles(scope, id)).ToList();
        if (obstacles.Count == 0) return;
        foreach (var finding in obstacles) Terminal.Note(AuditText.Finding(finding, Ink.Bare));
        throw new CommandException(ExitCodes.Findings, "an item has errors: nothing was recorded", "mend it first; the review would be of a text that has to change");
    }
}
