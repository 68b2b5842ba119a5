using System.IO.Compression;
using Certify.Facts;

namespace Certify.Documents.Archive;

/// <summary>Turns the archive of an office SDK into one whose bytes repeat.</summary>
internal static class OfficePackage
{
    /// <summary>
    /// The part with title and identifier that office programs show. It names no date and no author: no fact
    /// holds them.
    /// </summary>
    public static string CoreProperties(string id, string title) =>
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
        + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\">"
        + $"<dc:title>{Escape(title)}</dc:title><dc:identifier>{Escape(id)}</dc:identifier>"
        + "<dc:language>en-GB</dc:language></cp:coreProperties>\n";

    /// <summary>Packs the same entries again, stored, in ordinal order, with a fixed date.</summary>
    public static byte[] Repack(MemoryStream archive)
    {
        archive.Position = 0;
        using var zip = new ZipArchive(archive, ZipArchiveMode.Read, leaveOpen: true);
        var entries = new List<(string, byte[])>();
        foreach (var entry in zip.Entries)
        {
            using var content = entry.Open();
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            entries.Add((entry.FullName, bytes.ToArray()));
        }
        return StoredZip.Write(entries);
    }

    private static string Escape(string text) =>
        SafeText.Clean(text).Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
