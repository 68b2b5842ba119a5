using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Web;

/// <summary>
/// Coverage of each item by what is below it, as DO-178C asks at the item's level: shallow where the next step is there, deep where every
/// step down to the results is. What is asked at a level is what the audit's rules on it ask.
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
            if (ItemStatus.IsGone(index.Items[i].Status)) _states[i] = ItemState.Removed;
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

    private ItemState Above(int i, string level)
    {
        var item = _index.Items[i];
        var state = item.Derived ? ItemState.Derived : ItemState.None;
        var role = item.Tier switch
        {
            ItemTier.Hlr or ItemTier.Llr when IsOn("TRC-201", level) => LinkRole.Satisfies,
            ItemTier.Code when IsOn("TRC-209", level) => LinkRole.Implements,
            ItemTier.TestCase when IsOn("TRC-210", level) => LinkRole.Verifies,
            _ when level == "E" => null,
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
        // Whether a symbol or test of sources needs a tag depends on where it stands; the audit has judged that.
        if (item.Origin == ItemOrigin.Scanned) found |= !_index.IsUntagged(i);
        if (role is not null && !found && !item.Derived && !_states[i].HasFlag(ItemState.Removed)) state |= ItemState.NoParent;
        return state;
    }

    private ItemState Below(int i, string level)
    {
        var item = _index.Items[i];
        if (_states[i].HasFlag(ItemState.Removed)) return ItemState.None;
        var test = item.Verification.Count == 0 || item.Verification.Contains(VerificationMethod.Test);
        var state = ItemState.None;
        switch (item.Tier)
        {
            case ItemTier.System when IsOn("TRC-202", level):
            case ItemTier.Hlr when IsOn("TRC-203", level):
                state |= Ask(Has(i, LinkRole.Satisfies), ItemState.NoChild);
                break;
            case ItemTier.Llr when IsOn("TRC-204", level):
                state |= Ask(Has(i, LinkRole.Implements, ItemTier.Code), ItemState.NoCode);
                break;
            case ItemTier.Hazard when level != "E":
                state |= Ask(Has(i, LinkRole.Mitigates), ItemState.NoChild);
                break;
            case ItemTier.TestCase or ItemTier.TestProcedure when _hasResults && level != "E":
                state |= Ask(Passed(i) == true, ItemState.NoPass);
                break;
        }
        if (test && (item.Tier == ItemTier.Hlr && IsOn("TRC-205", level) || item.Tier == ItemTier.Llr && IsOn("TRC-206", level)))
            state |= Ask(IsVerified(i, item), ItemState.NoTest);
        return state;
    }

    private static bool IsOn(string rule, string level) => AuditRules.Get(rule).IsOn(level);

    private static ItemState Ask(bool isThere, ItemState gap) => isThere ? ItemState.Asked : ItemState.Asked | gap;

    // Where several methods may show a requirement, other evidence than a test is enough.
    private bool IsVerified(int i, TraceItem item) =>
        item.Verification.Count > 1 && Has(i, LinkRole.Verifies)
        || Has(i, LinkRole.Verifies, ItemTier.TestCase) || Has(i, LinkRole.Verifies, ItemTier.TestProcedure);

    private bool Has(int i, string role, ItemTier? tier = null)
    {
        foreach (var link in _index.Incoming(i))
        {
            var from = _index.From[link];
            if (_index.Links[link].Role == role && !_states[from].HasFlag(ItemState.Removed) && (tier is null || _index.Items[from].Tier == tier)) return true;
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
