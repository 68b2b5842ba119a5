namespace Certify.Cli.Output;

/// <summary>Puts a finished folder in the place of an old one, whole or not at all.</summary>
// @llr CFY-LLR-065
internal static class FolderSwap
{
    /// <summary>Name of the file by which a folder is known as one that this tool wrote.</summary>
    public const string Mark = "manifest.json";

    /// <summary>Writes files into a folder beside the destination and then swaps the two.</summary>
    /// <param name="destination">The folder to replace. One that holds files but no <see cref="Mark"/> is left alone.</param>
    /// <param name="files">Relative path ('/' separated) and bytes.</param>
    /// <exception cref="CommandException">The destination is not a package, or a path leads out of it (exit code 2).</exception>
    public static void Replace(string destination, IEnumerable<(string Path, byte[] Bytes)> files)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(destination));
        Refuse(full);
        var next = full + ".next";
        var old = full + ".old";
        if (Directory.Exists(next)) Directory.Delete(next, recursive: true);
        Directory.CreateDirectory(next);
        foreach (var (path, bytes) in files)
        {
            var file = Path.GetFullPath(Path.Combine(next, path));
            if (!file.StartsWith(next + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw CommandException.BadInput($"'{path}' leads out of the package");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }

        if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
        if (Directory.Exists(full)) Directory.Move(full, old);
        Directory.Move(next, full);
        if (Directory.Exists(old)) Directory.Delete(old, recursive: true);
    }

    /// <summary>Refuses a destination early that <see cref="Replace"/> would refuse.</summary>
    public static void Check(string destination) => Refuse(Path.TrimEndingDirectorySeparator(Path.GetFullPath(destination)));

    private static void Refuse(string folder)
    {
        if (File.Exists(folder)) throw CommandException.BadInput($"{folder}: is a file", "give a folder with -o");
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any()) return;
        if (!File.Exists(Path.Combine(folder, Mark)))
            throw CommandException.BadInput(
                $"{folder}: holds files but no {Mark}, so it is no package of ours and stays as it is",
                "give another folder with -o, or empty this one");
    }
}
