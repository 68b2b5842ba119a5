using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>Finds circles of parents and prints a shortest way round.</summary>
// @llr CFY-LLR-011
internal static class CycleRule
{
    private const int ShownMax = 20;

    /// <summary>Reports each circle once.</summary>
    /// <returns>For each item the number of its circle, or -1.</returns>
    public static int[] Check(AuditContext context)
    {
        var set = context.Set;
        var parents = Parents(context);
        var groups = CycleFinder.Find(parents, out var count);
        var first = new int[count];
        Array.Fill(first, -1);
        for (var i = 0; i < groups.Length; i++)
        {
            if (groups[i] >= 0 && (first[groups[i]] < 0 || string.CompareOrdinal(set[i].Id, set[first[groups[i]]].Id) < 0)) first[groups[i]] = i;
        }

        foreach (var start in first)
        {
            var path = CycleFinder.Path(start, parents, groups, (a, b) => string.CompareOrdinal(set[a].Id, set[b].Id));
            IEnumerable<string> ids = path.Select(p => set[p].Id);
            if (path.Count > ShownMax) ids = ids.Take(ShownMax - 1).Append("...").Append(set[path[^1]].Id);
            context.Findings.Add("TRC-105", set[start].Id, PlaceOf(set, start, path[1]),
                $"parents go in a circle: {string.Join(" -> ", ids)}; hint: remove one of these links");
        }
        return groups;
    }

    private static Certify.Facts.SourcePlace PlaceOf(TraceSet set, int from, int to)
    {
        var targets = set.Targets(from);
        for (var k = 0; k < targets.Length; k++)
        {
            if (targets[k] == to && set[from].Links[k].Role == LinkRole.Satisfies) return LinkRules.Place(set[from], set[from].Links[k]);
        }
        return set[from].Place;
    }

    // Parents of each item, without itself: one array of targets and where each item's begin.
    private static Adjacency Parents(AuditContext context)
    {
        var set = context.Set;
        var start = new int[set.Count + 1];
        var to = new int[set.LinkCount];
        var used = 0;
        for (var i = 0; i < set.Count; i++)
        {
            start[i] = used;
            if (!context.Counts(i)) continue;
            var targets = set.Targets(i);
            for (var k = 0; k < targets.Length; k++)
            {
                if (targets[k] >= 0 && targets[k] != i && context.Counts(targets[k]) && set[i].Links[k].Role == LinkRole.Satisfies) to[used++] = targets[k];
            }
        }
        start[^1] = used;
        return new Adjacency(start, to);
    }
}
