using System.CommandLine;
using Certify.Cli.LanguageServer;
using Certify.Cli.Stages;

namespace Certify.Cli.Commands;

/// <summary>certify trace lsp: squiggles, hovers, jumps and completion in an editor.</summary>
// @llr CFY-LLR-391
internal static class TraceLspCommand
{
    private const string RulesPage = "trace/rules.md";

    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var command = new Command("lsp", "Language server on standard input and output: findings as squiggles, hover, jump to an item, completion of ids.");
        var options = new TraceOptions().AddTo(command);
        command.SetAction(parse =>
        {
            var request = options.Of(parse);
            var named = parse.CommandResult.Tokens.Count > 0;
            using var input = Console.OpenStandardInput();
            using var output = Console.OpenStandardOutput();
            var audits = new EditorAudits(request, named);
            return new TraceServer(input, output, named ? Path.GetFullPath(request.Paths[0]) : null, Help, audits.Audit, Log).Run();
        });
        return command;
    }

    private static string? Help(string code)
    {
        var file = Environment.GetEnvironmentVariable("CERTIFY_HOME") is { Length: > 0 } home ? Path.Combine(home, RulesPage) : null;
        return file is not null && File.Exists(file) ? $"{DocumentUris.Of(file)}#{code.ToLowerInvariant()}" : null;
    }

    private static void Log(string text) => Console.Error.WriteLine("certify: " + text);
}
