namespace Certify.Trace.Tests;

public class SampleTests
{
    [Fact]
    public void Clean_sample_has_no_finding() => Assert.Empty(new Sample().Found());

    [Fact]
    public void Symbols_have_documentation_ids() =>
        Assert.Equal(
            [
                "A:src/boot.S#bound", "F:Sample.Monitor.Height", "M:Sample.Monitor.Keep(System.Int32,System.Int32)",
                "M:Sample.Monitor.Tell", "T:Sample.Monitor",
            ],
            new Sample().Audit().Code.Select(c => c.Symbol).Where(s => !s.Contains("Certify")));
}
