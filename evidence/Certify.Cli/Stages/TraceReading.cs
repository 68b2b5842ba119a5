using Certify.Facts;
using Certify.Trace.Formats;
using Certify.Trace.Model;

namespace Certify.Cli.Stages;

/// <summary>What was read from files of known formats.</summary>
/// <param name="Files">Every file that was found, read or not.</param>
/// <param name="Items">Items of all files.</param>
/// <param name="Findings">Problems of the files themselves.</param>
/// <param name="Losses">What the items do not represent.</param>
/// <param name="Unknown">Shown paths of files that no reader claims.</param>
internal sealed record ReadSet(
    IReadOnlyList<TraceFile> Files, IReadOnlyList<TraceItem> Items, IReadOnlyList<AuditFinding> Findings, IReadOnlyList<Loss> Losses, IReadOnlyList<string> Unknown);

/// <summary>Reads files and folders, each file by the reader that claims it.</summary>
// @llr CFY-LLR-390
internal static class TraceReading
{
    /// <summary>Reads everything that the request names.</summary>
    /// <exception cref="CommandException">A file that is named is of no known format, or there is nothing to read (exit code 2).</exception>
    public static ReadSet Read(TraceRequest request)
    {
        var files = TraceFiles.Gather(request.Paths);
        var chosen = request.From is { } from ? ReaderNamed(from) : null;
        var groups = new Dictionary<IItemReader, List<InputFile>>();
        var unknown = new List<string>();
        foreach (var file in files)
        {
            var reader = chosen is not null && file.Named ? chosen : Claims(chosen, file, request);
            if (reader is null && file.Named) throw NoFormat(file.Shown);
            if (reader is null) unknown.Add(file.Shown);
            else
            {
                if (!groups.TryGetValue(reader, out var list)) groups.Add(reader, list = []);
                list.Add(file.Read(request.Overlay));
            }
        }

        if (groups.Count == 0) throw Nothing(request, unknown);
        return Join(files, groups, Options(request), unknown);
    }

    /// <summary>The reader of a name.</summary>
    public static IItemReader ReaderNamed(string name) => FormatList.Readers.FirstOrDefault(r => r.Name == name)
        ?? throw CommandException.BadInput($"--from '{name}' is no format that is read", Known());

    private static ReadOptions Options(TraceRequest request) => new()
    {
        DefaultTier = request.Tier ?? ItemTier.Hlr,
        Mapping = request.Mapping is { } file ? TraceMapping.Read(file) : null,
    };

    private static IItemReader? Claims(IItemReader? chosen, TraceFile file, TraceRequest request)
    {
        var head = file.Head(request.Overlay);
        if (chosen is not null) return chosen.Recognises(file.Shown, head) ? chosen : null;
        return FormatList.ReaderOf(file.Shown, head);
    }

    private static ReadSet Join(IReadOnlyList<TraceFile> files, Dictionary<IItemReader, List<InputFile>> groups, ReadOptions options, List<string> unknown)
    {
        var items = new List<TraceItem>();
        var findings = new List<AuditFinding>();
        var losses = new List<Loss>();
        foreach (var reader in FormatList.Readers)
        {
            if (!groups.TryGetValue(reader, out var inputs)) continue;
            var outcome = reader.Read(inputs, options);
            items.AddRange(outcome.Items);
            findings.AddRange(outcome.Findings);
            losses.AddRange(outcome.Losses);
        }
        return new ReadSet(files, items, findings, losses, unknown);
    }

    private static CommandException NoFormat(string shown) =>
        CommandException.BadInput($"{shown}: is of no format that is read", "say which with --from: " + Known());

    private static CommandException Nothing(TraceRequest request, List<string> unknown) => CommandException.BadInput(
        $"{string.Join(", ", request.Paths)}: nothing to read" + (unknown.Count == 0 ? "" : $"; of no known format: {string.Join(", ", unknown.Take(10))}{(unknown.Count > 10 ? ", …" : "")}"),
        "give files of one of: " + Known());

    private static string Known() => string.Join(", ", FormatList.Readers.Select(r => r.Name));
}
