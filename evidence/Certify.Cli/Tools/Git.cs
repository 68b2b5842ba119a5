using System.Globalization;
using Certify.Facts;

namespace Certify.Cli.Tools;

/// <summary>What git says about the sources: root, revision, whether the tree differs, and who committed what.</summary>
/// <param name="Root">The repository's root, or the project's folder where there is no repository.</param>
/// <param name="Revision">Commit id, or "unversioned".</param>
/// <param name="Dirty">True when the tree differs from the commit, or there is none.</param>
/// <param name="History">The latest commits that touched the project, newest first.</param>
internal sealed record GitState(string Root, string Revision, bool Dirty, IReadOnlyList<RevisionFact> History)
{
    /// <summary>The revision of sources outside any repository.</summary>
    public const string Unversioned = "unversioned";

    private const int HistoryMax = 1000;

    /// <summary>Asks git about the repository around a folder.</summary>
    public static GitState Of(string folder)
    {
        var top = Ask(folder, "rev-parse", "--show-toplevel");
        var head = top is null ? null : Ask(folder, "rev-parse", "HEAD");
        if (top is null || head is null) return new GitState(folder, Unversioned, true, []);
        var root = top.Trim();
        var status = Ask(root, "status", "--porcelain", "--untracked-files=normal") ?? "?";
        return new GitState(root, head.Trim(), status.Trim().Length > 0, Log(root, folder));
    }

    private static IReadOnlyList<RevisionFact> Log(string root, string folder)
    {
        var text = Ask(root, "log", "--no-merges", $"--max-count={HistoryMax.ToString(CultureInfo.InvariantCulture)}",
            "--date=format-local:%Y-%m-%d", "--format=%cd%x1f%h%x1f%an%x1f%s", "--abbrev=12", "--", folder) ?? "";
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\x1f'))
            .Where(parts => parts.Length == 4)
            .Select(parts => new RevisionFact(parts[0], parts[1], parts[2], parts[3]))];
    }

    private static string? Ask(string folder, params string[] arguments)
    {
        // Dates are printed in UTC so that two time zones give the same documents.
        var utc = new Dictionary<string, string> { ["TZ"] = "UTC" };
        var result = ProcessRunner.Run("git", ["-c", "safe.directory=*", .. arguments], folder, TimeSpan.FromSeconds(60), utc);
        return result.ExitCode == 0 ? result.Output : null;
    }
}
