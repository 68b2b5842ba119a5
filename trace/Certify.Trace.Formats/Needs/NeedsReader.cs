using System.Text.Json;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.Json;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Needs;

/// <summary>
/// Reads the needs.json of sphinx-needs: the current version, needs as a map or a list. Types become tiers by mapping or usual word; "links" take their role from
/// the need's tier, further link fields keep their name. The other ends ("links_back") are compared with the links and not read twice; what only
/// lays out a need is left out; every other field is an attribute.
/// </summary>
// @llr CFY-LLR-360
public sealed class NeedsReader : IItemReader
{
    /// <inheritdoc/>
    public string Name => "needs";

    /// <inheritdoc/>
    public string Description => "needs.json of sphinx-needs";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head)
    {
        if (!path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)) return false;
        var shape = JsonShape.Of(head);
        return shape.Has("1:versions") && (shape.Has("3:needs") || shape.Has("1:current_version"));
    }

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default) => FileByFile.Read(
        files, options, ("TRC-016", "the file holds no need of its current version; hint: build the needs again"), (file, sink, log) =>
        {
            JsonSource.Read(file, options, log, source => new NeedsFile(source, NeedsFields.Find(source), options, sink, log).Read());
            return true;
        }, cancel);
}
