using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Common;

/// <summary>
/// A ZIP archive read with limits: number of entries, names that stay inside, and bytes unpacked in all, counted while they are unpacked since the
/// sizes that an archive states may be lies.
/// </summary>
// @llr CFY-LLR-356
internal sealed class SafeArchive : IDisposable
{
    private const int EntriesMax = 20_000;
    private const long FreeBytes = 16L << 20;
    private const int RatioMax = 100;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private long _left;

    private SafeArchive(ZipArchive zip, long left) => (_zip, _left) = (zip, left);

    /// <summary>Names of the entries.</summary>
    public IReadOnlyCollection<string> Names => _entries.Keys;

    /// <summary>Opens an archive.</summary>
    /// <returns>Null after a finding.</returns>
    public static SafeArchive? Open(InputFile file, ReadOptions options, ReadLog log)
    {
        if (log.IsTooLarge(file, options)) return null;
        var place = new SourcePlace(file.Path, 0);
        ZipArchive zip;
        try
        {
            var bytes = MemoryMarshal.TryGetArray(file.Bytes, out var part) ? part : new ArraySegment<byte>(file.Bytes.ToArray());
            zip = new ZipArchive(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false), ZipArchiveMode.Read);
            _ = zip.Entries.Count;
        }
        catch (Exception e) when (IsContent(e))
        {
            log.Add("TRC-016", place, $"the file is no readable archive ({e.GetType().Name}); hint: it may be cut off, or protected by a password");
            return null;
        }

        var archive = new SafeArchive(zip, Math.Min(options.BytesMax, FreeBytes + RatioMax * (long)file.Bytes.Length));
        if (archive.Index(place, log)) return archive;
        archive.Dispose();
        return null;
    }

    /// <summary>Opens an entry, or gives null where there is none. Reading past the limit throws <see cref="LimitException"/>.</summary>
    public Stream? OpenEntry(string name) => _entries.TryGetValue(name, out var entry) ? new Counted(this, entry.Open()) : null;

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    /// <summary>True for what the archive and XML libraries throw on broken content.</summary>
    public static bool IsContent(Exception e) =>
        e is InvalidDataException or IOException or NotSupportedException or System.Xml.XmlException or FormatException or OverflowException
            or ArgumentException or LimitException;

    private bool Index(SourcePlace place, ReadLog log)
    {
        if (_zip.Entries.Count > EntriesMax)
        {
            log.Add("TRC-019", place, string.Create(CultureInfo.InvariantCulture, $"the archive has {_zip.Entries.Count} entries, the limit is {EntriesMax}; hint: check where it comes from"));
            return false;
        }
        foreach (var entry in _zip.Entries)
        {
            var name = entry.FullName.Replace('\\', '/');
            if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || ("/" + name + "/").Contains("/../", StringComparison.Ordinal))
                log.Add("TRC-016", place, $"entry {SourceText.Quote(name)} points out of the archive and is not read; hint: check where the file comes from");
            else if (!_entries.TryAdd(name, entry))
                log.Add("TRC-016", place, $"entry {SourceText.Quote(name)} is in the archive twice; only the first is read; hint: save it again");
        }
        return true;
    }

    private sealed class Counted(SafeArchive archive, Stream inner) : InputStream(inner)
    {
        public override int Read(Span<byte> buffer)
        {
            var read = Inner.Read(buffer);
            archive._left -= read;
            if (archive._left < 0) throw new LimitException("the archive unpacks to more than the limit");
            return read;
        }
    }
}
