using System.Collections.Concurrent;
using System.Globalization;

namespace Certify.Machine;

/// <summary>Folders of running guests: made here, removed with the guest, at process exit, and when found orphaned.</summary>
internal static class QemuFiles
{
    private const string Prefix = "certify-guest-";
    private const long Spare = 16L * 1024 * 1024;
    private static readonly ConcurrentDictionary<string, byte> s_swept = new(StringComparer.Ordinal);
    private static int s_count;

    /// <summary>Makes a folder of its own for a guest with so much memory.</summary>
    public static string Create(string? wanted, long bytes)
    {
        var parent = wanted ?? (HasRoom("/dev/shm", bytes + Spare) ? "/dev/shm" : Path.GetTempPath());
        if (s_swept.TryAdd(parent, 0)) RemoveOrphans(parent);
        var name = string.Create(CultureInfo.InvariantCulture,
            $"{Prefix}{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}");
        return Directory.CreateDirectory(Path.Combine(parent, name)).FullName;
    }

    /// <summary>Removes a guest's folder; one that is gone already is no fault.</summary>
    public static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Left for the next start's sweep.
        }
    }

    private static bool HasRoom(string folder, long bytes)
    {
        try
        {
            return Directory.Exists(folder) && new DriveInfo(folder).AvailableFreeSpace > bytes;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void RemoveOrphans(string parent)
    {
        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && !Directory.Exists($"/proc/{id}"))
            {
                Remove(folder);
            }
        }
    }
}
