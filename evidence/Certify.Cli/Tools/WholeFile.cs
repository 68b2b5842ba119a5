namespace Certify.Cli.Tools;

/// <summary>
/// Reads files that a user names. A pipe or a device says that it has no length: it is taken as empty and never opened, since reading it
/// could wait or go on without end.
/// </summary>
// @llr CFY-LLR-475
internal static class WholeFile
{
    /// <summary>All bytes of a file; none of a pipe or a device.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static byte[] Read(string path) => IsEmpty(path) ? [] : File.ReadAllBytes(path);

    /// <summary>True for a file without bytes, a pipe and a device; a link is followed. False where there is no file.</summary>
    public static bool IsEmpty(string path)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        // A descriptor of this process is a link to a name that is no file.
        return File.Exists(target) ? new FileInfo(target).Length == 0 : File.Exists(path);
    }
}
