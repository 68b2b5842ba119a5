using System.Runtime.InteropServices;
using Certify.Facts;

namespace Certify.Testing.Tests;

public class SequenceReducerTests
{
    private static readonly FrameLayout s_layout = FrameLayout.Of(typeof(SampleInputs));

    // @verifies CFY-LLR-043
    [Fact]
    public void Finds_the_threshold_of_a_number() =>
        Assert.Equal(1234, Reduce(frames => frames.Any(f => f.Command >= 1234), Sample(200)).Single().Command);

    [Fact]
    public void Finds_the_negative_threshold() =>
        Assert.Equal(-17, Reduce(frames => frames.Any(f => f.Command <= -17), Sample(200)).Single().Command);

    [Fact]
    public void Shortens_a_real_number()
    {
        double value = Reduce(frames => frames.Any(f => f.Value > 2.5), Sample(200)).Single().Value;
        Assert.Equal(3, value);
    }

    // @verifies CFY-LLR-043
    [Fact]
    public void Keeps_frames_that_are_needed_together()
    {
        SampleInputs[] small = Reduce(
            frames => frames.Count(f => f.Reset) >= 3 && frames[^1].Mode == SampleMode.Armed, Sample(200));
        Assert.Equal(3, small.Length);
        Assert.True(small.All(f => f is { Reset: true, Command: 0, Value: 0 }));
    }

    [Fact]
    public void Turns_not_a_number_into_a_number_where_it_is_not_needed()
    {
        SampleInputs[] frames = Sample(5);
        frames[2].Rate = float.NaN;
        Assert.True(float.IsFinite(Reduce(f => f.Length > 0, frames).Single().Rate));
        Assert.Contains(Reduce(f => f.Any(x => float.IsNaN(x.Rate)), frames), f => float.IsNaN(f.Rate));
    }

    [Fact]
    public void Stops_at_the_budget()
    {
        int runs = 0;
        var reducer = new SequenceReducer(s_layout, Ranges(Sample(200)), _ => { runs++; return null; }, 10);
        reducer.Reduce(Bytes(Sample(200)), Failure(199));
        Assert.Equal(10, runs);
    }

    [Fact]
    public void Never_runs_a_candidate_twice()
    {
        var seen = new HashSet<string>();
        Reduce(frames => { Assert.True(seen.Add(Convert.ToHexString(Bytes(frames)))); return frames.Any(f => f.Command > 50); }, Sample(100));
    }

    private static SampleInputs[] Reduce(Func<SampleInputs[], bool> fails, SampleInputs[] start)
    {
        var reducer = new SequenceReducer(s_layout, Ranges(start), bytes =>
        {
            SampleInputs[] frames = MemoryMarshal.Cast<byte, SampleInputs>(bytes).ToArray();
            return fails(frames) ? Failure(frames.Length - 1) : null;
        }, 2000);
        return MemoryMarshal.Cast<byte, SampleInputs>(reducer.Reduce(Bytes(start), Failure(start.Length - 1)).Frames).ToArray();
    }

    private static CaseFailure Failure(int frame) => new(0, Verdict.Failed, frame, "", null, []);

    private static FieldRanges Ranges(SampleInputs[] frames)
    {
        var ranges = new FieldRanges(s_layout);
        ranges.Add(Bytes(frames));
        ranges.Add(Bytes([default, new SampleInputs { Command = -10_000, Value = -1000 }]));
        return ranges;
    }

    private static byte[] Bytes(SampleInputs[] frames) => MemoryMarshal.AsBytes(frames.AsSpan()).ToArray();

    private static SampleInputs[] Sample(int count)
    {
        var random = new System.Random(3);
        return [.. Enumerable.Range(0, count).Select(i => new SampleInputs
        {
            Reset = random.Next(3) == 0, Mode = SampleMode.Armed, Command = random.Next(-9000, 9000),
            Rate = random.NextSingle(), Value = random.NextDouble() * 100,
        })];
    }
}
