using System.Globalization;
using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Fuzz.Sets;

/// <summary>
/// Makes sets of items in which an audit has nothing to find: system requirements, HLRs, LLRs, code, test cases and results with their links.
/// Of every hundred items about 3 are of the system, 12 HLRs, 25 LLRs, 20 code, 25 test cases and 15 results.
/// </summary>
public static class CleanSet
{
    /// <summary>Makes a set.</summary>
    /// <param name="count">About how many items; at least 20. The set has no fewer.</param>
    /// <param name="seed">The same seed and count give the same set.</param>
    /// <param name="dependencies">Further links of each LLR to LLRs before it, at most 20.</param>
    public static List<TraceItem> Make(int count, ulong seed, int dependencies = 0)
    {
        var random = new SplitMix(seed);
        var maker = new Maker(random, dependencies);
        var systems = Math.Max(2, count * 3 / 100);
        var hlrs = Math.Max(4, count * 12 / 100);
        var llrs = Math.Max(6, count * 25 / 100);
        for (var i = 0; i < systems; i++) maker.System();
        for (var i = 0; i < hlrs; i++) maker.Hlr(i);
        for (var i = 0; i < llrs; i++) maker.Llr(i);
        maker.Code(Math.Max(6, count * 20 / 100));
        maker.Tests(Math.Max(10, count * 25 / 100));
        maker.Results(count);
        return maker.Items;
    }

    private sealed class Maker(SplitMix random, int dependencies)
    {
        private readonly List<string> _systems = [];
        private readonly List<string> _hlrs = [];
        private readonly List<string> _llrs = [];
        private readonly List<string> _tests = [];

        public List<TraceItem> Items { get; } = [];

        public void System()
        {
            var id = Id("SYS", _systems.Count);
            _systems.Add(id);
            Add(new TraceItem { Id = id, Tier = ItemTier.System, Place = Place(), Title = $"Function {_systems.Count}", Component = Part(), Source = $"System specification, {id}",
                Text = Demand("aircraft") });
        }

        public void Hlr(int n)
        {
            var id = Id("CS-HLR", n);
            _hlrs.Add(id);
            var derived = n >= _systems.Count && random.OneIn(20);
            Add(new TraceItem { Id = id, Tier = ItemTier.Hlr, Place = Place(), Title = $"Behaviour {n + 1}", Component = Part(), Text = Demand("software"), Derived = derived,
                Rationale = derived || random.OneIn(3) ? "The processor needs it." : null, SafetyFeedback = derived ? "None of the failure conditions is affected." : null,
                Verification = [VerificationMethod.Test], Links = derived ? [] : Up(LinkRole.Satisfies, _systems, n) });
        }

        public void Llr(int n)
        {
            var id = Id("CS-LLR", n);
            _llrs.Add(id);
            Add(new TraceItem { Id = id, Tier = ItemTier.Llr, Place = Place(), Title = $"Step {n + 1}", Component = Part(), Text = Demand("function"), Verification = [VerificationMethod.Test],
                Links = [.. Up(LinkRole.Satisfies, _hlrs, n), .. Before(n)] });
        }

        public void Code(int count)
        {
            for (var n = 0; n < Math.Max(count, _llrs.Count); n++)
                Add(new TraceItem { Id = Id("CS-CODE", n), Tier = ItemTier.Code, Place = Place(), Title = $"Function{n + 1}", Links = Up(LinkRole.Implements, _llrs, n) });
        }

        public void Tests(int count)
        {
            for (var n = 0; n < Math.Max(count, _llrs.Count + _hlrs.Count); n++)
            {
                var id = Id("CS-TC", n);
                _tests.Add(id);
                var of = n < _llrs.Count ? _llrs[n] : n < _llrs.Count + _hlrs.Count ? _hlrs[n - _llrs.Count] : random.OneIn(2) ? _llrs[random.Below(_llrs.Count)] : _hlrs[random.Below(_hlrs.Count)];
                Add(new TraceItem { Id = id, Tier = ItemTier.TestCase, Place = Place(), Title = $"Case {n + 1}", TestKind = n < _llrs.Count + _hlrs.Count || random.OneIn(2) ? TestKind.NormalRange : TestKind.Robustness,
                    Links = [new TraceLink(LinkRole.Verifies, of)] });
            }
        }

        public void Results(int count)
        {
            for (var n = 0; n < _tests.Count || Items.Count < count; n++)
                Add(new TraceItem { Id = Id("CS-RES", n), Tier = ItemTier.Result, Place = Place(), Title = $"Run of case {n % _tests.Count + 1}", Outcome = new ItemOutcome("passed", true),
                    Links = [new TraceLink(LinkRole.ResultOf, _tests[n % _tests.Count])] });
        }

        // The first link makes each target of the tier above covered in turn; up to two further ones go anywhere.
        private TraceLink[] Up(string role, List<string> targets, int n)
        {
            var ids = new List<string> { targets[n % targets.Count] };
            for (var k = random.Below(3); k > 0; k--)
            {
                var other = targets[random.Below(targets.Count)];
                if (!ids.Contains(other)) ids.Add(other);
            }
            ids.Sort(StringComparer.Ordinal);
            return [.. ids.Select(id => new TraceLink(role, id))];
        }

        private IEnumerable<TraceLink> Before(int n)
        {
            for (var k = 1; k <= Math.Min(dependencies, n); k++) yield return new TraceLink(LinkRole.DependsOn, _llrs[n - k]);
        }

        private string Demand(string who) =>
            string.Create(CultureInfo.InvariantCulture, $"The {who} shall set output {Items.Count + 1} to {random.Below(1000)} within {1 + random.Below(500)} ms of input {random.Below(100)}.");

        private string Part() => $"Part{1 + random.Below(12)}";

        private SourcePlace Place() => new("set", Items.Count + 1);

        private void Add(TraceItem item) => Items.Add(item);
    }

    private static string Id(string prefix, int n) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{n + 1:00000}");
}
