using System.Runtime.InteropServices;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>
/// Reads ReqIF 1.0 to 1.2 as DOORS, Polarion, Jama, codebeamer and others write it, plain or in an archive (.reqifz). Files given together may refer
/// to each other.
/// </summary>
/// <param name="name">"reqif" or "reqifz"; both read either kind, and differ in the files they claim.</param>
// @llr CFY-LLR-366
public sealed class ReqIfReader(string name) : IItemReader
{
    /// <inheritdoc/>
    public string Name { get; } = name;

    /// <inheritdoc/>
    public string Description => Name == "reqifz" ? "ReqIF 1.x archive: one or several ReqIF files with attachments" : "ReqIF 1.x, as DOORS, Polarion, Jama and codebeamer export it";

    /// <inheritdoc/>
    public bool Recognises(string path, ReadOnlySpan<byte> head)
    {
        if (path.EndsWith("." + Name, StringComparison.OrdinalIgnoreCase)) return true;
        return Name == "reqif" && path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && head.IndexOf("http://www.omg.org/spec/ReqIF/"u8) >= 0;
    }

    /// <inheritdoc/>
    public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(options);
        var log = new ReadLog();
        var names = new ReqIfNames();
        var contents = new List<ReqIfContent>();
        foreach (var file in InOrder.Of(files)) Read(file, contents, names, options, log, cancel);
        contents.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        var items = ReqIfItems.Of(new ReqIfSet(contents, names, log), options, log, cancel);
        return log.Finish(items);
    }

    private static void Read(InputFile file, List<ReqIfContent> contents, ReqIfNames names, ReadOptions options, ReadLog log, CancellationToken cancel)
    {
        if (log.IsTooLarge(file, options)) return;
        if (IsArchive(file))
        {
            ReqIfArchive.Read(file, contents, names, options, log, cancel);
            return;
        }

        using var stream = file.Open() is { } open ? new ReadAheadStream(open) : (Stream)StreamOf(file.Bytes);
        var content = ReqIfParser.Read(file.Path, stream, names, log, cancel);
        if (content.Objects.Count == 0) NoObjects(file.Path, log);
        contents.Add(content);
    }

    private static bool IsArchive(InputFile file)
    {
        using var stream = file.Open();
        if (stream is null) return file.Bytes.Span.StartsWith("PK"u8);
        var head = new byte[2];
        return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.AsSpan().SequenceEqual("PK"u8);
    }

    /// <summary>Says that a file holds no object.</summary>
    internal static void NoObjects(string path, ReadLog log) =>
        log.Add("TRC-012", new SourcePlace(path, 0), "the file holds no SPEC-OBJECT");

    /// <summary>A stream over bytes, without a copy where they are an array.</summary>
    internal static MemoryStream StreamOf(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
