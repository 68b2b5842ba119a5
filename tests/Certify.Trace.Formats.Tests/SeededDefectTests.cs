using Certify.Fuzz;
using Certify.Fuzz.Sets;
using Certify.Trace.Formats;

namespace Certify.Trace.Formats.Tests;

/// <summary>
/// Defects put into clean sets, through every format that is written and read: each is found, and nothing else. The long run with sets of
/// 10,000 items is a verb of its own; see tests/README.md.
/// </summary>
public sealed class SeededDefectTests
{
    /// <summary>Formats that keep every tier and field that the rules look at.</summary>
    public static TheoryData<string> WholeFormats => [.. s_whole];

    private static readonly string[] s_whole = ["", "csv", "tsv", "xlsx", "markdown", "reqif", "reqifz"];

    [Theory]
    [MemberData(nameof(WholeFormats))]
    public void Clean_set_gives_no_finding_and_each_defect_exactly_its_own(string format)
    {
        var run = Run(format);
        Assert.Empty(run.Clean(300, 1));
        var kinds = run.Held();
        Assert.InRange(kinds.Count, Defects.All.Count - 2, Defects.All.Count);
        var scores = run.Run(kinds, size: 1_000, times: 1, seed: 2);
        Assert.Equal(kinds.Select(k => k.Code).Order(StringComparer.Ordinal), scores.Select(s => s.Code));
        Assert.All(scores, s => Assert.Equal((1, 1, 0), (s.Injected, s.Found, s.Extra)));
    }

    [Fact]
    public void Every_other_format_says_what_it_loses_of_a_clean_set()
    {
        var set = new DefectSet(CleanSet.Make(100, 1), new SplitMix(1));
        set.Seal();
        foreach (var writer in FormatList.Writers.Where(w => !s_whole.Contains(w.Name)))
        {
            if (writer.Write(set.Items, "set").Losses.Count == 0)
                Assert.True(Run(writer.Name).Clean(100, 1).Count == 0, $"{writer.Name} loses something and does not say so: {Run(writer.Name).Clean(100, 1).FirstOrDefault()}");
        }
    }

    [Fact]
    public void Score_is_found_of_injected_and_right_of_found()
    {
        var both = Defects.All.Where(d => d.Code is "TRC-202" or "TRC-210").ToList();
        var scores = new DefectRun(null, null).Run(both, 300, 2, 3);
        Assert.All(scores, s => Assert.Equal((2, 2, 0), (s.Injected, s.Found, s.Extra)));
        Assert.Equal(0.5, new DefectScore("TRC-202", 4, 2, 1).Recall);
        Assert.Equal(2.0 / 3, new DefectScore("TRC-202", 4, 2, 1).Precision);
    }

    private static DefectRun Run(string format) => format.Length == 0
        ? new DefectRun(null, null)
        : new DefectRun(FormatList.Readers.Single(r => r.Name == format), FormatList.Writers.Single(w => w.Name == format));
}
