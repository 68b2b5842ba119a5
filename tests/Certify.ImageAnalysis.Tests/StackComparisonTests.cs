using Certify.Facts;

namespace Certify.ImageAnalysis.Tests;

public sealed class StackComparisonTests
{
    private static ImageAnalysisFacts Facts(long? computed, long? without = null) => new(
        new FactHeader(ImageAnalysisFacts.Schema, "1", "test", "r", false, []), "App", [],
        [new("user", 0x1000, 4096, ["user code"], computed, without ?? computed, [new("App.Step", new("App.cs", 3), 100, 100)])],
        [], [], [], [], [], 0, 0, 0, [], null);

    private static StackMeasurement Seen(long bytes) => new(bytes, 1000, 3, 7);

    // @verifies CFY-LLR-323
    [Fact]
    public void Run_deeper_than_computed_is_a_finding()
    {
        var compared = StackComparison.Compare(Facts(100), Seen(104));

        Assert.Equal("CFY1903", Assert.Single(compared.Findings).RuleId);
        Assert.Equal(104, compared.Measured!.Bytes);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(67)]
    public void Run_as_deep_or_nearly_as_computed_needs_no_reason(long seen)
    {
        var compared = StackComparison.Compare(Facts(100), Seen(seen));

        Assert.Empty(compared.Findings);
        Assert.Null(compared.Measured!.NotSeen);
    }

    [Fact]
    public void Path_that_no_run_took_is_named() =>
        Assert.Contains("was not shown that none can: App.Step (App.cs:3)", StackComparison.Compare(Facts(100), Seen(66)).Measured!.NotSeen, StringComparison.Ordinal);

    [Fact]
    public void Path_into_a_fault_entry_is_told_apart() =>
        Assert.Contains("without fault entries 60 bytes are computed", StackComparison.Compare(Facts(100, 60), Seen(60)).Measured!.NotSeen, StringComparison.Ordinal);

    [Fact]
    public void Depth_that_is_not_known_is_compared_with_nothing()
    {
        var compared = StackComparison.Compare(Facts(null), Seen(66));

        Assert.Equal(66, compared.Measured!.Bytes);
        Assert.Null(compared.Measured.NotSeen);
    }
}
