using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Linking;

/// <summary>Gives what scanning found as items: code with the requirements it implements, tests with those they verify.</summary>
internal static class ScannedItems
{
    /// <summary>Name of the attribute that holds the SHA-256 of a symbol's text.</summary>
    public const string Digest = "sha256";

    /// <summary>Items of all symbols and tests, in ordinal order of id. A link stands at its tag.</summary>
    public static List<TraceItem> Of(CodeScan scan)
    {
        var items = new List<TraceItem>(scan.Symbols.Count + scan.Tests.Count);
        foreach (var symbol in scan.Symbols.Values)
        {
            items.Add(new TraceItem
            {
                Id = symbol.Id, Tier = ItemTier.Code, Place = symbol.Place, Origin = ItemOrigin.Scanned,
                Links = Links(symbol.Tags, LinkRole.Implements), Attributes = [new ItemAttribute(Digest, symbol.Sha256)],
            });
        }
        foreach (var test in scan.Tests.Values)
        {
            items.Add(new TraceItem
            {
                Id = test.Fact.Id, Tier = ItemTier.TestCase, Place = test.Fact.Place, Origin = ItemOrigin.Scanned,
                Title = test.Fact.Title, TestKind = test.Fact.Kind, Links = Links(test.Tags, LinkRole.Verifies),
            });
        }
        return items;
    }

    private static TraceLink[] Links(IReadOnlyList<Tag> tags, string role)
    {
        var links = new TraceLink[tags.Count];
        for (var i = 0; i < links.Length; i++) links[i] = new TraceLink(role, tags[i].Id, Place: tags[i].Place);
        return links;
    }
}
