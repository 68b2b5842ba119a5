using FsCheck;
using FsCheck.Fluent;

namespace Certify.Testing.Tests;

public class GenerationTests
{
    [Fact]
    public void Every_bit_is_drawn_both_ways()
    {
        ulong[] numbers = FastGen.Bits.Sample(1000, new Rnd(5), 10);
        ulong ones = numbers.Aggregate(0UL, (a, b) => a | b), zeros = numbers.Aggregate(0UL, (a, b) => a | ~b);
        Assert.Equal(ulong.MaxValue, ones);
        Assert.Equal(ulong.MaxValue, zeros);
    }

    [Fact]
    public void Walk_gives_each_step_the_frame_before()
    {
        int[] walk = FastGen.Walk(50, 10, (before, bits) => before + (int)(bits % 3)).Sample(1, new Rnd(1), 10)[0];
        Assert.Equal(50, walk.Length);
        Assert.All(walk.Zip(walk.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 2));
    }

    [Fact]
    public void Range_reaches_both_ends_and_nothing_else()
    {
        int[] draws = [.. FastGen.Bits.Sample(2000, new Rnd(7), 10).Select(bits => new BitReader(bits).Range(-3, 4))];
        Assert.Equal([-3, -2, -1, 0, 1, 2, 3, 4], draws.Distinct().Order());
        Assert.Equal(int.MinValue, new BitReader(0).Range(int.MinValue, int.MaxValue));
    }

    [Fact]
    public void Reader_goes_on_with_fresh_bits_when_64_are_used_up()
    {
        var reader = new BitReader(0xFFFF_FFFF_FFFF_FFFF);
        Assert.Equal(uint.MaxValue, reader.Bits(32));
        Assert.Equal(uint.MaxValue, reader.Bits(32));
        Assert.NotEqual(uint.MaxValue, reader.Bits(32));
    }

    /// <summary>Replay lines of earlier runs depend on these numbers.</summary>
    // @verifies CFY-LLR-044
    [Fact]
    public void Seeds_stay_as_they_are()
    {
        Assert.Equal(15527681396533429947UL, Seeds.OfCase(Seeds.OfProperty(1, "M:A.B"), 3));
        Assert.Equal([50, 87, 24], Enumerable.Range(0, 3).Select(Seeds.SizeOfCase));
    }

    [Fact]
    public void Sizes_lie_between_1_and_100() =>
        Assert.Equal((1, 100), (Enumerable.Range(0, 1000).Min(Seeds.SizeOfCase), Enumerable.Range(0, 1000).Max(Seeds.SizeOfCase)));
}
