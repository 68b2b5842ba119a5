using System.CommandLine;
using Certify.Cli.Output;
using Certify.Cli.Stages;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reports;
using Certify.Trace.Reports.Web;

namespace Certify.Cli.Commands;

/// <summary>certify trace audit: requirement traces, read only.</summary>
// @llr CFY-LLR-390
internal static class TraceAuditCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var json = CommonOptions.Json();
        var format = TraceOptions.Format("text", "json", "sarif", "html");
        var command = new Command("audit", "Audits requirements, code, tests and results. Writes nothing.");
        var options = new TraceOptions().AddTo(command);
        command.Options.Add(format);
        command.Options.Add(json);
        command.SetAction(parse =>
        {
            var form = parse.GetValue(json) ? "json" : parse.GetValue(format)!;
            var scopes = TraceScopes.Load(options.Of(parse), form != "text").ToList();
            Print(form, scopes);
            return scopes.Any(s => s.HasErrors) ? ExitCodes.Findings : ExitCodes.Clean;
        });
        return command;
    }

    /// <summary>One page for all sets: ids of requirements differ between them, and what two sets share is shown once.</summary>
    private static byte[] Page(IReadOnlyList<TraceScope> scopes)
    {
        var origin = scopes[0].Report.Inputs.Origin;
        if (scopes is [var only]) return Page(only.Graph.Items, only.Findings, only.Level, only.Name, origin);
        var items = new List<TraceItem>();
        var seen = new HashSet<(string, SourcePlace)>();
        foreach (var item in scopes.SelectMany(s => s.Graph.Items))
        {
            if (seen.Add((item.Id, item.Place))) items.Add(item);
        }

        // Items without a level of their own take that of the page: the strictest of the sets.
        return Page(items, [.. scopes.SelectMany(s => s.Findings).Distinct()], scopes.Min(s => s.Level)!, string.Join(", ", scopes.Select(s => s.Name)), origin);
    }

    private static byte[] Page(IReadOnlyList<TraceItem> items, IReadOnlyList<AuditFinding> findings, string level, string name, FactHeader origin) => TraceSite.Write(
        items, findings, new TraceSiteContext(name, level, origin.Revision, Workspace.ToolVersion, origin.CommandLine, origin.Dirty));

    private static void Print(string form, IReadOnlyList<TraceScope> scopes)
    {
        switch (form)
        {
            case "json":
                if (scopes is [var only]) Terminal.Print(stream => FactJson.Write(stream, only.Report.ToFacts()));
                else Terminal.Print(JsonOut.Bytes([.. scopes.Select(s => s.Report.ToFacts())]));
                break;
            case "sarif":
                if (scopes is [var single]) Terminal.Print(stream => SarifReport.Write(stream, single.Report.ToFacts()));
                else Terminal.Print(JsonOut.MergeSarif([.. scopes.Select(s => SarifReport.Write(s.Report.ToFacts()))]));
                break;
            case "html":
                Terminal.Print(Page(scopes));
                break;
            default:
                foreach (var scope in scopes)
                    Terminal.Print((TextWriter text) => AuditText.Write(
                        text, scope.Name, scope.Level, scope.Items, scope.Findings, scope.Report.Losses, Terminal.Ink, scope.Report.Justified.Count));
                break;
        }
    }
}
