namespace Certify.Trace.Tests;

public class WordingTests
{
    // @verifies CFY-LLR-014
    [Theory]
    [InlineData("as many lamps as branches", false)]
    [InlineData("how many branches differ", false)]
    [InlineData("many branches", true)]
    [InlineData("`about` and `many`", false)]
    [InlineData("the fastest branch", false)]
    [InlineData("the fast branch", true)]
    public void Ambiguous_words_are_reported_where_they_are_words(string words, bool reported)
    {
        var sample = new Sample();
        sample.Hlr = Defects.Replace(sample.Hlr, "within 10 m", "within 10 m for " + words);
        Assert.Equal(reported ? ["TRC-305 AB-HLR-001"] : [], sample.Found());
    }
}
