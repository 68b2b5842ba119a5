namespace Certify.Trace.Tests;

/// <summary>Finds files of the repository from the folder that the tests run in.</summary>
internal static class Repository
{
    /// <summary>The folder that holds global.json.</summary>
    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative.Replace('/', Path.DirectorySeparatorChar));

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "global.json"))) return at.FullName;
        }
        throw new InvalidOperationException("no global.json above the test folder");
    }
}
