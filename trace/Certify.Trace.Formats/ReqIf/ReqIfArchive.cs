using System.Globalization;
using System.IO.Compression;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>Reads the ReqIF files of an archive. Entries are never unpacked to disk; what would exhaust memory or leave the archive's folder is refused.</summary>
// @llr CFY-LLR-370
internal static class ReqIfArchive
{
    /// <summary>Most entries of an archive.</summary>
    public const int EntriesMax = 10_000;

    /// <summary>Most bytes that one packed byte may unpack to, beyond the first MiB of an entry. Requirements in XML reach about 50.</summary>
    public const int RatioMax = 200;

    /// <summary>Reads an archive; each entry's path is that of the archive, "/", and the entry's.</summary>
    public static void Read(InputFile file, List<ReqIfContent> contents, ReqIfNames names, ReadOptions options, ReadLog log, CancellationToken cancel)
    {
        try
        {
            using var stream = ReqIfReader.StreamOf(file.Bytes);
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read);
            if (archive.Entries.Count > EntriesMax)
            {
                Refuse(file, log, $"the archive has {archive.Entries.Count} entries, more than {EntriesMax}");
                return;
            }

            var before = contents.Count;
            var left = options.BytesMax;
            var seen = new HashSet<string>(StringComparer.Ordinal);
            foreach (var entry in archive.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
            {
                if (Accepts(file, entry, seen, log)) Read(file, entry, contents, names, ref left, log, cancel);
            }
            if (contents.Count == before) log.Add("TRC-016", new SourcePlace(file.Path, 0), "the archive holds no .reqif file");
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or IOException or NotSupportedException or ArgumentException or OverflowException)
        {
            log.Add("TRC-016", new SourcePlace(file.Path, 0), $"the archive cannot be read: {error.Message.TrimEnd('.')}; hint: export it again");
        }
    }

    private static bool Accepts(InputFile file, ZipArchiveEntry entry, HashSet<string> seen, ReadLog log)
    {
        var name = entry.FullName;
        if (name.EndsWith('/')) return false;
        if (Escapes(name))
        {
            Refuse(file, log, $"entry '{name}' leads out of the archive's folder and was not read");
            return false;
        }
        if (!seen.Add(name))
        {
            log.Add("TRC-016", new SourcePlace(file.Path, 0), $"entry '{name}' is in the archive twice; the first one is used");
            return false;
        }
        if (name.EndsWith(".reqif", StringComparison.OrdinalIgnoreCase)) return true;
        log.Lose($"{file.Path}/{name}", string.Create(CultureInfo.InvariantCulture, $"attachment of {entry.Length} bytes"), new SourcePlace(file.Path, 0));
        return false;
    }

    private static bool Escapes(string name) =>
        name.StartsWith('/') || name.Contains('\\', StringComparison.Ordinal) || name.Contains(':', StringComparison.Ordinal)
        || name.Contains('\0', StringComparison.Ordinal) || name.Split('/').Contains("..");

    private static void Read(
        InputFile file, ZipArchiveEntry entry, List<ReqIfContent> contents, ReqIfNames names, ref long left, ReadLog log, CancellationToken cancel)
    {
        var path = $"{file.Path}/{entry.FullName}";
        var most = Math.Min(left, (1L << 20) + (entry.CompressedLength * RatioMax));
        if (entry.Length > most)
        {
            log.Add("TRC-019", new SourcePlace(path, 0), $"the entry unpacks to {entry.Length} bytes from {entry.CompressedLength}, more than is taken");
            return;
        }

        using var stream = new LimitedStream(entry.Open(), most);
        var content = ReqIfParser.Read(path, stream, names, log, cancel);
        left -= stream.Count;
        if (content.Objects.Count == 0) ReqIfReader.NoObjects(path, log);
        contents.Add(content);
    }

    private static void Refuse(InputFile file, ReadLog log, string message) => log.Add("TRC-019", new SourcePlace(file.Path, 0), message);
}
