using System.CommandLine;
using System.Globalization;
using Certify.Cli.Output;
using Certify.Cli.Stages;
using Certify.Cli.Tools;
using Certify.Facts;
using Certify.Trace.Reports;
using Certify.Trace.Reports.Changes;

namespace Certify.Cli.Commands;

/// <summary>certify trace baseline: records how each item stands, for later comparison. One of the two verbs that write.</summary>
// @llr CFY-LLR-393
internal static class TraceBaselineCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("NAME") { Description = "Name of the baseline: letters, digits, '.', '-' and '_'." };
        var force = new Option<bool>("--force") { Description = "Replace the baseline of this name." };
        var json = CommonOptions.Json();
        var command = new Command("baseline", "Records how each item stands now, in baselines/NAME.json beside the requirements.") { name };
        var options = new TraceOptions().AddTo(command);
        command.Options.Add(force);
        command.Options.Add(json);
        command.SetAction(parse => Run(options.Of(parse), parse.GetValue(name)!, parse.GetValue(force), parse.GetValue(json)));
        return command;
    }

    private static int Run(TraceRequest request, string name, bool force, bool json)
    {
        if (!TraceRecords.IsName(name)) throw CommandException.BadInput($"'{name}' cannot name a baseline", "use letters, digits, '.', '-' and '_', and no dot in front");
        using var turn = OneWriter.Wait();
        var scope = TraceRecords.Scope(request with { RequirementsOnly = true }, json);
        var broken = scope.Findings.Where(f => f.Severity == FindingSeverity.Error && TraceReviews.IsForm(f.Code)).ToList();
        if (broken.Count > 0)
        {
            foreach (var finding in broken) Terminal.Note(AuditText.Finding(finding, Ink.Bare));
            throw new CommandException(
                ExitCodes.Findings, $"{broken.Count.ToString(CultureInfo.InvariantCulture)} errors in form and links: nothing was recorded",
                "a baseline of items that cannot be told apart would compare wrongly; mend them first");
        }

        var file = TraceRecords.BaselineOf(scope, name);
        if (File.Exists(file) && !force) throw CommandException.BadInput($"{file}: is there already", "give another name, or --force to replace it");
        var baseline = BaselineFile.Of(name, GitState.Of(scope.Settings.Folder).Revision, scope.Graph);
        var bytes = baseline.Write();
        AtomicFile.Write(file, bytes);
        if (json) Terminal.Print(bytes);
        else Terminal.Print(
            $"baseline {name}: {TierWords.Counts(scope.Items.Where(BaselineFile.Holds))}, SHA-256 {Digest.Of(bytes)}\n{Path.GetRelativePath(".", file)}\n");
        return ExitCodes.Clean;
    }
}
