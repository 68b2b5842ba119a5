using System.CommandLine;
using System.Text;
using Certify.Cli.Output;
using Certify.Cli.Stages;
using Certify.Trace.Reports;

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

    private static void Print(string form, IReadOnlyList<TraceScope> scopes)
    {
        switch (form)
        {
            case "json":
                Terminal.Print(JsonOut.Bytes([.. scopes.Select(s => s.Facts.Value)]));
                break;
            case "sarif":
                Terminal.Print(JsonOut.MergeSarif([.. scopes.Select(s => SarifReport.Write(s.Facts.Value))]));
                break;
            case "html":
                Terminal.Print(Encoding.UTF8.GetBytes(string.Concat(scopes.Select(s => MatrixPage.Write(s.Facts.Value)))));
                break;
            default:
                foreach (var scope in scopes) Terminal.Print(AuditText.Write(scope.Name, scope.Level, scope.Items, scope.Findings, scope.Losses, Terminal.Ink));
                break;
        }
    }
}
