using System.Text;
using Certify.Coverage.Host;
using Certify.Coverage.Recording;
using Certify.Facts;

namespace Certify.Coverage.Tests.Host;

public class HostCoverageTests
{
    private const string Json = """
        { "App.dll": {
            "/clone/src/P.cs": { "P": { "System.Int32 P::F(System.Int32)": {
                "Lines": { "5": 2, "6": 0 },
                "Branches": [
                  { "Line": 5, "Offset": 3, "EndOffset": 9, "Path": 1, "Ordinal": 1, "Hits": 0 },
                  { "Line": 5, "Offset": 3, "EndOffset": 5, "Path": 0, "Ordinal": 0, "Hits": 2 },
                  { "Line": 6, "Offset": 12, "EndOffset": 14, "Path": 0, "Ordinal": 2, "Hits": 1 },
                  { "Line": 6, "Offset": 12, "EndOffset": 16, "Path": 1, "Ordinal": 3, "Hits": 0 },
                  { "Line": 6, "Offset": 12, "EndOffset": 18, "Path": 2, "Ordinal": 4, "Hits": 0 } ] } } },
            "/elsewhere/Q.cs": { "Q": {} } } }
        """;

    [Fact]
    public void Reads_lines_and_branches_and_no_conditions()
    {
        var facts = Read(Json);
        Assert.Equal(("host", HostCoverage.Criterion), (facts.Source, facts.Criterion));
        Assert.Equal(["5:1", "6:0"], facts.Statements.Select(s => FormattableString.Invariant($"{s.Place.Line}:{s.Tests.Count}")));
        Assert.Equal([(false, true), (true, false), (false, true), (false, true)], facts.Decisions.Select(d => (d.TrueSeen, d.FalseSeen)));
        Assert.All(facts.Decisions, d => Assert.Empty(d.Conditions));
        Assert.All(facts.Statements, s => Assert.Equal("src/P.cs", s.Place.Path));
        Assert.Equal(0, CoverageSummary.Of("all", facts.Statements, facts.Decisions).Conditions.Total);
    }

    [Theory]
    [InlineData("<CoverageSession/>")]
    [InlineData("{ \"App.dll\": { \"/clone/src/P.cs\": { \"P\": { \"F\": { \"Lines\": {} } } } } }")]
    [InlineData("[]")]
    public void Refuses_what_is_not_Coverlets_JSON(string text) =>
        Assert.StartsWith("host.json: not coverage", Assert.Throws<FactFormatException>(() => Read(text)).Message);

    private static CoverageFacts Read(string text) => HostCoverage.Read(
        Encoding.UTF8.GetBytes(text), "host.json", Sample.Header, "host run",
        p => p.StartsWith("/clone/", StringComparison.Ordinal) ? p["/clone/".Length..] : null, _ => "App");
}
