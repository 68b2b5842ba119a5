using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Catalogue;

public class RuleCatalogueTests
{
    private static readonly string[] s_categories =
    [
        "Memory", "ControlFlow", "Numeric", "Types", "ObjectOrientation", "Concurrency",
        "Initialisation", "Exceptions", "DynamicCode", "Resources", "Documentation", "Build",
    ];

    // @verifies CFY-LLR-020
    [Fact]
    public void Ids_rise_without_repetition() =>
        Assert.Equal(RuleCatalogue.All.Select(entry => entry.Id).Distinct().Order(StringComparer.Ordinal), RuleCatalogue.All.Select(entry => entry.Id));

    // @verifies CFY-LLR-020
    [Fact]
    public void Each_category_owns_a_hundred_ids() =>
        Assert.All(RuleCatalogue.All, entry => Assert.Equal(s_categories[(int.Parse(entry.Id[3..]) / 100) - 10], entry.Category));

    [Fact]
    public void The_number_in_the_catalogue_is_the_number_within_the_category() =>
        Assert.All(
            RuleCatalogue.All.Where(entry => entry.CatalogueId.Length > 0),
            entry => Assert.Equal(int.Parse(entry.CatalogueId[^3..]), int.Parse(entry.Id[3..]) % 100));

    [Fact]
    public void Every_rule_says_where_it_is_decided_and_applies_to_applications() =>
        Assert.All(RuleCatalogue.All, entry =>
        {
            Assert.Contains(entry.Decided, (string[])["source", "build", "image", "trace"]);
            Assert.True(entry.Applies(Profile.Application), entry.Id);
        });

    [Fact]
    public void The_shared_catalogue_is_numbered_completely()
    {
        var shared = Path.Combine(Repository.Root, "..", "shared", "facts", "safe-subset-rules.csv");
        if (!File.Exists(shared)) return; // Kept outside the clone; the table's own tests above always run.
        var wanted = File.ReadAllLines(shared).Skip(1).Select(line => line.Split(',')[0]).Where(id => id.StartsWith("SCS-", StringComparison.Ordinal));
        Assert.Equal(
            wanted.Order(StringComparer.Ordinal),
            RuleCatalogue.All.Select(entry => entry.CatalogueId).Where(id => id.Length > 0).Order(StringComparer.Ordinal));
    }
}
