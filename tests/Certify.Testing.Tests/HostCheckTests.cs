namespace Certify.Testing.Tests;

public class HostCheckTests
{
    [Fact]
    public void Malformed_catalogue_stops_every_check() => Assert.Contains(
        "names no requirement",
        Assert.Throws<InvalidOperationException>(() => HostCheck.Holds(typeof(SampleProperties).Assembly, "x")).Message);

    [Fact]
    public void Failure_text_has_case_table_and_replay_line()
    {
        string text = HostCheck.Describe(Harness.Run("Wrong_streak", Certify.Facts.TestSide.Host));
        Assert.StartsWith("M:Certify.Testing.Tests.SampleProperties.Wrong_streak Failed (Host): case ", text);
        Assert.Contains("3 frames left of 100", text);
        Assert.Contains("replay: certify test app --target host", text);
    }

    [Fact]
    public void Application_is_named_where_it_is_missing() => Assert.Contains(
        "has no application", Assert.Throws<ArgumentException>(() => HostApplication.Find(typeof(HostCheck).Assembly)).Message);
}
