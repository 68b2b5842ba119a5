using Certify.Fuzz;
using Certify.Trace.Formats.Common;
using Certify.Trace.Formats.ReqIf;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.ReqIf;

/// <summary>A file that is read as a stream gives what its bytes give.</summary>
public sealed class ReqIfStreamTests
{
    private static readonly byte[] s_file = ReqIfFile();

    // @verifies CFY-LLR-471
    [Theory]
    [InlineData(1.0)]
    [InlineData(0.4)]
    [InlineData(0.0)]
    public void Stream_gives_what_the_bytes_give(double part)
    {
        var bytes = s_file.AsMemory(0, (int)(s_file.Length * part));
        var opened = 0;
        var file = new InputFile("in.reqif", bytes.Length, () =>
        {
            opened++;
            return new Dribble(bytes.ToArray());
        });
        var streamed = ReqIfSample.Read(null, file);
        var whole = ReqIfSample.Read(null, new InputFile("in.reqif", bytes));
        Assert.Equal(ItemForm.Of(whole.Items), ItemForm.Of(streamed.Items));
        Assert.Equal(whole.Findings, streamed.Findings);
        Assert.Equal(whole.Losses, streamed.Losses);
        Assert.Equal(2, opened);
    }

    // @verifies CFY-LLR-471
    [Fact]
    public void Archive_that_is_not_in_memory_is_read_too()
    {
        var archive = new ReqIfzWriter().Write(ItemMaker.Set(new SplitMix(3)), "set").Files[0];
        var streamed = ReqIfSample.Read(null, new InputFile(archive.Path, archive.Length, () => new MemoryStream(archive.Bytes.ToArray())));
        Assert.NotEmpty(streamed.Items);
        Assert.Equal(ItemForm.Of(ReqIfSample.Read(null, archive).Items), ItemForm.Of(streamed.Items));
    }

    // @verifies CFY-LLR-471 robustness
    [Fact]
    public void File_over_the_limit_is_not_opened()
    {
        var file = new InputFile("in.reqif", 1000, () => throw new InvalidOperationException("opened"));
        var read = ReqIfSample.Read(ReadOptions.Default with { BytesMax = 999 }, file);
        Assert.Equal("TRC-019", Assert.Single(read.Findings).Code);
    }

    // @verifies CFY-LLR-471 robustness
    [Theory]
    [InlineData(0)]
    [InlineData(1_500_000)]
    public void Stream_that_fails_ends_the_reading(int at)
    {
        var file = new InputFile("in.reqif", s_file.Length, () => new Dribble(s_file) { FailsAt = at });
        Assert.Equal("disk", Assert.Throws<IOException>(() => ReqIfSample.Read(null, file)).Message);
    }

    // @verifies CFY-LLR-471
    [Fact]
    public void Bytes_are_read_once_and_then_kept()
    {
        var opened = 0;
        var file = new InputFile("a", 3, () =>
        {
            opened++;
            return new MemoryStream([1, 2, 3]);
        });
        Assert.Equal([1, 2, 3], file.Bytes.ToArray());
        Assert.Equal(3, file.Bytes.Length);
        Assert.Null(file.Open());
        Assert.Equal((1, 3L), (opened, file.Length));
    }

    // @verifies CFY-LLR-471
    [Fact]
    public void Stream_ahead_gives_every_byte_once_and_ends_for_good()
    {
        using var stream = new ReadAheadStream(new Dribble(s_file));
        using var copy = new MemoryStream();
        stream.CopyTo(copy, 777);
        Assert.Equal(s_file, copy.ToArray());
        Assert.Equal((0, 0), (stream.Read(new byte[4], 0, 4), stream.Read([])));
    }

    private static byte[] ReqIfFile()
    {
        var items = Enumerable.Range(0, 900).Select(i => new TraceItem
        {
            Id = $"A-HLR-{i:000}", Tier = ItemTier.Hlr, Place = new("made", i + 1), Title = "T", Text = $"It shall hold {i}.", Rationale = new string('r', 1000),
            Links = i > 0 ? [new TraceLink(LinkRole.DependsOn, $"A-HLR-{i - 1:000}")] : [],
        });
        var bytes = new ReqIfWriter().Write([.. items], "set").Files[0].Bytes.ToArray();
        Assert.InRange(bytes.Length, 1_800_000, 9_000_000);
        return bytes;
    }

    /// <summary>Gives fewer bytes than asked for, and can fail at a place.</summary>
    private sealed class Dribble(byte[] bytes) : MemoryStream(bytes)
    {
        public int FailsAt { get; init; } = int.MaxValue;

        // Reading into a span comes here too, as for any stream that derives from one in memory.
        public override int Read(byte[] buffer, int offset, int count)
        {
            if (Position >= FailsAt) throw new IOException("disk");
            return base.Read(buffer, offset, Math.Min(count, 60_000));
        }
    }
}
