using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Doorstop;

/// <summary>
/// Reads folders of Doorstop: one YAML file per item, or Markdown with YAML before it, and ".doorstop.yml" beside them. The stamp of an item's last
/// review is its revision, and that of a link the revision of its target, so that a link made for another review of its parent shows. Source: the
/// Doorstop reference.
/// </summary>
// @llr CFY-LLR-379
public sealed class DoorstopReader : IItemReader
{
    /// <inheritdoc/>
    public string Name => "doorstop";

    /// <inheritdoc/>
    public string Description => "Doorstop: a folder with .doorstop.yml and one YAML or Markdown file per item";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (IsDocument(path)) return true;
        var text = SourceText.HeadUtf8(head);
        if (path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)) return text.StartsWith("---"u8) && IsItem(text);
        return (path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)) && IsItem(text);
    }

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        var log = new ReadLog();
        var sink = new ItemSink(options, log);
        var prefixes = new Dictionary<string, string>(StringComparer.Ordinal);
        var inOrder = InOrder.Of(files);
        foreach (var file in inOrder)
        {
            if (IsDocument(file.Path)) ReadDocument(file, prefixes, options, log);
        }
        foreach (var file in inOrder)
        {
            cancel.ThrowIfCancellationRequested();
            if (IsDocument(file.Path) || log.IsTooLarge(file, options) || SourceText.Decode(file, log) is not { } text) continue;
            new DoorstopItem(file.Path, options, log).Read(SourceText.Lines(text), prefixes.GetValueOrDefault(Folder(file.Path), ""), sink);
        }
        if (sink.Count == 0 && files.Count > 0) log.Add("TRC-012", new SourcePlace(inOrder[0].Path, 0), "none of the files is an item of Doorstop");
        return log.Finish(sink.Finish());
    }

    private static bool IsDocument(string path) => path[(path.LastIndexOf('/') + 1)..] is ".doorstop.yml" or ".doorstop.yaml";

    // Every item has these keys from its creation on.
    private static bool IsItem(ReadOnlySpan<byte> text) =>
        text.IndexOf("active:"u8) >= 0 && text.IndexOf("normative:"u8) >= 0 && text.IndexOf("derived:"u8) >= 0;

    private static string Folder(string path) => path[..(path.LastIndexOf('/') + 1)];

    private static void ReadDocument(InputFile file, Dictionary<string, string> prefixes, ReadOptions options, ReadLog log)
    {
        if (log.IsTooLarge(file, options) || SourceText.Decode(file, log) is not { } text) return;
        if (DoorstopYaml.Read(SourceText.Lines(text), out var fault) is not { } root)
        {
            log.Add("TRC-016", new SourcePlace(file.Path, fault.Line), fault.Message);
            return;
        }

        prefixes[Folder(file.Path)] = root["settings"]?["prefix"]?.Text ?? "";
        if (root["attributes"] is { Map: not null } attributes) log.Lose("attributes of the document (defaults, reviewed, publish)", new SourcePlace(file.Path, attributes.Line));
    }
}
