using Certify.Cli.Stages;
using Xunit;

namespace Certify.Cli.Tests;

public sealed class StageCacheTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // @verifies CFY-LLR-064
    [Fact]
    public void Runs_once_for_equal_inputs_and_again_for_a_changed_one()
    {
        var runs = 0;
        var cache = new StageCache(_folder.Path, "tool");
        void Make(string into) => File.WriteAllText(Path.Combine(into, "r"), (++runs).ToString());
        Assert.False(cache.Get("s", ["a"], Make).Cached);
        Assert.True(cache.Get("s", ["a"], Make).Cached);
        Assert.False(cache.Get("s", ["b"], Make).Cached);
        Assert.Equal(2, runs);
    }

    // @verifies CFY-LLR-064
    [Fact]
    public void Runs_again_for_another_tool()
    {
        new StageCache(_folder.Path, "tool 1").Get("s", ["a"], _ => { });
        Assert.False(new StageCache(_folder.Path, "tool 2").Get("s", ["a"], _ => { }).Cached);
    }

    // @verifies CFY-LLR-064
    [Fact]
    public void Keeps_nothing_of_a_stage_that_failed()
    {
        var cache = new StageCache(_folder.Path, "tool");
        Assert.Throws<InvalidOperationException>(() => cache.Get("s", ["a"], into =>
        {
            File.WriteAllText(Path.Combine(into, "half"), "");
            throw new InvalidOperationException();
        }));
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(_folder.Path, "s")));
        Assert.False(cache.Get("s", ["a"], _ => { }).Cached);
    }
}
