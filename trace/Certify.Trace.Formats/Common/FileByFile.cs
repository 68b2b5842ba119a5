using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>Reads files one after the other, in order of path, where none says anything about another.</summary>
internal static class FileByFile
{
    /// <summary>Reads each file; one that gives no item is a finding.</summary>
    /// <param name="files">The files.</param>
    /// <param name="options">How to read.</param>
    /// <param name="none">Code and message for a file without items.</param>
    /// <param name="read">Reads one file; false where it was refused and that is said already.</param>
    /// <param name="cancel">Stops the reading between two files.</param>
    public static ReadOutcome Read(
        IReadOnlyList<InputFile> files, ReadOptions options, (string Code, string Message) none, Func<InputFile, ItemSink, ReadLog, bool> read, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        var log = new ReadLog();
        var sink = new ItemSink(options, log);
        foreach (var file in InOrder.Of(files))
        {
            cancel.ThrowIfCancellationRequested();
            var before = sink.Count;
            if (read(file, sink, log) && sink.Count == before) log.Add(none.Code, new SourcePlace(file.Path, 0), none.Message);
        }
        return log.Finish(sink.Finish());
    }

    /// <summary>Reads each file of text as lines.</summary>
    public static ReadOutcome ReadLines(
        IReadOnlyList<InputFile> files, ReadOptions options, string none, Action<string, string[], ItemSink, ReadLog> read, CancellationToken cancel) =>
        Read(files, options, ("TRC-012", none), (file, sink, log) =>
        {
            if (log.IsTooLarge(file, options) || SourceText.Decode(file, log) is not { } text) return false;
            read(file.Path, SourceText.Lines(text).Split('\n'), sink, log);
            return true;
        }, cancel);
}
