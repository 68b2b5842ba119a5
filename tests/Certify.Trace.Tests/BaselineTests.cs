using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Tests;

public class BaselineTests
{
    private static TraceSet Set(Sample sample) => TraceAudit.Audit(sample.Inputs()).Set;

    // @verifies CFY-LLR-341
    [Fact]
    public void Baseline_read_is_the_one_written_and_an_unchanged_set_differs_in_nothing()
    {
        var set = Set(new Sample());
        var bytes = Baseline.Take(set, "first", "abc").Write();
        var read = Baseline.Read(new InputFile("b.json", bytes));
        Assert.Equal(bytes, read.Write());
        Assert.Contains(read.Items, i => i is { Id: "AB-LLR-001", Tier: ItemTier.Llr, Place.Path: "requirements/llr.md" });
        var diff = BaselineDiff.Of(read, set);
        Assert.True(diff.IsEmpty);
        Assert.Empty(diff.Suspect);
    }

    // @verifies CFY-LLR-341
    [Fact]
    public void Reviews_and_moves_change_nothing()
    {
        var sample = new Sample();
        var before = Baseline.Take(Set(sample), "first", "abc");
        sample.Review();
        sample.Hlr = sample.Hlr.Replace("Prose in front.", "Prose\n\nin front.", StringComparison.Ordinal).Replace("ten metres", "10 metres", StringComparison.Ordinal);
        Assert.True(BaselineDiff.Of(before, Set(sample)).IsEmpty);
    }

    // @verifies CFY-HLR-036, CFY-LLR-342
    [Fact]
    public void What_depends_on_a_change_is_suspect_and_says_why()
    {
        var sample = new Sample();
        var before = Baseline.Take(Set(sample), "first", "abc");
        sample.System = Defects.Replace(sample.System, "keep the height", "keep that height");
        sample.Llr = sample.Llr.Replace(Defects.Between(sample.Llr, "## AB-LLR-002", "## AB-LLR-003"), "", StringComparison.Ordinal);
        sample.Code = Defects.Replace(sample.Code, "struct Monitor\n{", "struct Monitor\n{\n    public int Speed;");
        var set = Set(sample);
        var diff = BaselineDiff.Of(before, set);
        Assert.Equal(["F:Sample.Monitor.Speed"], diff.Added.Select(i => set[i].Id));
        Assert.Equal(["AB-LLR-002"], diff.Removed.Select(i => i.Id));
        Assert.Equal(["SYS-A-001", "T:Sample.Monitor"], diff.Changed.Select(i => set[i].Id));
        Assert.Equal(
            [
                "AB-HLR-001: SYS-A-001", "AB-LLR-001: AB-HLR-001 SYS-A-001",
                "M:Sample.Monitor.Keep(System.Int32,System.Int32): AB-LLR-001 AB-HLR-001 SYS-A-001", "M:Sample.Monitor.Tell: AB-LLR-002",
                "M:Sample.Tests.Properties.Keeps: AB-HLR-001 SYS-A-001", "M:Sample.Tests.Properties.Keeps_at_ends: AB-LLR-001 AB-HLR-001 SYS-A-001",
            ],
            diff.Suspect.Select(s => $"{set[s.Item].Id}: {string.Join(' ', s.Because)}"));
    }

    // @verifies CFY-LLR-341 robustness
    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"schema\":\"certify/baseline/9\",\"name\":\"a\",\"revision\":\"b\",\"items\":[]}")]
    [InlineData("{\"schema\":\"certify/baseline/1\",\"name\":\"a\",\"revision\":\"b\"}")]
    [InlineData("{\"schema\":\"certify/baseline/1\",\"name\":\"a\",\"revision\":\"b\",\"items\":[],\"more\":1}")]
    public void What_is_no_baseline_stops_the_run(string text) =>
        Assert.Throws<TraceInputException>(() => Baseline.Read(InputFile.FromText("b.json", text)));
}
