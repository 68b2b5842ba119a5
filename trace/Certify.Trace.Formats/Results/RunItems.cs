using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Results;

/// <summary>
/// Items of a test report: each run of a test is an item of tier result, linked to the test by 'result-of'. Where the report names requirements of a test, the
/// test is an item too, linked to them by 'verifies', once per file.
/// </summary>
internal sealed class RunItems(string path, ItemSink sink, ReadLog log)
{
    private static readonly string[] s_requirementNames =
    [
        "requirement", "requirements", "req", "reqs", "verifies", "covers", "requirement-id", "requirement_id", "requirementid", "lobster-tracing", "satisfies",
    ];

    private readonly Dictionary<string, int> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tests = new(StringComparer.Ordinal);

    /// <summary>Runs added.</summary>
    public int Count { get; private set; }

    /// <summary>True for names of properties that hold ids of requirements.</summary>
    public static bool NamesRequirements(string property) => Array.Exists(s_requirementNames, n => n.Equals(property.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>Adds a run.</summary>
    /// <param name="run">Its draft: place and attributes; id, tier, links and outcome are set here.</param>
    /// <param name="test">Name of the test, as items of tests are called.</param>
    /// <param name="shown">Name of the run, which may carry parameters.</param>
    /// <param name="verdict">"passed", "failed", "error" or "skipped".</param>
    /// <param name="requirements">Ids of requirements that the report names for the test.</param>
    /// <param name="image">Digest of the image that ran, or null.</param>
    public void Add(ItemDraft run, string test, string shown, string verdict, IReadOnlyList<string> requirements, string? image = null)
    {
        Count++;
        if (test.AsSpan().IsWhiteSpace())
        {
            log.Add("TRC-018", run.Place, "a test case without name; hint: let the test framework write names");
            return;
        }

        var target = Id(test, "");
        var name = Id(shown, " @ " + path);
        var times = _seen[name] = _seen.GetValueOrDefault(name) + 1;
        run.Id = times == 1 ? name : Id(shown, string.Create(CultureInfo.InvariantCulture, $" @ {path} #{times}"));
        run.Tier = ItemTier.Result;
        run[ItemField.Title] = SourceText.Lines(shown);
        run.Outcome = new ItemOutcome(verdict, verdict == "passed", image);
        run.Link(new TraceLink(LinkRole.ResultOf, target));
        if (requirements.Count > 0 && _tests.Add(target)) AddTest(run.Place, target, requirements);
        sink.Add(run);
    }

    private void AddTest(SourcePlace place, string id, IReadOnlyList<string> requirements)
    {
        var test = new ItemDraft(place) { Id = id, Tier = ItemTier.TestCase };
        foreach (var requirement in requirements) FieldValues.AddLinks(test, LinkRole.Verifies, requirement, ",; \t\n");
        sink.Add(test);
    }

    // Parameters of tests can be of any length and hold anything; the digest keeps two long ids apart.
    private static string Id(string name, string end)
    {
        var id = name.Trim() + end;
        if (id.Length <= TraceItem.IdLengthMax && FieldValues.IsId(id)) return id;
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..16];
        var plain = string.Create(Math.Min(id.Length, 200), id, static (to, from) =>
        {
            for (var i = 0; i < to.Length; i++) to[i] = char.IsControl(from[i]) || char.IsSurrogate(from[i]) ? '?' : from[i];
        });
        return $"{plain}~{digest}";
    }
}
