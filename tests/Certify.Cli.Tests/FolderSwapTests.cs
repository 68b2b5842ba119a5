using System.Text;
using Certify.Cli.Output;
using Certify.Packaging.Integrity;
using Xunit;

namespace Certify.Cli.Tests;

public sealed class FolderSwapTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static byte[] Marked(int number) => Encoding.UTF8.GetBytes($$"""{"schema":"{{Manifest.SchemaName}}","n":{{number}}}""");

    private string Destination => Path.Combine(_folder.Path, "package");

    // @verifies CFY-LLR-065
    [Fact]
    public void Replaces_an_older_package_whole()
    {
        FolderSwap.Replace(Destination, [("manifest.json", Marked(1)), ("old.txt", [2])]);
        FolderSwap.Replace(Destination, [("manifest.json", Marked(3)), ("sub/new.txt", [4])]);
        Assert.Equal(Marked(3), File.ReadAllBytes(Path.Combine(Destination, "manifest.json")));
        Assert.False(File.Exists(Path.Combine(Destination, "old.txt")));
        Assert.True(File.Exists(Path.Combine(Destination, "sub", "new.txt")));
        Assert.Equal(["package"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Leaves_a_folder_of_somebody_else_untouched()
    {
        var file = _folder.Write("package/thesis.doc", "years of work");
        Assert.Equal(2, Assert.Throws<CommandException>(() => FolderSwap.Replace(Destination, [("manifest.json", Marked(1))])).ExitCode);
        Assert.Equal("years of work", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("not json")]
    [InlineData("[1]")]
    [InlineData("{\"schema\": 7}")]
    [InlineData("{\"name\": \"a browser extension\", \"manifest_version\": 3}")]
    public void Leaves_a_folder_with_a_manifest_of_another_program_untouched(string manifest)
    {
        var file = _folder.Write("package/manifest.json", manifest);
        Assert.Equal(2, Assert.Throws<CommandException>(() => FolderSwap.Check(Destination)).ExitCode);
        Assert.Throws<CommandException>(() => FolderSwap.Replace(Destination, [("manifest.json", Marked(1))]));
        Assert.Equal(manifest, File.ReadAllText(file));
    }

    // @verifies CFY-LLR-065
    [Fact]
    public void Removes_what_a_killed_run_left_and_keeps_what_a_live_one_writes()
    {
        _folder.Write("package.next-2147483647-1/half.txt", "");
        _folder.Write($"package.next-{Environment.ProcessId}-9999/growing.txt", "");
        FolderSwap.Replace(Destination, [("manifest.json", Marked(1))]);
        Assert.Equal(["package", $"package.next-{Environment.ProcessId}-9999"],
            Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    // @verifies CFY-LLR-065
    [Fact]
    public async Task A_reader_finds_a_whole_package_at_any_time_while_several_runs_replace_it()
    {
        FolderSwap.Replace(Destination, [("manifest.json", Marked(0)), ("a", [0])]);
        using var done = new CancellationTokenSource();
        var reader = Task.Run(() =>
        {
            var missed = 0;
            while (!done.IsCancellationRequested) missed += Directory.Exists(Destination) ? 0 : 1;
            return missed;
        });
        Parallel.For(0, 40, i => FolderSwap.Replace(Destination, [("manifest.json", Marked(i)), ("a", [1])]));
        await done.CancelAsync();
        Assert.Equal(0, await reader);
        Assert.Equal(["package"], Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Says_early_that_a_place_cannot_be_written()
    {
        var e = Assert.Throws<CommandException>(() => FolderSwap.Check("/proc/certify/package"));
        Assert.Equal(2, e.ExitCode);
        Assert.Contains("cannot be written", e.Message);
    }

    // @verifies CFY-LLR-065
    [Fact]
    public void Leaves_the_older_package_when_writing_fails()
    {
        FolderSwap.Replace(Destination, [("manifest.json", Marked(1))]);
        Assert.Throws<InvalidOperationException>(() => FolderSwap.Replace(Destination, Failing()));
        Assert.Equal(Marked(1), File.ReadAllBytes(Path.Combine(Destination, "manifest.json")));
        static IEnumerable<(string, byte[])> Failing()
        {
            yield return ("manifest.json", Marked(9));
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
