using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Formats;
using Certify.Trace.Model;

namespace Certify.Fuzz.Sets;

/// <summary>How well an audit found one kind of defect.</summary>
/// <param name="Injected">Defects put in.</param>
/// <param name="Found">Of these, those with their finding at their item.</param>
/// <param name="Extra">Findings of the code that no defect explains.</param>
public sealed record DefectScore(string Code, int Injected, int Found, int Extra)
{
    /// <summary>Found of injected; 1 where none was injected.</summary>
    public double Recall => Injected == 0 ? 1 : (double)Found / Injected;

    /// <summary>Right of all findings of the code; 1 where there are none.</summary>
    public double Precision => Found + Extra == 0 ? 1 : (double)Found / (Found + Extra);
}

/// <summary>Puts defects into clean sets, writes them in a format, reads them back and compares what the audit finds with what was put in.</summary>
/// <param name="reader">Reader of the format; null: the items go to the audit as they are.</param>
/// <param name="writer">Writer of the format; null as above.</param>
public sealed class DefectRun(IItemReader? reader, IItemWriter? writer)
{
    /// <summary>Prefix of ids whose numbers have no gaps.</summary>
    public const string Gapless = "CS-GAP";

    /// <summary>A digest that is neither the image's nor a log's.</summary>
    public static readonly string OtherImage = new('b', 64);

    private static readonly string s_image = new('a', 64);
    private static readonly ProjectSettings s_settings = new()
    {
        IdsWithoutGaps = [Gapless],
        Attributes =
        [
            new AttributeSetting("urgency", [ItemTier.ProblemReport], true, ["high", "low"], null, false),
            new AttributeSetting("phase", [], false, [], null, false),
        ],
    };

    // A loss is said with a warning of its own; it is judged by the defects that it hides.
    private static readonly HashSet<string> s_aside = ["TRC-017"];

    /// <summary>Kinds of defect that the format holds, seen by writing and reading a small set with just this defect.</summary>
    public IReadOnlyList<Defect> Held() => [.. Defects.All.Where(Holds)];

    /// <summary>Findings on a clean set, which should be none.</summary>
    public IReadOnlyList<AuditFinding> Clean(int size, ulong seed)
    {
        var set = new DefectSet(CleanSet.Make(size, seed), new SplitMix(seed));
        set.Seal();
        return Audit(set.Items);
    }

    /// <summary>Puts one or more defects of each kind into one set and audits it.</summary>
    /// <param name="kinds">Kinds of defect, each put in <paramref name="times"/> times.</param>
    /// <param name="size">Items of the clean set.</param>
    /// <param name="times">How often each, at least 1.</param>
    /// <param name="seed">The same arguments give the same set.</param>
    public IReadOnlyList<DefectScore> Run(IReadOnlyList<Defect> kinds, int size, int times, ulong seed)
    {
        var set = new DefectSet(CleanSet.Make(size, seed), new SplitMix(seed + 1));
        var expected = new List<(string Code, string Subject)>();
        for (var n = 0; n < times; n++)
        {
            foreach (var kind in kinds) expected.Add((kind.Code, kind.Inject(set)));
        }

        set.Seal();
        var found = Audit(set.Items).Select(f => (f.Code, f.Subject)).ToList();
        return [.. expected.Select(e => e.Code).Concat(found.Select(f => f.Code)).Distinct().Order(StringComparer.Ordinal).Select(code => Score(code, expected, found))];
    }

    private static DefectScore Score(string code, List<(string Code, string Subject)> expected, List<(string Code, string Subject)> found)
    {
        var right = expected.Where(e => e.Code == code).ToList();
        var left = found.Where(f => f.Code == code).ToList();
        var hits = right.Count(left.Remove);
        return new DefectScore(code, right.Count, hits, left.Count);
    }

    private bool Holds(Defect defect)
    {
        var set = new DefectSet(CleanSet.Make(60, 9), new SplitMix(9));
        defect.Inject(set);
        set.Seal();
        var read = RoundTrip(set.Items).Items;
        return read.Count == set.Items.Count && read.OrderBy(i => i.Id, StringComparer.Ordinal).Zip(set.Items.OrderBy(i => i.Id, StringComparer.Ordinal)).All(pair => Same(pair.First, pair.Second));
    }

    private static bool Same(TraceItem a, TraceItem b) =>
        a.Id == b.Id && a.Tier == b.Tier && a.Text == b.Text && a.Derived == b.Derived && a.Rationale == b.Rationale && a.SafetyFeedback == b.SafetyFeedback && a.Source == b.Source
        && a.Status == b.Status && a.Revision == b.Revision && a.TestKind == b.TestKind && a.Outcome == b.Outcome && a.Attributes.OrderBy(x => x.Name, StringComparer.Ordinal).SequenceEqual(b.Attributes.OrderBy(x => x.Name, StringComparer.Ordinal)) && a.Verification.SequenceEqual(b.Verification)
        && a.Links.Select(l => (l.Role, l.Target, l.TargetRevision, l.TargetFingerprint)).SequenceEqual(b.Links.Select(l => (l.Role, l.Target, l.TargetRevision, l.TargetFingerprint)));

    private IReadOnlyList<AuditFinding> Audit(List<TraceItem> items)
    {
        var outcome = RoundTrip(items);
        var report = TraceAudit.Audit(new TraceInputs
        {
            Origin = new FactHeader(TraceFacts.Schema, "0", "", "none", false, []),
            Level = "A", Requirements = [], Items = outcome.Items, ReadFindings = outcome.Findings, Losses = outcome.Losses, Settings = s_settings, ImageSha256 = s_image,
            Logs = new HashSet<string>(StringComparer.Ordinal) { s_image },
        });
        return [.. report.Findings.Where(f => !s_aside.Contains(f.Code))];
    }

    private ReadOutcome RoundTrip(List<TraceItem> items) =>
        reader is null || writer is null ? new ReadOutcome(items, [], []) : reader.Read(writer.Write(items, "set").Files, ReadOptions.Default);
}
