using System.Diagnostics;

namespace Certify.Tidy.Tests;

/// <summary>The files of the repository as git lists them: tracked, and new ones that are not ignored.</summary>
internal static class Repository
{
    /// <summary>Absolute root.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Repository-relative paths with '/' separators, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } = List();

    /// <summary>Reads a file of the repository.</summary>
    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(Path.Combine(folder, "Certify.sln"))) folder = Path.GetDirectoryName(folder);
        return folder ?? throw new InvalidOperationException("the tests do not run inside the repository");
    }

    private static IReadOnlyList<string> List()
    {
        var info = new ProcessStartInfo("git") { WorkingDirectory = Root, RedirectStandardOutput = true };
        foreach (var a in new[] { "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard" }) info.ArgumentList.Add(a);
        using var git = Process.Start(info)!;
        var text = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        var files = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(f => File.Exists(Path.Combine(Root, f))).Distinct().Order(StringComparer.Ordinal).ToList();
        return files.Count > 100 ? files : throw new InvalidOperationException($"git lists only {files.Count} files");
    }
}
