using Certify.Cli.Tools;
using Certify.Trace.Model;

namespace Certify.Cli.Stages;

/// <summary>A file that a trace verb reads.</summary>
/// <param name="Full">Absolute path.</param>
/// <param name="Shown">Path in reports, '/' separated: below the current folder relative to it, else relative to what was named.</param>
/// <param name="Named">True when the command line names the file itself.</param>
internal sealed record TraceFile(string Full, string Shown, bool Named)
{
    private const int HeadBytes = 64 << 10;
    private const long LargeBytes = 1 << 20;

    /// <summary>The first bytes, by which a format is known.</summary>
    public byte[] Head(IReadOnlyDictionary<string, byte[]> overlay)
    {
        if (overlay.TryGetValue(Full, out var open)) return open[..Math.Min(open.Length, HeadBytes)];
        if (WholeFile.IsEmpty(Full)) return [];
        using var stream = Open();
        var head = new byte[(int)Math.Min(HeadBytes, stream.Length)];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return read == head.Length ? head : head[..read];
    }

    /// <summary>The file as a reader takes it; a large one is read when the reader asks for it.</summary>
    public InputFile Read(IReadOnlyDictionary<string, byte[]> overlay)
    {
        if (overlay.TryGetValue(Full, out var open)) return new InputFile(Shown, open);
        var length = new FileInfo(Full).Length;
        return length > LargeBytes ? new InputFile(Shown, length, Open) : new InputFile(Shown, WholeFile.Read(Full));
    }

    private FileStream Open() => new(Full, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan);
}

/// <summary>Finds the files that paths on the command line mean.</summary>
internal static class TraceFiles
{
    /// <summary>Every file, each once, in ordinal order of shown path. Build output, caches and links are left out of folders.</summary>
    /// <exception cref="CommandException">A path is neither file nor folder (exit code 2).</exception>
    public static IReadOnlyList<TraceFile> Gather(IReadOnlyList<string> paths)
    {
        var found = new Dictionary<string, TraceFile>(StringComparer.Ordinal);
        var here = Directory.GetCurrentDirectory();
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path);
            if (File.Exists(full)) found[full] = new TraceFile(full, Shown(full, Path.GetDirectoryName(full)!, here), true);
            else if (Directory.Exists(full)) foreach (var file in Workspace.FilesBelow(full)) found.TryAdd(file, new TraceFile(file, Shown(file, full, here), false));
            else throw CommandException.BadInput($"{path}: no such file or folder");
        }

        List<TraceFile> files = [.. found.Values];
        files.Sort((left, right) => string.CompareOrdinal(left.Shown, right.Shown));
        for (var i = 1; i < files.Count; i++)
        {
            if (files[i].Shown == files[i - 1].Shown)
                throw CommandException.BadInput($"two files would both be shown as '{files[i].Shown}'", "name a folder that holds both, or work from there");
        }
        return files;
    }

    private static string Shown(string file, string named, string here)
    {
        var relative = Path.GetRelativePath(here, file).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathRooted(relative)
            ? Path.GetRelativePath(named, file).Replace('\\', '/') : relative;
    }
}
