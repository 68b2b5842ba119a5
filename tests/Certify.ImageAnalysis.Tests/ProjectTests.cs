namespace Certify.ImageAnalysis.Tests;

public sealed class ProjectTests
{
    [Fact]
    public void Decoder_is_the_pinned_one() =>
        Assert.Equal(new Version(1, 22, 0, 0), typeof(Iced.Intel.Decoder).Assembly.GetName().Version);
}
