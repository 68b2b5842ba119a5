using System.CommandLine;
using Certify.Cli.Output;
using Certify.Cli.Settings;
using Certify.Cli.Stages;
using Certify.Facts;
using Certify.Trace.Formats;
using Certify.Trace.Model;
using Certify.Trace.Reading;
using Certify.Trace.Reports;

namespace Certify.Cli.Commands;

/// <summary>certify trace convert: from any format that is read to any that is written, with everything that was lost.</summary>
// @llr CFY-LLR-389
internal static class TraceConvertCommand
{
    /// <summary>Creates the verb.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("IN... OUT")
        {
            Description = "Files or folders to read, then the file (or folder) to write.", Arity = new ArgumentArity(2, 1000),
        };
        var to = new Option<string?>("--to")
        {
            HelpName = "FORMAT",
            Description = "Format to write, where the name of OUT does not say it: " + string.Join(", ", FormatList.Writers.Select(w => w.Name)) + ".",
        };
        var accept = new Option<bool>("--accept-loss") { Description = "End with 0 although something was lost. It is listed all the same." };
        var json = CommonOptions.Json();
        var command = new Command("convert", "Converts requirements from one format to another and lists what was lost. Never writes over its input.") { files };
        var options = new TraceOptions().AddReading(command);
        foreach (var option in new Option[] { to, accept, json }) command.Options.Add(option);
        command.SetAction(parse =>
        {
            var paths = parse.GetValue(files)!;
            var request = options.Reading(parse, paths[..^1]);
            return Run(request, paths[^1], parse.GetValue(to), parse.GetValue(accept), parse.GetValue(json));
        });
        return command;
    }

    private static int Run(TraceRequest request, string output, string? to, bool accept, bool json)
    {
        var writer = WriterOf(output, to);
        var full = Path.GetFullPath(output);
        using var note = new SlowNote($"converting to {writer.Name}", json);
        var files = TraceFiles.Gather(request.Paths);
        var folder = Path.GetFullPath(request.Paths[0]);
        var settings = TraceSettings.Load([Directory.Exists(folder) ? folder : Path.GetDirectoryName(folder)!], f => f, File.ReadAllBytes);
        var read = TraceReading.Read(request, files, settings);
        RefuseOverlap(read.Files, full, output);
        var own = MarkdownReader.Read(read.Markdown, settings.Project.AttributeNames);
        read = read with { Items = [.. own.Items, .. read.Items], Findings = [.. own.Findings, .. read.Findings] };
        if (read.Items.Count == 0) throw CommandException.BadInput($"{string.Join(", ", request.Paths)}: no item in it", "there is nothing to convert");
        if (read.Findings.Any(f => f.Severity == FindingSeverity.Error))
        {
            foreach (var finding in read.Findings) Terminal.Note(AuditText.Finding(finding, Ink.Bare));
            throw new CommandException(ExitCodes.Findings, $"the input cannot be read in full: {output} was not written", "mend the input, or leave the broken file out");
        }

        var written = writer.Write(read.Items, Path.GetFileNameWithoutExtension(full));
        Store(written, writer, full);
        List<Loss> losses = [.. read.Losses, .. written.Losses];
        if (json) Terminal.Print(Report(read, writer, output, losses));
        else Terminal.Print(AuditText.Losses(losses, Terminal.Ink) + $"{output}: {writer.Name}, {TierWords.Counts(read.Items)}; {Lost(losses)}\n");
        return losses.Count > 0 && !accept ? ExitCodes.Findings : ExitCodes.Clean;
    }

    private static string Lost(List<Loss> losses) => losses.Count == 0 ? "nothing lost" : $"lost: {losses.Sum(l => (long)l.Count)}, see above";

    private static IItemWriter WriterOf(string output, string? to)
    {
        var known = string.Join(", ", FormatList.Writers.Select(w => w.Name));
        if (to is not null)
            return FormatList.Writers.FirstOrDefault(w => w.Name == to) ?? throw CommandException.BadInput($"--to '{to}' is no format that is written", known);
        var fitting = FormatList.Writers.Where(w => w.Extension.Length > 0 && output.EndsWith(w.Extension, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(w => w.Extension.Length).ToList();
        var longest = fitting.Where(w => w.Extension.Length == fitting[0].Extension.Length).ToList();
        return longest switch
        {
            [var one] => one,
            [] => throw CommandException.BadInput($"{output}: its name does not say which format to write", "give --to: " + known),
            _ => throw CommandException.BadInput(
                $"{output}: its name fits {string.Join(" and ", longest.Select(w => w.Name))}", "say which with --to"),
        };
    }

    private static void RefuseOverlap(IReadOnlyList<TraceFile> files, string output, string shown)
    {
        var below = output.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        if (files.FirstOrDefault(f => f.Full == output || f.Full.StartsWith(below, StringComparison.Ordinal)) is { } same)
            throw CommandException.BadInput($"{shown}: would write over the input '{same.Shown}'", "name another file or folder");
    }

    private static void Store(WriteOutcome written, IItemWriter writer, string full)
    {
        if (writer.Extension.Length > 0 && written.Files is [var single])
        {
            if (Directory.Exists(full)) throw CommandException.BadInput($"{full}: is a folder, and {writer.Name} is one file");
            AtomicFile.Write(full, single.Bytes.ToArray());
            return;
        }

        if (File.Exists(full) || (Directory.Exists(full) && Directory.EnumerateFileSystemEntries(full).Any()))
            throw CommandException.BadInput($"{full}: is there already, and {writer.Name} is a folder of files", "name a folder that is empty or not there yet");
        FolderSwap.Create(full, written.Files.Select(f => (f.Path, f.Bytes.ToArray())));
    }

    private static byte[] Report(ReadSet read, IItemWriter writer, string output, List<Loss> losses) => JsonPage.Write("certify/conversion/1", json =>
    {
        json.WriteString("output", output);
        json.WriteString("format", writer.Name);
        json.WriteNumber("items", read.Items.Count);
        JsonPage.Losses(json, losses);
    });
}
