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

    // @verifies CFY-LLR-064
    [Fact]
    public void Two_runs_at_once_take_turns_and_the_second_takes_what_the_first_gave()
    {
        int inside = 0, most = 0, runs = 0;
        Parallel.For(0, 8, _ => new StageCache(_folder.Path, "tool").Get("s", ["a"], into =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            runs++;
            Thread.Sleep(50);
            Interlocked.Decrement(ref inside);
        }));
        Assert.Equal((1, 1), (most, runs));
    }

    // @verifies CFY-LLR-064
    [Fact]
    public void Removes_what_a_killed_run_left()
    {
        _folder.Write("s/0123.next/half", "");
        new StageCache(_folder.Path, "tool").Get("s", ["a"], _ => { });
        Assert.DoesNotContain(Directory.GetDirectories(Path.Combine(_folder.Path, "s")), d => d.EndsWith(".next", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_result_that_is_there_does_not_wait_for_another_run()
    {
        new StageCache(_folder.Path, "tool").Get("s", ["a"], _ => { });
        using var inside = new ManualResetEventSlim();
        using var leave = new ManualResetEventSlim();
        var other = Task.Run(() => new StageCache(_folder.Path, "tool").Get("s", ["b"], _ => { inside.Set(); leave.Wait(); }));
        inside.Wait();
        var found = await Task.Run(() => new StageCache(_folder.Path, "tool").Get("s", ["a"], _ => { })).WaitAsync(TimeSpan.FromSeconds(20));
        leave.Set();
        await other;
        Assert.True(found.Cached);
    }

    // @verifies CFY-LLR-064
    [Fact]
    public void A_stage_knows_where_its_results_will_be()
    {
        var place = "";
        Assert.Equal(new StageCache(_folder.Path, "tool").Get("s", ["a"], into => place = StageCache.PlaceOf(into)).Folder, place);
    }

    [Fact]
    public void A_stage_within_a_stage_does_not_wait_for_itself()
    {
        var cache = new StageCache(_folder.Path, "tool");
        Assert.False(cache.Get("outer", ["a"], _ => cache.Get("inner", ["b"], _ => { })).Cached);
        Assert.True(cache.Get("inner", ["b"], _ => { }).Cached);
    }
}
