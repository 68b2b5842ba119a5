using Certify.Facts;
using Certify.Trace.Linking;
using Certify.Trace.Model;
using Certify.Trace.Reading;

namespace Certify.Trace.Audit;

/// <summary>What an audit gave: the joined set, what was found, and what could not be read.</summary>
public sealed class AuditReport
{
    private readonly CodeScan _scan;

    private DeepCoverage? _deep;

    internal AuditReport(TraceInputs inputs, TraceSet set, CodeScan scan, IReadOnlyList<AuditFinding> findings, IReadOnlyList<JustifiedFinding> justified) =>
        (Inputs, Set, _scan, Findings, Justified) = (inputs, set, scan, findings, justified);

    /// <summary>What the audit looked at.</summary>
    public TraceInputs Inputs { get; }

    /// <summary>Software level of the audit, "A" to "E".</summary>
    public string Level => Inputs.Level;

    /// <summary>Every item with its links: requirements, records, code and tests of scanned sources.</summary>
    public TraceSet Set { get; }

    /// <summary>Findings by path, line, column and code.</summary>
    public IReadOnlyList<AuditFinding> Findings { get; }

    /// <summary>Findings that a justification covers; they fail nothing.</summary>
    public IReadOnlyList<JustifiedFinding> Justified { get; }

    /// <summary>Which items are covered to the end of every thread; computed when first asked for.</summary>
    public DeepCoverage Deep => _deep ??= DeepCoverage.Of(Set, Findings);

    /// <summary>What readers could not take over.</summary>
    public IReadOnlyList<Loss> Losses => Inputs.Losses;

    /// <summary>Number of findings that make the run exit with 1.</summary>
    public int ErrorCount => Findings.Count(f => f.Severity == FindingSeverity.Error);

    /// <summary>Number of items of a tier, of duplicates one.</summary>
    public int CountOf(ItemTier tier)
    {
        var count = 0;
        for (var i = 0; i < Set.Count; i++)
        {
            if (Set[i].Tier == tier && Set.IsFirst(i)) count++;
        }
        return count;
    }

    /// <summary>Gives the report as the fact file that documents and packages read. Computes the digest of every requirement and input.</summary>
    public TraceFacts ToFacts()
    {
        var requirements = new List<RequirementFact>();
        var code = new List<CodeFact>(_scan.CodeFacts());
        var tests = new List<TestFact>(_scan.Tests.Values.Select(t => t.Fact));
        for (var i = 0; i < Set.Count; i++)
        {
            var item = Set[i];
            if (item.Origin == ItemOrigin.Scanned || !Set.IsFirst(i)) continue;
            if (TierName.IsRequirement(item.Tier)) requirements.Add(RequirementReader.Fact(item));
            else if (item.Tier == ItemTier.Code) code.Add(Code(item));
            else if (item.Tier == ItemTier.TestCase) tests.Add(Test(item));
        }
        return new TraceFacts(
            Header(Inputs),
            Level,
            [.. requirements.OrderBy(r => r.Id, StringComparer.Ordinal)],
            [.. code.OrderBy(c => c.Symbol, StringComparer.Ordinal)],
            [.. tests.OrderBy(t => t.Id, StringComparer.Ordinal)],
            Findings);
    }

    private static CodeFact Code(TraceItem item) => new(
        item.Id, Ids(item, LinkRole.Implements), item.Place, item.Attribute(ScannedItems.Digest) ?? item.Fingerprint, false);

    private static TestFact Test(TraceItem item) => new(
        item.Id, item.Title, Ids(item, LinkRole.Verifies), item.TestKind ?? TestKind.NormalRange, item.Place);

    private static string[] Ids(TraceItem item, string role) => [.. item.Targets(role).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private static FactHeader Header(TraceInputs inputs)
    {
        var files = inputs.Requirements.Concat(inputs.ProblemReports).Concat(inputs.Assembler)
            .Concat(inputs.Reviews ?? []).Concat(inputs.Justifications).Concat(inputs.Sources.SelectMany(s => s.Files))
            .Select(f => new FileDigest(f.Path, Fingerprint.OfBytes(f.Bytes.Span)));
        var digests = inputs.Origin.Inputs.Concat(inputs.ItemFiles).Concat(files).Distinct()
            .OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Sha256, StringComparer.Ordinal);
        return inputs.Origin with
        {
            Schema = TraceFacts.Schema,
            Inputs = [.. digests],
            ImageSha256 = inputs.ImageSha256 ?? inputs.Origin.ImageSha256,
        };
    }
}
