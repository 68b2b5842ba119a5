using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.Json;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Results;

/// <summary>What the readers of fact files share.</summary>
internal static class FactRuns
{
    /// <summary>Reads fact files of one schema; a file of another one, or without anything in it, is an error.</summary>
    public static ReadOutcome Read<T>(IReadOnlyList<InputFile> files, ReadOptions options, string schema, Func<T, FactHeader> header,
        Action<T, string, ItemSink, ReadLog> add, CancellationToken cancel)
    {
        var log = new ReadLog();
        var sink = new ItemSink(options, log);
        foreach (var file in InOrder.Of(files))
        {
            cancel.ThrowIfCancellationRequested();
            var before = sink.Count;
            var place = new SourcePlace(file.Path, 0);
            JsonSource.Read(file, options, log, source =>
            {
                source.CheckDuplicates();
                try
                {
                    var facts = FactJson.Read<T>(source.Bytes.Span, file.Path);
                    if (header(facts).Schema == schema) add(facts, file.Path, sink, log);
                    else log.Add("TRC-016", place, $"schema {SourceText.Quote(header(facts).Schema)} is not '{schema}'; hint: give the file that this version of the tool wrote");
                }
                catch (FactFormatException)
                {
                    log.Add("TRC-016", place, $"the file does not have the form of '{schema}'; hint: give the file that this version of the tool wrote");
                }
            });
            if (sink.Count == before) log.Add("TRC-016", place, "the file holds no result; hint: a run without tests passes nothing");
        }
        return log.Finish(sink.Finish());
    }
}
