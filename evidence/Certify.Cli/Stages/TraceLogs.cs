using Certify.Cli.Tools;

namespace Certify.Cli.Stages;

/// <summary>Digests of the logs that --logs names: a result whose log is none of them lost it, or the log has changed since.</summary>
// @llr CFY-LLR-474
internal static class TraceLogs
{
    /// <summary>SHA-256 (lower-case hex) of each file, and of each file below a folder.</summary>
    /// <exception cref="CommandException">A path is missing, or there is no file at all (exit code 2).</exception>
    public static IReadOnlySet<string> Digests(IReadOnlyList<string> paths)
    {
        var digests = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var path in paths)
        {
            if (File.Exists(path)) digests.Add(Digest.OfFile(path));
            else if (Directory.Exists(path)) digests.UnionWith(Directory.EnumerateFiles(path, "*", Below).Select(Digest.OfFile));
            else throw CommandException.BadInput($"--logs {path}: no such file or folder");
        }

        if (digests.Count == 0) throw CommandException.BadInput($"--logs {string.Join(", ", paths)}: no file in it", "give the folder that the runs wrote their logs to");
        return digests;
    }

    // A link to a folder above would never end; what cannot be read is an error.
    private static EnumerationOptions Below => new() { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint };
}
