using System.Text;
using System.Xml;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>
/// Writes ReqIF 1.2 that holds every field of an item as a typed attribute. Identifiers follow from the items' ids, and the times that ReqIF demands
/// are <see cref="Time"/>: equal items give equal bytes. The version element says 1.0, as the schema of ReqIF 1.0 to 1.2 fixes it.
/// </summary>
// @llr CFY-LLR-371
public sealed class ReqIfWriter : IItemWriter
{
    /// <summary>Creation time and time of the last change of everything written. Nobody may read a date from it.</summary>
    public const string Time = "1980-01-01T00:00:00Z";

    /// <inheritdoc/>
    public string Name => "reqif";

    /// <inheritdoc/>
    public string Extension => ".reqif";

    /// <inheritdoc/>
    public WriteOutcome Write(IReadOnlyList<TraceItem> items, string title)
    {
        ArgumentNullException.ThrowIfNull(items);
        var log = new ReadLog();
        var bytes = Bytes(items, title, log);
        return new WriteOutcome([new InputFile(title + Extension, bytes)], log.Finish([]).Losses);
    }

    /// <summary>The file's bytes.</summary>
    internal static byte[] Bytes(IReadOnlyList<TraceItem> items, string title, ReadLog log)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, s_settings)) new ReqIfDocument(xml, items, log).Write(title);
        return stream.ToArray();
    }

    private static readonly XmlWriterSettings s_settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), NewLineChars = "\n",
        NewLineHandling = NewLineHandling.Entitize,
    };
}
