using Certify.Facts;

namespace Certify.Trace.Linking;

/// <summary>What scanning code and tests gave.</summary>
internal sealed class CodeScan
{
    /// <summary>Code symbols by id; a symbol compiled twice is one symbol.</summary>
    public SortedDictionary<string, ScannedSymbol> Symbols { get; } = new(StringComparer.Ordinal);

    /// <summary>Tests by id.</summary>
    public SortedDictionary<string, ScannedTest> Tests { get; } = new(StringComparer.Ordinal);

    /// <summary>Ids of test methods that name no requirement and need not.</summary>
    public HashSet<string> Untagged { get; } = new(StringComparer.Ordinal);

    /// <summary>True when results hold a run of a test that names no requirement: then the tests have run.</summary>
    public bool UntaggedRan { get; set; }

    /// <summary>Gives code and its tags as facts, in ordinal order of symbol.</summary>
    public IReadOnlyList<CodeFact> CodeFacts()
    {
        var facts = new List<CodeFact>(Symbols.Count);
        foreach (var symbol in Symbols.Values)
        {
            var own = symbol.OwnIds();
            var ids = own;
            for (var around = ParentOf(symbol); ids.Count == 0 && around is not null; around = ParentOf(around)) ids = around.OwnIds();
            facts.Add(new CodeFact(symbol.Id, ids, symbol.Place, symbol.Sha256, own.Count == 0 && ids.Count > 0));
        }
        return facts;
    }

    /// <summary>The symbol around another, or null.</summary>
    public ScannedSymbol? ParentOf(ScannedSymbol symbol) =>
        symbol.Parent is null ? null : Symbols.GetValueOrDefault(symbol.Parent);
}

/// <summary>A tag: the requirement id as written, where, and whether it is a comment.</summary>
internal sealed record Tag(string Id, SourcePlace Place, bool IsComment = false);

/// <summary>A code symbol with its own tags.</summary>
internal sealed class ScannedSymbol(string id, string? parent, bool isType)
{
    public string Id { get; } = id;

    /// <summary>Id of the type around it, or null.</summary>
    public string? Parent { get; } = parent;

    public bool IsType { get; } = isType;

    /// <summary>True when it is code or a type of the image and must be explained by a requirement.</summary>
    public bool NeedsTag { get; set; }

    public List<Tag> Tags { get; } = [];

    /// <summary>First declaration.</summary>
    public SourcePlace Place { get; set; } = new("", 0);

    /// <summary>Places of all declarations: the parts of a partial type.</summary>
    public HashSet<SourcePlace> Parts { get; } = [];

    public string Sha256 { get; set; } = "";

    public IReadOnlyList<string> OwnIds() =>
        [.. Tags.Select(t => t.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}

/// <summary>A test and the requirements it names.</summary>
/// <param name="Fact">The test.</param>
/// <param name="Tags">Its tags with places.</param>
/// <param name="NeedsTag">True when a test without requirement is to be reported.</param>
/// <param name="IsProperty">True for properties, which run on the target; false for xunit tests.</param>
internal sealed record ScannedTest(TestFact Fact, IReadOnlyList<Tag> Tags, bool NeedsTag, bool IsProperty);
