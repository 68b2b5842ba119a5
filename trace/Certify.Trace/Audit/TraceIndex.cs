using Certify.Facts;
using Certify.Trace.Linking;
using Certify.Trace.Reading;

namespace Certify.Trace.Audit;

/// <summary>The joined set that the rules look at.</summary>
internal sealed class TraceIndex
{
    public TraceIndex(IReadOnlyList<RequirementItem> items, CodeScan scan)
    {
        AllItems = items;
        Scan = scan;
        Code = scan.CodeFacts();
        foreach (var item in items) Items.TryAdd(item.Fact.Id, item);
        foreach (var item in Items.Values)
        {
            foreach (var parent in item.Fact.Parents) Link(Children, parent, item.Fact.Id);
        }
        foreach (var symbol in scan.Symbols.Values)
        {
            foreach (var id in symbol.OwnIds()) Link(CodeOf, id, symbol.Id);
        }
        foreach (var test in scan.Tests.Values)
        {
            foreach (var id in test.Fact.Requirements) Link(TestsOf, id, test.Fact);
        }
    }

    /// <summary>Every item read, duplicates included, in order of path and line.</summary>
    public IReadOnlyList<RequirementItem> AllItems { get; }

    /// <summary>Items by id, the first of duplicates.</summary>
    public SortedDictionary<string, RequirementItem> Items { get; } = new(StringComparer.Ordinal);

    public CodeScan Scan { get; }

    public IReadOnlyList<CodeFact> Code { get; }

    /// <summary>Ids of the items that name a parent.</summary>
    public Dictionary<string, List<string>> Children { get; } = new(StringComparer.Ordinal);

    /// <summary>Symbols tagged with an id.</summary>
    public Dictionary<string, List<string>> CodeOf { get; } = new(StringComparer.Ordinal);

    /// <summary>Tests that verify an id.</summary>
    public Dictionary<string, List<TestFact>> TestsOf { get; } = new(StringComparer.Ordinal);

    private static void Link<T>(Dictionary<string, List<T>> links, string from, T to)
    {
        if (!links.TryGetValue(from, out var list)) links.Add(from, list = []);
        list.Add(to);
    }
}
