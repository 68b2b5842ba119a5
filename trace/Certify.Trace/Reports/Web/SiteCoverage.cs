using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Web;

/// <summary>
/// Coverage of each item by what is below it, as DO-178C asks at the item's level: shallow where the next step is there, deep where every
/// step down to the results is. At level D nothing is asked of low-level requirements, at E nothing at all.
/// </summary>
// @llr CFY-LLR-396
internal sealed class SiteCoverage
{
    private const ItemState Gaps = ItemState.NoChild | ItemState.NoCode | ItemState.NoTest | ItemState.NoPass;

    private readonly SiteIndex _index;
    private readonly ItemState[] _states;
    private readonly bool _hasResults;

    private SiteCoverage(SiteIndex index, string level)
    {
        _index = index;
        _states = new ItemState[index.Items.Length];
        _hasResults = Array.Exists(index.Items, item => item.Tier == ItemTier.Result);
        for (var i = 0; i < _states.Length; i++)
        {
            if (IsRemoved(index.Items[i].Status)) _states[i] = ItemState.Removed;
        }
        for (var i = 0; i < _states.Length; i++)
        {
            var own = index.Items[i].Level ?? level;
            _states[i] |= Above(i, own) | Below(i, own);
        }
        Deep();
    }

    /// <summary>The state of each item, in the index's order.</summary>
    public static ItemState[] Of(SiteIndex index, string level) => new SiteCoverage(index, level)._states;

    private static bool IsRemoved(string? status) =>
        status is not null && (status.Equals("deleted", StringComparison.OrdinalIgnoreCase)
            || status.Equals("rejected", StringComparison.OrdinalIgnoreCase) || status.Equals("obsolete", StringComparison.OrdinalIgnoreCase));

    private ItemState Above(int i, string level)
    {
        var item = _index.Items[i];
        var state = item.Derived ? ItemState.Derived : ItemState.None;
        var role = item.Tier switch
        {
            _ when level == "E" => null,
            ItemTier.Hlr or ItemTier.Llr => LinkRole.Satisfies,
            ItemTier.Code when level != "D" => LinkRole.Implements,
            ItemTier.TestCase => LinkRole.Verifies,
            ItemTier.TestProcedure => LinkRole.Executes,
            ItemTier.Result => LinkRole.ResultOf,
            _ => null,
        };
        var found = false;
        for (var link = _index.FirstLink(i); link < _index.To.Length && _index.From[link] == i; link++)
        {
            if (_index.To[link] < 0) state |= ItemState.Dangling;
            else if (_index.Links[link].Role == role) found = true;
        }
        if (role is not null && !found && !item.Derived && !_states[i].HasFlag(ItemState.Removed)) state |= ItemState.NoParent;
        return state;
    }

    private ItemState Below(int i, string level)
    {
        var item = _index.Items[i];
        if (_states[i].HasFlag(ItemState.Removed) || !"ABCD".Contains(level, StringComparison.Ordinal)) return ItemState.None;
        var low = level != "D";
        var test = item.Verification.Count == 0 || item.Verification.All(v => v == VerificationMethod.Test);
        return item.Tier switch
        {
            ItemTier.System => Ask(i, child: true),
            ItemTier.Hlr => Ask(i, child: low, test: test),
            ItemTier.Llr when low => Ask(i, code: true, test: test),
            ItemTier.Hazard => Ask(i, child: true),
            ItemTier.TestCase or ItemTier.TestProcedure when _hasResults => ItemState.Asked | (Passed(i) == true ? ItemState.None : ItemState.NoPass),
            _ => ItemState.None,
        };
    }

    private ItemState Ask(int i, bool child = false, bool code = false, bool test = false)
    {
        var state = ItemState.None;
        if (child) state |= ItemState.Asked | (Has(i, LinkRole.Satisfies) || Has(i, LinkRole.Mitigates) ? ItemState.None : ItemState.NoChild);
        if (code) state |= ItemState.Asked | (Has(i, LinkRole.Implements) ? ItemState.None : ItemState.NoCode);
        if (test) state |= ItemState.Asked | (Has(i, LinkRole.Verifies) ? ItemState.None : ItemState.NoTest);
        return state;
    }

    private bool Has(int i, string role)
    {
        foreach (var link in _index.Incoming(i))
        {
            if (_index.Links[link].Role == role && !_states[_index.From[link]].HasFlag(ItemState.Removed)) return true;
        }
        return false;
    }

    // A test case may have its results itself or through the procedures that run it. Null: there is none.
    private bool? Passed(int test)
    {
        bool? passed = null;
        foreach (var link in _index.Incoming(test))
        {
            var from = _index.From[link];
            if (_states[from].HasFlag(ItemState.Removed)) continue;
            var one = _index.Links[link].Role switch
            {
                LinkRole.ResultOf => _index.Items[from].Outcome is { Passed: true },
                LinkRole.Executes when _index.Items[test].Tier == ItemTier.TestCase && _index.Items[from].Tier == ItemTier.TestProcedure => Passed(from),
                _ => null,
            };
            if (one is not null) passed = one.Value && passed != false;
        }
        return passed;
    }

    // Takes items away from the bottom up. What a cycle keeps from being taken is never covered deeply.
    private void Deep()
    {
        var open = new int[_states.Length];
        for (var link = 0; link < _index.To.Length; link++)
        {
            if (Counts(link)) open[_index.To[link]]++;
        }
        var ready = new Queue<int>();
        for (var i = 0; i < open.Length; i++)
        {
            if (open[i] == 0) ready.Enqueue(i);
        }
        while (ready.TryDequeue(out var i))
        {
            if ((_states[i] & Gaps) != 0) _states[i] |= ItemState.NotDeep;
            open[i] = -1;
            for (var link = _index.FirstLink(i); link < _index.To.Length && _index.From[link] == i; link++)
            {
                if (!Counts(link)) continue;
                var above = _index.To[link];
                _states[above] |= _states[i] & ItemState.NotDeep;
                if (--open[above] == 0) ready.Enqueue(above);
            }
        }
        for (var i = 0; i < open.Length; i++)
        {
            if (open[i] >= 0) _states[i] |= ItemState.NotDeep | ItemState.Cyclic;
        }
    }

    private bool Counts(int link) =>
        _index.To[link] >= 0 && !_states[_index.From[link]].HasFlag(ItemState.Removed)
        && _index.Links[link].Role is LinkRole.Satisfies or LinkRole.Implements or LinkRole.Verifies or LinkRole.Executes or LinkRole.Mitigates;
}
