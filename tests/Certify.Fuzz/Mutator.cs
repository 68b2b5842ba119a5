using System.IO.Compression;
using System.Text;

namespace Certify.Fuzz;

/// <summary>Damages a file in a few places: bytes, lengths, copies, words that formats give a meaning to. Files in an archive are damaged inside it.</summary>
public static class Mutator
{
    private static readonly byte[][] s_words =
    [
        .. new[]
        {
            "<!DOCTYPE a [<!ENTITY b \"b\">]>", "&b;", "<a>", "</a>", "<![CDATA[", "]]>", "<!--", "-->", "{", "}", "[", "]", "\"", "'", ",", ";", ":", "\t", "\r", "\n", "\r\n", "#", "##", "- ", "**",
            "```", "|", "\0", "\uFEFF", "\u202E", "\u2028", "&amp;", "null", "-1", "99999999999999999999", "1e999", "\\u0000", "\\ud800", "../", "/etc/x", "*a", "&a", "---", ">>>", "<<<", "~", "@", "=",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    /// <summary>Damages a copy of the file.</summary>
    public static byte[] Damage(byte[] file, SplitMix random)
    {
        if (file.Length > 4 && file[0] == 'P' && file[1] == 'K' && !random.OneIn(4)) return InArchive(file, entry => Damage(entry, random), random);
        var bytes = file.ToList();
        for (var n = random.OneIn(3) ? 1 + random.Below(8) : 1; n > 0; n--) Step(bytes, random);
        return [.. bytes];
    }

    /// <summary>Puts letters into one place of a copy of the file: nothing that a format gives a structure by.</summary>
    public static byte[] InsertLetters(byte[] file, SplitMix random)
    {
        if (file.Length > 4 && file[0] == 'P' && file[1] == 'K') return InArchive(file, entry => InsertLetters(entry, random), random);
        var bytes = file.ToList();
        bytes.InsertRange(random.Below(bytes.Count + 1), Encoding.ASCII.GetBytes(random.Of("x", "Zebra", "quite other words"[..5])));
        return [.. bytes];
    }

    /// <summary>Changes one byte of a copy of the file to another one that a keyboard has.</summary>
    public static byte[] ChangeByte(byte[] file, SplitMix random)
    {
        var bytes = file.ToArray();
        if (bytes.Length > 0) bytes[random.Below(bytes.Length)] = (byte)(random.OneIn(8) ? '\n' : ' ' + random.Below(95));
        return bytes;
    }

    private static void Step(List<byte> bytes, SplitMix random)
    {
        if (bytes.Count == 0)
        {
            bytes.AddRange(random.Of(s_words));
            return;
        }

        var at = random.Below(bytes.Count);
        var length = Math.Min(bytes.Count - at, 1 + random.Below(random.OneIn(4) ? 400 : 12));
        switch (random.Below(8))
        {
            case 0: bytes[at] ^= (byte)(1 << random.Below(8)); break;
            case 1: bytes[at] = (byte)random.Below(256); break;
            case 2: bytes.RemoveRange(at, length); break;
            case 3: bytes.InsertRange(random.Below(bytes.Count + 1), bytes.GetRange(at, length)); break;
            case 4: bytes.InsertRange(at, random.Of(s_words)); break;
            case 5: bytes.RemoveRange(at, bytes.Count - at); break;
            case 6: for (var i = 20 + random.Below(200); i > 0; i--) bytes.InsertRange(at, random.Of(s_words[2], s_words[8], s_words[10])); break;
            default: bytes.InsertRange(at, bytes.GetRange(0, at)); break;
        }
    }

    private static byte[] InArchive(byte[] file, Func<byte[], byte[]> damage, SplitMix random)
    {
        var entries = new List<(string Name, byte[] Bytes)>();
        using (var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read))
        {
            foreach (var entry in archive.Entries)
            {
                using var stream = entry.Open();
                using var copy = new MemoryStream();
                stream.CopyTo(copy);
                entries.Add((entry.FullName, copy.ToArray()));
            }
        }

        var at = random.Below(entries.Count);
        entries[at] = (random.OneIn(40) ? "../" + entries[at].Name : entries[at].Name, damage(entries[at].Bytes));
        if (random.OneIn(20)) entries.Add(entries[random.Below(entries.Count)]);
        if (random.OneIn(20)) entries.RemoveAt(random.Below(entries.Count));
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in entries)
            {
                using var stream = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
                stream.Write(bytes);
            }
        }
        return output.ToArray();
    }
}
