using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>
/// Writes a ReqIF archive of one file, dated 1980-01-01 and not packed: equal items give equal bytes, whatever the runtime packs with. The file is
/// called as the archive, with '_' for signs that a name in an archive cannot hold everywhere.
/// </summary>
// @llr CFY-LLR-371
public sealed class ReqIfzWriter : IItemWriter
{
    /// <inheritdoc/>
    public string Name => "reqifz";

    /// <inheritdoc/>
    public string Extension => ".reqifz";

    /// <inheritdoc/>
    public WriteOutcome Write(IReadOnlyList<TraceItem> items, string title)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(title);
        var log = new ReadLog();
        var name = string.Concat(title[(title.LastIndexOf('/') + 1)..].Select(c => c is > ' ' and <= '~' and not ('\\' or ':') ? c : '_'));
        var archive = StoredZip.Write([(name + ".reqif", ReqIfWriter.Bytes(items, title, log))]);
        return new WriteOutcome([new InputFile(title + Extension, archive)], log.Finish([]).Losses);
    }
}
