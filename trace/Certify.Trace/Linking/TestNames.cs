using Certify.Trace.Model;

namespace Certify.Trace.Linking;

/// <summary>
/// Joins results with the tests that they are of, where report and scan call a test by different names: test frameworks by namespace, type and
/// method, scanning by documentation id or by file and symbol.
/// </summary>
// @llr CFY-LLR-473
internal sealed class TestNames
{
    private readonly Dictionary<string, List<(TestName Name, string Id)>> _bySymbol = new(StringComparer.Ordinal);
    private readonly HashSet<string> _untagged;
    private readonly CodeScan _scan;

    private TestNames(IEnumerable<TraceItem> items, CodeScan scan)
    {
        (_scan, _untagged) = (scan, scan.Untagged);
        foreach (var id in items.Where(i => i.Tier is ItemTier.TestCase or ItemTier.TestProcedure).Select(i => i.Id).Concat(scan.Untagged).Distinct(StringComparer.Ordinal))
        {
            if (TestName.OfTest(id) is not { } name) continue;
            var symbol = Symbol(name.Full);
            if (!_bySymbol.TryGetValue(symbol, out var tests)) _bySymbol.Add(symbol, tests = []);
            tests.Add((name, id));
        }
    }

    /// <summary>Points results at the tests that they are of. What is the id of an item already stays as it is.</summary>
    /// <param name="items">All items; results among them are replaced.</param>
    /// <param name="scan">What was scanned.</param>
    /// <returns>Names in results that several tests have, with the ids of those tests in ordinal order.</returns>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Join(List<TraceItem> items, CodeScan scan)
    {
        var many = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (!items.Exists(i => i.Tier == ItemTier.Result && i.Links.Any(l => l.Role == LinkRole.ResultOf))) return many;
        var ids = items.Where(i => i.Tier != ItemTier.Result).Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var names = new TestNames(items, scan);
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Tier != ItemTier.Result || item.Links.All(l => l.Role != LinkRole.ResultOf || ids.Contains(l.Target))) continue;
            items[i] = item.With([.. item.Links.SelectMany(link => link.Role != LinkRole.ResultOf || ids.Contains(link.Target) ? [link] : names.Joined(item, link, many))]);
        }
        return many;
    }

    // A run of a test that has no tag and needs none is a run of nothing in the set, and still counts when it fails.
    private TraceLink[] Joined(TraceItem result, TraceLink link, Dictionary<string, IReadOnlyList<string>> many)
    {
        var tests = Find(TestName.OfRun(link.Target), TestName.OfRun(result.Title).Arguments);
        if (tests.Count == 1 && _untagged.Contains(tests[0]))
        {
            _scan.UntaggedRan = true;
            return [];
        }

        if (tests.Count == 1) return [link with { Target = tests[0] }];
        if (tests.Count > 1) many[link.Target] = tests;
        return [link];
    }

    private List<string> Find(TestName name, int shown)
    {
        if (!_bySymbol.TryGetValue(Symbol(name.Full), out var tests)) return [];
        var found = tests.FindAll(t => t.Name.Full == name.Full);
        if (found.Count == 0) found = tests.FindAll(t => t.Name.Arguments < 0 && name.EndsWith(t.Name) && IsIn(t.Id, name.Full[..^t.Name.Full.Length]));
        var arguments = name.Arguments >= 0 ? name.Arguments : shown;
        if (found.Count > 1 && arguments >= 0) found = found.FindAll(t => t.Name.Arguments == arguments) is { Count: > 0 } same ? same : found;
        return [.. found.Select(t => t.Id).Order(StringComparer.Ordinal)];
    }

    /// <summary>
    /// True when the names in front of a test's own are those of its file: Python's module is the path, of which either may be the end of the other;
    /// Rust's begins with the crate and ends with the file. Other languages put nothing there, so what stands there is another test's.
    /// </summary>
    private static bool IsIn(string id, string before)
    {
        var names = before.Split('.', StringSplitOptions.RemoveEmptyEntries);
        var file = id[..id.LastIndexOf('#')].Replace('\\', '/');
        var path = file[..Math.Max(file.LastIndexOf('.'), 0)].Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (names.Length == 0 || path.Length == 0) return names.Length == 0;
        if (file.EndsWith(".py", StringComparison.Ordinal))
        {
            var shorter = Math.Min(names.Length, path.Length);
            return names[^shorter..].SequenceEqual(path[^shorter..], StringComparer.Ordinal);
        }

        if (!file.EndsWith(".rs", StringComparison.Ordinal)) return false;
        if (path[^1] is "lib" or "main") return names.Length == 1;
        var module = path[^1] == "mod" && path.Length > 1 ? path[^2] : path[^1];
        return names.Length > 1 && names[^1] == module;
    }

    private static string Symbol(string name) => name[(name.LastIndexOf('.') + 1)..];
}
