namespace Certify.Cli.Output;

/// <summary>Writes files beside their place and moves them there whole.</summary>
internal static class AtomicFile
{
    /// <summary>Writes bytes to a file, making its folder.</summary>
    public static void Write(string path, byte[] bytes)
    {
        var full = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        var next = $"{full}.next-{Environment.ProcessId}";
        File.WriteAllBytes(next, bytes);
        File.Move(next, full, overwrite: true);
    }

    /// <summary>Copies a file.</summary>
    public static void Copy(string from, string to) => Write(to, File.ReadAllBytes(from));
}
