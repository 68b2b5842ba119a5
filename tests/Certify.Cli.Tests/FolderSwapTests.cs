using Certify.Cli.Output;
using Xunit;

namespace Certify.Cli.Tests;

public sealed class FolderSwapTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Destination => Path.Combine(_folder.Path, "package");

    // @verifies CFY-LLR-065
    [Fact]
    public void Replaces_an_older_package_whole()
    {
        FolderSwap.Replace(Destination, [("manifest.json", [1]), ("old.txt", [2])]);
        FolderSwap.Replace(Destination, [("manifest.json", [3]), ("sub/new.txt", [4])]);
        Assert.Equal([3], File.ReadAllBytes(Path.Combine(Destination, "manifest.json")));
        Assert.False(File.Exists(Path.Combine(Destination, "old.txt")));
        Assert.True(File.Exists(Path.Combine(Destination, "sub", "new.txt")));
        Assert.Equal(["package"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Leaves_a_folder_of_somebody_else_untouched()
    {
        var file = _folder.Write("package/thesis.doc", "years of work");
        Assert.Equal(2, Assert.Throws<CommandException>(() => FolderSwap.Replace(Destination, [("manifest.json", [1])])).ExitCode);
        Assert.Equal("years of work", File.ReadAllText(file));
    }

    // @verifies CFY-LLR-065
    [Fact]
    public void Leaves_the_older_package_when_writing_fails()
    {
        FolderSwap.Replace(Destination, [("manifest.json", [1])]);
        Assert.Throws<InvalidOperationException>(() => FolderSwap.Replace(Destination, Failing()));
        Assert.Equal([1], File.ReadAllBytes(Path.Combine(Destination, "manifest.json")));
        static IEnumerable<(string, byte[])> Failing()
        {
            yield return ("manifest.json", [9]);
            throw new InvalidOperationException();
        }
    }

    [Fact]
    public void Refuses_a_path_that_leads_out()
    {
        Assert.Throws<CommandException>(() => FolderSwap.Replace(Destination, [("../escape.txt", [1])]));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "escape.txt")));
    }
}
