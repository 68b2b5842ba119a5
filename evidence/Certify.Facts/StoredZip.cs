using System.Buffers.Binary;
using System.Text;

namespace Certify.Facts;

/// <summary>
/// Writes ZIP archives whose bytes depend on nothing but their entries: ordinal order of names, no compression,
/// one fixed date, no extra fields.
/// <para><b>Source:</b> PKWARE APPNOTE.TXT 6.3.3, sections 4.3.7, 4.3.12 and 4.3.16; ECMA-376 part 2 for the names.</para>
/// </summary>
// @llr CFY-LLR-054
public static class StoredZip
{
    // 1 January 1980, midnight: the first date the format can hold.
    private const ushort DosDate = 1 << 5 | 1;
    private const ushort VersionNeeded = 20;
    private static readonly uint[] s_crcTable = CreateCrcTable();

    /// <summary>Gives the archive.</summary>
    /// <param name="entries">Name ('/' separators, ASCII) and content; names differ.</param>
    public static byte[] Write(IEnumerable<(string Name, byte[] Content)> entries)
    {
        var sorted = entries.OrderBy(entry => entry.Name, StringComparer.Ordinal).ToArray();
        using var archive = new MemoryStream();
        using var directory = new MemoryStream();
        foreach (var (name, content) in sorted)
        {
            var offset = checked((uint)archive.Position);
            var nameBytes = Encoding.ASCII.GetBytes(name);
            var common = CommonFields(nameBytes, content);
            WriteAll(archive, "PK\x3\x4"u8, common, nameBytes, content);
            // made-by, then the common fields, then comment length, disk, attributes (all zero), offset
            var tail = new byte[14];
            BinaryPrimitives.WriteUInt32LittleEndian(tail.AsSpan(10), offset);
            WriteAll(directory, "PK\x1\x2"u8, [(byte)VersionNeeded, 0], common, tail, nameBytes);
        }
        var directoryOffset = checked((uint)archive.Position);
        directory.WriteTo(archive);
        WriteAll(archive, "PK\x5\x6"u8, EndFields(sorted.Length, (uint)directory.Length, directoryOffset));
        return archive.ToArray();
    }

    /// <summary>CRC-32 as ZIP defines it.</summary>
    public static uint Crc32(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes) crc = s_crcTable[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    // version needed, flags, method, time, date, CRC, two sizes, name length, extra length
    private static byte[] CommonFields(byte[] name, byte[] content)
    {
        var fields = new byte[26];
        BinaryPrimitives.WriteUInt16LittleEndian(fields, VersionNeeded);
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(8), DosDate);
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(10), Crc32(content));
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(14), checked((uint)content.Length));
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(18), checked((uint)content.Length));
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(22), checked((ushort)name.Length));
        return fields;
    }

    private static byte[] EndFields(int count, uint directoryBytes, uint directoryOffset)
    {
        var fields = new byte[18];
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(4), checked((ushort)count));
        BinaryPrimitives.WriteUInt16LittleEndian(fields.AsSpan(6), checked((ushort)count));
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(8), directoryBytes);
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(12), directoryOffset);
        return fields;
    }

    private static void WriteAll(Stream stream, ReadOnlySpan<byte> a, ReadOnlySpan<byte> b,
        ReadOnlySpan<byte> c = default, ReadOnlySpan<byte> d = default, ReadOnlySpan<byte> e = default)
    {
        stream.Write(a);
        stream.Write(b);
        stream.Write(c);
        stream.Write(d);
        stream.Write(e);
    }

    private static uint[] CreateCrcTable()
    {
        var table = new uint[256];
        for (var i = 0u; i < 256; i++)
        {
            var value = i;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
            table[i] = value;
        }
        return table;
    }
}
