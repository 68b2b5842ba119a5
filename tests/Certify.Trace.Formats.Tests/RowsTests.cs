using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.Tests;

public sealed class RowsTests
{
    // @verifies CFY-LLR-366
    [Fact]
    public void Rows_stand_as_they_were_added_and_can_be_changed_in_place()
    {
        var rows = new Rows<int>();
        Assert.True(rows.All.IsEmpty);
        for (var i = 0; i < 100; i++) rows.Add(i);
        rows[50] = -1;
        Assert.Equal(Enumerable.Range(0, 100).Select(i => i == 50 ? -1 : i), rows.All.ToArray());
        Assert.Equal((99, 99), (rows.TakeLast(), rows.Count));
        rows.Clear();
        rows.Add(7);
        Assert.Equal([7], rows.All.ToArray());
    }

    // @verifies CFY-LLR-366 robustness
    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    [InlineData(3)]
    public void There_is_no_row_beyond_the_last(int index)
    {
        var rows = new Rows<int>();
        rows.Add(1);
        Assert.Throws<ArgumentOutOfRangeException>(() => rows[index]);
        rows.Clear();
        Assert.Throws<ArgumentOutOfRangeException>(() => rows.TakeLast());
    }
}
