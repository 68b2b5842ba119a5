using System.IO.Compression;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>Writes a ReqIF archive of one file, dated 1980-01-01: equal items give equal bytes.</summary>
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
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var entry = archive.CreateEntry(title[(title.LastIndexOf('/') + 1)..] + ".reqif", CompressionLevel.Optimal);
            entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var content = entry.Open();
            content.Write(ReqIfWriter.Bytes(items, title, log));
        }
        return new WriteOutcome([new InputFile(title + Extension, stream.ToArray())], log.Finish([]).Losses);
    }
}
