using Certify.Facts;

namespace Certify.Documents.Tests;

/// <summary>A document states what facts say and nothing else.</summary>
public class ClaimTests
{
    // @verifies CFY-HLR-015
    [Theory]
    [InlineData("empty"), InlineData("empty lists")]
    public void Without_facts_nothing_is_said_to_hold(string kind)
    {
        var facts = new FactIndex(kind == "empty" ? Samples.Empty() : Samples.EmptyLists());
        foreach (var document in DocumentSet.Documents(facts))
        {
            var text = ModelText.Of(document);
            foreach (var claim in new[] { "[good]", "100.0 %", "passed |", "Every ", "The rules found", "The audit found" })
                Assert.False(text.Contains(claim, StringComparison.Ordinal), $"{document.Identity.Id} says '{claim}'");
        }
    }

    // @verifies CFY-LLR-050
    [Fact]
    public void Every_document_says_that_it_is_not_approved_and_which_section_it_serves()
    {
        foreach (var document in DocumentSet.Documents(new FactIndex(Samples.Good())))
            Assert.StartsWith("RTCA DO-178C, section 11.", document.Identity.Standard, StringComparison.Ordinal);
    }

    // @verifies CFY-HLR-015
    [Fact]
    public void Missing_image_is_said_and_not_guessed()
    {
        var facts = new FactIndex(Samples.Good() with { Image = null });
        var text = ModelText.Of(DocumentSet.Documents(facts).Single(d => d.Identity.Id == "FM-SCI"));
        Assert.Contains("No image was recorded.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("FlightMonitor.elf", text, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-051
    [Fact]
    public void Results_of_another_image_are_reported()
    {
        var inputs = Samples.Good();
        var other = inputs with { Tests = inputs.Tests! with { Header = inputs.Tests.Header with { ImageSha256 = Samples.Digest('0') } } };
        Assert.Empty(Consistency.Check(inputs));
        var sentence = Assert.Single(Consistency.Check(other));
        Assert.Equal("results.json is about image 000000000000, the package holds image 111111111111.", sentence);
        Assert.All(DocumentSet.Documents(new FactIndex(other)), d => Assert.Contains("! " + sentence, ModelText.Of(d), StringComparison.Ordinal));
    }

    // @verifies CFY-LLR-051
    [Fact]
    public void Fact_files_of_another_revision_are_reported()
    {
        var inputs = Samples.Good();
        var other = inputs with { Trace = inputs.Trace with { Header = inputs.Trace.Header with { Revision = "0123456789abcdef" } } };
        Assert.Equal(["trace.json was made from revision 0123456789ab, the project facts from 4f1c2a9be07d."], Consistency.Check(other));
    }

    [Fact]
    public void File_with_two_contents_is_reported()
    {
        var inputs = Samples.Good();
        var header = inputs.Trace.Header with { Inputs = [new FileDigest("src/Monitor.cs", Samples.Digest('0'))] };
        var sentence = Assert.Single(Consistency.Check(inputs with { Trace = inputs.Trace with { Header = header } }));
        Assert.Equal("src/Monitor.cs had different contents in different stages: 000000000000, 555555555555.", sentence);
    }

    [Fact]
    public void Percentage_reaches_a_hundred_only_when_nothing_is_left()
    {
        Assert.Equal("9999 of 10000 (99.9 %)", Say.Share(9999, 10000));
        Assert.Equal("5 of 5 (100.0 %)", Say.Share(5, 5));
        Assert.Equal("none", Say.Share(0, 0));
    }

    [Fact]
    public void Justified_gap_is_neither_covered_nor_open()
    {
        var all = CoverageCount.Of(SampleCoverage.Create());
        Assert.Equal(new Tally(2, 1, 1), all.Statements);
        Assert.Equal(0, all.Open);
        var open = SampleCoverage.Create();
        open = open with { Statements = [.. open.Statements.Select(s => s with { Justification = null })] };
        Assert.Equal(1, CoverageCount.Of(open).Open);
    }
}
