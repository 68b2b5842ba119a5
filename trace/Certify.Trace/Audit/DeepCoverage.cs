using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>
/// Which items are covered to the end of every thread below them. An item is broken when it has an error of coverage or result (TRC-2xx, TRC-4xx) of
/// its own; what it satisfies, implements or verifies is then not covered deeply.
/// </summary>
// @llr CFY-LLR-338
public sealed class DeepCoverage
{
    private const int Own = -2;
    private readonly TraceSet _set;
    private readonly int[] _next;

    private DeepCoverage(TraceSet set, int[] next) => (_set, _next) = (set, next);

    /// <summary>True when the item and everything below it is without such an error.</summary>
    public bool IsDeep(int item) => _next[item] == -1;

    /// <summary>True when the item itself has such an error.</summary>
    public bool IsBroken(int item) => _next[item] == Own;

    /// <summary>A shortest way from an item down to the next item with an error, both included; empty when there is none.</summary>
    public IReadOnlyList<int> PathToBreak(int item)
    {
        var path = new List<int>();
        for (var at = item; at >= 0 && _next[at] != -1; at = _next[at]) path.Add(at);
        return path;
    }

    /// <summary>Walks up from every item with an error, in linear time.</summary>
    /// <param name="set">The set.</param>
    /// <param name="findings">Its findings.</param>
    public static DeepCoverage Of(TraceSet set, IEnumerable<AuditFinding> findings)
    {
        var next = new int[set.Count];
        Array.Fill(next, -1);
        var queue = new Queue<int>();
        foreach (var finding in findings)
        {
            if (finding.Severity != FindingSeverity.Error || !IsBreak(finding.Code) || set.IndexOf(finding.Subject) is not (>= 0 and var item) || next[item] != -1) continue;
            next[item] = Own;
            queue.Enqueue(item);
        }

        while (queue.TryDequeue(out var item))
        {
            var targets = set.Targets(item);
            for (var k = 0; k < targets.Length; k++)
            {
                if (targets[k] < 0 || next[targets[k]] != -1 || !LeadsUp(set[item].Links[k].Role) || ItemStatus.IsGone(set[item].Status)) continue;
                next[targets[k]] = item;
                queue.Enqueue(targets[k]);
            }
        }
        return new DeepCoverage(set, next);
    }

    /// <summary>Reports every requirement that is not covered deeply and has no error of its own (TRC-215).</summary>
    internal static void Check(AuditContext context)
    {
        if (!context.Findings.IsOn("TRC-215")) return;
        var deep = Of(context.Set, context.Findings.Sorted());
        for (var i = 0; i < context.Set.Count; i++)
        {
            var item = context.Set[i];
            if (!context.Counts(i) || !TierName.IsRequirement(item.Tier) || deep.IsDeep(i) || deep.IsBroken(i)) continue;
            context.Findings.Add("TRC-215", item.Id, item.Place,
                $"{item.Id} is not covered to the end: {deep.Show(i)}; hint: mend the item at the end", item.Level);
        }
    }

    /// <summary>The way to the next error as "A -> B -> C", at most 20 items of it.</summary>
    public string Show(int item)
    {
        var path = PathToBreak(item);
        var ids = path.Select(i => _set[i].Id);
        return string.Join(" -> ", path.Count <= 20 ? ids : ids.Take(18).Append("...").Append(_set[path[^1]].Id));
    }

    private static bool IsBreak(string code) => code.StartsWith("TRC-2", StringComparison.Ordinal) || code.StartsWith("TRC-4", StringComparison.Ordinal);

    private static bool LeadsUp(string role) => role is LinkRole.Satisfies or LinkRole.Implements or LinkRole.Verifies or LinkRole.Executes or LinkRole.ResultOf;
}
