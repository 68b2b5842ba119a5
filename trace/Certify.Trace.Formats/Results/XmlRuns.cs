using System.Xml;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Results;

/// <summary>What the readers of test reports in XML share: limits, order of files, and that no run at all is an error.</summary>
internal static class XmlRuns
{
    /// <summary>Reads files.</summary>
    /// <param name="files">The files.</param>
    /// <param name="options">How to read.</param>
    /// <param name="readFile">Reads one file.</param>
    /// <param name="cancel">Stops between two files.</param>
    public static ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, Action<XmlReader, string, ItemSink, ReadLog> readFile, CancellationToken cancel)
    {
        var log = new ReadLog();
        var sink = new ItemSink(options, log);
        foreach (var file in InOrder.Of(files))
        {
            cancel.ThrowIfCancellationRequested();
            if (log.IsTooLarge(file, options)) continue;
            var before = sink.Count;
            try
            {
                using var xml = SafeXml.Open(file);
                readFile(xml, file.Path, sink, log);
            }
            catch (Exception e) when (SafeArchive.IsContent(e))
            {
                SafeXml.Report(e, file.Path, log);
            }
            if (sink.Count == before) log.Add("TRC-016", new SourcePlace(file.Path, 0), "the report holds no result; hint: a run without tests passes nothing");
        }
        return log.Finish(sink.Finish());
    }
}
