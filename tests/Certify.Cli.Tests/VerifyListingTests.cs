using System.Diagnostics;
using Certify.Cli.Commands;
using Certify.Packaging.Integrity;
using Xunit;

namespace Certify.Cli.Tests;

public sealed class VerifyListingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lists_files_links_and_empty_folders_without_following_links()
    {
        _folder.Write("sub/a.txt", "a");
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));
        Directory.CreateSymbolicLink(Path.Combine(_folder.Path, "link"), "/");
        Assert.Equal(
            [("empty", EntryKind.Other), ("link", EntryKind.Link), ("sub/a.txt", EntryKind.File)],
            VerifyCommand.List(_folder.Path).Select(e => (e.Path, e.Kind)));
    }

    [Fact]
    public async Task A_pipe_in_the_place_of_a_file_reads_as_empty_and_does_not_wait()
    {
        if (!OperatingSystem.IsLinux()) return;
        using (var make = Process.Start("mkfifo", Path.Combine(_folder.Path, "index.html"))) await make.WaitForExitAsync();
        var entry = Assert.Single(VerifyCommand.List(_folder.Path));
        var read = Task.Run(() =>
        {
            using var stream = entry.Open();
            return stream.ReadByte();
        });
        Assert.Equal(-1, await read.WaitAsync(TimeSpan.FromSeconds(20)));
    }
}
