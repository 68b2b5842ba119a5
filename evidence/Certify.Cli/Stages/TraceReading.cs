using Certify.Cli.Settings;
using Certify.Facts;
using Certify.Trace.Formats;
using Certify.Trace.Model;
using Certify.Trace.Reports.Changes;

namespace Certify.Cli.Stages;

/// <summary>What was read from files of known formats.</summary>
/// <param name="Files">Every file that was found, read or not.</param>
/// <param name="Markdown">Files of own Markdown, which the audit reads itself.</param>
/// <param name="Items">Items of all other files.</param>
/// <param name="Findings">Problems of the files themselves.</param>
/// <param name="Losses">What the items do not represent.</param>
/// <param name="Unknown">Shown paths of files that no reader claims.</param>
internal sealed record ReadSet(
    IReadOnlyList<TraceFile> Files, IReadOnlyList<InputFile> Markdown, IReadOnlyList<TraceItem> Items,
    IReadOnlyList<AuditFinding> Findings, IReadOnlyList<Loss> Losses, IReadOnlyList<string> Unknown);

/// <summary>Reads files and folders, each file by the reader that claims it.</summary>
// @llr CFY-LLR-390
internal static class TraceReading
{
    /// <summary>How many files of no known format are named before they are counted.</summary>
    public const int UnknownShown = 5;

    private const string OwnMarkdown = "markdown";
    private const string MarkdownExtension = ".md";

    /// <summary>Reads everything that the request names.</summary>
    /// <param name="request">How to read.</param>
    /// <param name="files">The files that the request's paths mean.</param>
    /// <param name="settings">Settings beside them; the records that they name are left out.</param>
    /// <exception cref="CommandException">A file that is named is of no known format, or there is nothing to read (exit code 2).</exception>
    public static ReadSet Read(TraceRequest request, IReadOnlyList<TraceFile> files, TraceSettings settings)
    {
        var chosen = request.From is { } from ? ReaderNamed(from) : null;
        var groups = new Dictionary<IItemReader, List<InputFile>>();
        var unknown = new List<string>();
        var markdown = new List<InputFile>();
        foreach (var file in files)
        {
            if (settings.Taken.Contains(file.Full)) continue;
            var head = file.Head(request.Overlay);
            if (BaselineFile.Recognises(head[..Math.Min(head.Length, 256)]) && !file.Named) continue;
            if (chosen is null && IsOwn(file, head))
            {
                markdown.Add(file.Read(request.Overlay));
                continue;
            }

            var reader = chosen is null ? FormatList.ReaderOf(file.Shown, head) : file.Named || chosen.Recognises(file.Shown, head) ? chosen : null;
            // What looks like a file of requirements and is none of another tool is read as own: a slip in it is then a finding, not a file passed over.
            if (reader?.Name == OwnMarkdown || (reader is null && chosen is null && file.Full.EndsWith(MarkdownExtension, StringComparison.OrdinalIgnoreCase)))
                markdown.Add(file.Read(request.Overlay));
            else if (reader is null && file.Named) throw NoFormat(file.Shown);
            else if (reader is null) unknown.Add(file.Shown);
            else
            {
                if (!groups.TryGetValue(reader, out var list)) groups.Add(reader, list = []);
                list.Add(file.Read(request.Overlay));
            }
        }

        if (groups.Count + markdown.Count == 0) throw Nothing(request, unknown);
        return Join(files, groups, Options(request, settings), unknown) with { Markdown = markdown };
    }

    /// <summary>The reader of a name.</summary>
    public static IItemReader ReaderNamed(string name) => FormatList.Readers.FirstOrDefault(r => r.Name == name)
        ?? throw CommandException.BadInput($"--from '{name}' is no format that is read", Known());

    private static ReadOptions Options(TraceRequest request, TraceSettings settings) => new()
    {
        DefaultTier = request.Tier ?? ItemTier.Hlr,
        Mapping = request.Mapping is { } file ? TraceMapping.Read(file) : settings.Mapping,
    };

    // Sure enough without asking any other reader, whose libraries need not be loaded then.
    private static bool IsOwn(TraceFile file, ReadOnlySpan<byte> head) =>
        file.Full.EndsWith(MarkdownExtension, StringComparison.OrdinalIgnoreCase) && head.IndexOf("\n- tier: "u8) >= 0;

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
        return new ReadSet(files, [], items, findings, losses, unknown);
    }

    private static CommandException NoFormat(string shown) =>
        CommandException.BadInput($"{shown}: is of no format that is read", "say which with --from: " + Known());

    private static CommandException Nothing(TraceRequest request, List<string> unknown) => CommandException.BadInput(
        $"{string.Join(", ", request.Paths)}: nothing to read" + (unknown.Count == 0 ? "" : $"; of no known format: {string.Join(", ", unknown.Take(10))}{(unknown.Count > 10 ? ", …" : "")}"),
        "give files of one of: " + Known());

    private static string Known() => string.Join(", ", FormatList.Readers.Select(r => r.Name));
}
