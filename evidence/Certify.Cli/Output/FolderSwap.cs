using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using Certify.Packaging.Integrity;

namespace Certify.Cli.Output;

/// <summary>Puts a finished folder in the place of an old one, whole or not at all.</summary>
// @llr CFY-LLR-065
internal static partial class FolderSwap
{
    /// <summary>Name of the file by which a folder is known as one that this tool wrote.</summary>
    public const string Mark = "manifest.json";

    private const string Beside = ".next-";
    private const int CurrentFolder = -100; // AT_FDCWD
    private const uint Exchange = 2; // RENAME_EXCHANGE
    private static int s_count;

    /// <summary>Writes files into a folder beside the destination and then swaps the two in one step.</summary>
    /// <param name="destination">The folder to replace. One that holds files but no <see cref="Mark"/> of this tool is left alone.</param>
    /// <param name="files">Relative path ('/' separated) and bytes.</param>
    /// <exception cref="CommandException">The destination is not a package, or a path leads out of it (exit code 2).</exception>
    public static void Replace(string destination, IEnumerable<(string Path, byte[] Bytes)> files)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(destination));
        Refuse(full);
        RemoveOrphans(full);
        var next = Next(full);
        try
        {
            Write(next, files);
            if (!Directory.Exists(full)) Directory.Move(next, full);
            else Swap(next, full);
        }
        finally
        {
            if (Directory.Exists(next)) Directory.Delete(next, recursive: true);
        }
    }

    /// <summary>Writes files into a folder beside the destination and moves it there whole.</summary>
    /// <param name="destination">A folder that is empty or not there.</param>
    /// <param name="files">Relative path ('/' separated) and bytes.</param>
    /// <exception cref="CommandException">A path leads out of the folder (exit code 2).</exception>
    public static void Create(string destination, IEnumerable<(string Path, byte[] Bytes)> files)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(destination));
        var next = Next(full);
        try
        {
            Write(next, files);
            if (Directory.Exists(full)) Directory.Delete(full); // empty, or this fails
            Directory.Move(next, full);
        }
        finally
        {
            if (Directory.Exists(next)) Directory.Delete(next, recursive: true);
        }
    }

    /// <summary>Refuses a destination early that <see cref="Replace"/> would refuse, or that cannot be written.</summary>
    public static void Check(string destination)
    {
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(destination));
        Refuse(full);
        var next = Next(full);
        try
        {
            Directory.CreateDirectory(next);
            Directory.Delete(next);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CommandException.BadInput($"{full}: cannot be written: {e.Message}", "give another folder with -o");
        }
    }

    private static void Write(string next, IEnumerable<(string Path, byte[] Bytes)> files)
    {
        Directory.CreateDirectory(next);
        foreach (var (path, bytes) in files)
        {
            var file = Path.GetFullPath(Path.Combine(next, path));
            if (!file.StartsWith(next + Path.DirectorySeparatorChar, StringComparison.Ordinal))
                throw CommandException.BadInput($"'{path}' leads out of the package");
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, bytes);
        }
    }

    /// <summary>Exchanges two folders. Where the file system cannot do it in one step, the older package goes aside first.</summary>
    private static void Swap(string next, string full)
    {
        if (OperatingSystem.IsLinux() && RenameAt(CurrentFolder, next, CurrentFolder, full, Exchange) == 0) return;
        var old = next + ".old";
        Directory.Move(full, old);
        Directory.Move(next, full);
        Directory.Delete(old, recursive: true);
    }

    private static string Next(string full) => string.Create(
        CultureInfo.InvariantCulture, $"{full}{Beside}{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}");

    /// <summary>Removes what runs that were killed left beside the destination.</summary>
    private static void RemoveOrphans(string full)
    {
        var parent = Path.GetDirectoryName(full);
        if (parent is null || !Directory.Exists(parent)) return;
        var prefix = Path.GetFileName(full) + Beside;
        foreach (var folder in Directory.EnumerateDirectories(parent).Where(f => Path.GetFileName(f).StartsWith(prefix, StringComparison.Ordinal)))
        {
            var owner = Path.GetFileName(folder)[prefix.Length..].Split('-')[0];
            if (!int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || Directory.Exists($"/proc/{id}")) continue;
            if (folder.EndsWith(".old", StringComparison.Ordinal) && !Directory.Exists(full)) Directory.Move(folder, full);
            else Directory.Delete(folder, recursive: true);
        }
    }

    private static void Refuse(string folder)
    {
        if (File.Exists(folder)) throw CommandException.BadInput($"{folder}: is a file", "give a folder with -o");
        if (!Directory.Exists(folder) || !Directory.EnumerateFileSystemEntries(folder).Any()) return;
        if (!IsOurs(Path.Combine(folder, Mark)))
            throw CommandException.BadInput(
                $"{folder}: holds files but no {Mark} of a package, so it stays as it is",
                "give another folder with -o, or empty this one");
    }

    // Other programs have a manifest.json too.
    private static bool IsOurs(string mark)
    {
        if (!File.Exists(mark)) return false;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(mark));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("schema", out var schema)
                && schema.ValueKind == JsonValueKind.String && schema.GetString() == Manifest.SchemaName;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt(int fromFolder, string from, int toFolder, string to, uint flags);
}
