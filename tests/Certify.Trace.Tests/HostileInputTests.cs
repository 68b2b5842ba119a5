using System.Diagnostics;
using System.Text;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;
using Certify.Trace.Reports;

namespace Certify.Trace.Tests;

/// <summary>Input that nobody would write ends in findings, in reasonable time, never in a crash.</summary>
public class HostileInputTests
{
    private static readonly System.Buffers.SearchValues<char> s_controls = System.Buffers.SearchValues.Create(
        string.Concat(Enumerable.Range(0, 160).Select(i => (char)i).Where(c => char.IsControl(c) && c != '\n')));

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(60);

    private static TraceFacts Audit(params InputFile[] extra)
    {
        var inputs = new Sample().Inputs();
        var watch = Stopwatch.StartNew();
        var facts = TraceAudit.Run(inputs with { Requirements = [.. inputs.Requirements, .. extra] });
        Assert.True(watch.Elapsed < s_limit, $"took {watch.Elapsed}");
        Assert.False(TextReport.Write(facts).AsSpan().ContainsAny(s_controls));
        Assert.NotEmpty(MatrixPage.Write(facts));
        Assert.NotEmpty(SarifReport.Write(facts));
        Assert.NotEmpty(FactJson.Write(facts));
        return facts;
    }

    private static InputFile Text(string text) => InputFile.FromText("requirements/zz.md", text);

    // @verifies CFY-LLR-001 robustness
    [Theory]
    [InlineData("a")]
    [InlineData("#")]
    [InlineData("*")]
    [InlineData("`")]
    [InlineData("- ")]
    [InlineData("## X-1 ")]
    [InlineData("**a:** ")]
    [InlineData("shall ")]
    [InlineData("<!--")]
    public void Line_of_a_megabyte(string part)
    {
        var line = string.Concat(Enumerable.Repeat(part, 1_000_000 / part.Length));
        var facts = Audit(Text($"# T\n\n{line}\n\n## AB-HLR-100 Long\n\n- tier: HLR\n- component: {line}\n- parents: {line}\n{line}\n\n{line}\n\n**Rationale:** {line}\n"));
        Assert.NotEmpty(facts.Findings);
        Assert.All(facts.Findings, f => Assert.True(f.Message.Length < 1000));
    }

    // @verifies CFY-LLR-001 robustness
    [Theory]
    [InlineData("## AB-HLR-{0} Same\n")]
    [InlineData("## \n")]
    [InlineData("### AB-HLR-{0} Deep\n")]
    [InlineData("##AB-HLR-{0}\n")]
    [InlineData("x\n---\n")]
    public void Hundred_thousand_headings(string heading)
    {
        var text = new StringBuilder("# T\n\n");
        for (var i = 0; i < 100_000; i++) text.AppendFormat(System.Globalization.CultureInfo.InvariantCulture, heading, i + 1000);
        Assert.True(Audit(Text(text.ToString())).Findings.Count >= 99_000);
    }

    // @verifies CFY-LLR-011 robustness
    [Fact]
    public void Chain_of_a_hundred_thousand_parents_is_walked()
    {
        var text = new StringBuilder("# T\n\n");
        for (var i = 0; i < 100_000; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"## ZZ-LLR-{i} Link\n\n- tier: LLR\n- component: Z\n- parents: ZZ-LLR-{(i + 1) % 100_000}\n- derived: no\n- verification: review\n\nIt shall be `{i}`.\n\n");
        }
        var finding = Assert.Single(Audit(Text(text.ToString())).Findings, f => f.Code == "TRC-105");
        Assert.Equal("ZZ-LLR-0", finding.Subject);
        Assert.True(finding.Message.Length < 1000);
    }

    // @verifies CFY-LLR-002 robustness
    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x23, 0x00 }, "UTF-16")]
    [InlineData(new byte[] { 0x23, 0x0A, 0xC3, 0x28 }, "byte 0xC3")]
    [InlineData(new byte[] { 0x23, 0x0A, 0xED, 0xA0, 0x80 }, "byte 0xED")]
    [InlineData(new byte[] { 0x23, 0x0A, 0xE2, 0x82 }, "byte 0xE2")]
    [InlineData(new byte[] { 0xC0, 0x80 }, "byte 0xC0")]
    [InlineData(new byte[] { 0x23, 0x20, 0x00, 0x0A }, "U+0000")]
    public void Bytes_that_are_not_plain_text(byte[] bytes, string says)
    {
        var finding = Assert.Single(Audit(new InputFile("requirements/zz.md", bytes)).Findings, f => f.Code == "TRC-002");
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-006 robustness
    [Fact]
    public void Lone_surrogate_and_line_end_in_a_tag()
    {
        var sample = new Sample();
        sample.Code = Defects.Replace(sample.Code, "[Requirement(\"AB-LLR-001\")]", "[Requirement(\"AB-LLR-001\"), Requirement(\"\\uD800\\n\\u202E\")]");
        var facts = sample.Audit();
        Assert.Equal("TRC-103", Assert.Single(facts.Findings).Code);
        Assert.Contains("\\uD800\\u000A\\u202E", TextReport.Write(facts), StringComparison.Ordinal);
        Assert.NotEmpty(MatrixPage.Write(facts));
        Assert.NotEmpty(FactJson.Write(facts));
    }

    // @verifies CFY-LLR-005 robustness
    [Theory]
    [InlineData("class C { int M() => ", "(", 100_000)]
    [InlineData("", "class C { ", 20_000)]
    [InlineData("class C { int M() => 0", " + 1", 50_000)]
    [InlineData("", "[", 100_000)]
    [InlineData("class C { int M() => ", "A<", 50_000)]
    [InlineData("class C { int M() => ", "$\"{", 20_000)]
    [InlineData("class C { int M() => $\"{", "(", 20_000)]
    [InlineData("class C { int M() => a is ", "not ", 50_000)]
    [InlineData("class C { int M() => a is ", "{ A:", 50_000)]
    [InlineData("class C { void M() { ", "if (a) ", 50_000)]
    [InlineData("class C { void M() { ", "for (;;) ", 50_000)]
    [InlineData("class C { void M() { if (a) ;", " else if (a) ;", 20_000)]
    [InlineData("", "#if X\n", 50_000)]
    [InlineData("#if ", "(", 50_000)]
    [InlineData("/*", "@llr ", 100_000)]
    [InlineData("", "\0", 100_000)]
    public void Source_that_is_no_source(string start, string part, int times)
    {
        var text = start + string.Concat(Enumerable.Repeat(part, times));
        var inputs = new Sample().Inputs();
        var set = new SourceSet("zz", SourceRole.Code, true, [], [InputFile.FromText("zz.cs", text)], []);
        var facts = TraceAudit.Run(inputs with { Sources = [.. inputs.Sources, set] });
        Assert.Contains(facts.Findings, f => f is { Code: "TRC-013", Place.Path: "zz.cs" });
    }

    // @verifies CFY-LLR-007 robustness
    [Fact]
    public void Assembler_of_noise()
    {
        var random = new Random(1);
        var bytes = new byte[200_000];
        random.NextBytes(bytes);
        var inputs = new Sample().Inputs();
        var noise = TraceAudit.Run(inputs with { Assembler = [new InputFile("zz.S", bytes)] });
        Assert.Contains(noise.Findings, f => f is { Code: "TRC-002", Place.Path: "zz.S" });
        var labels = string.Concat(Enumerable.Range(0, 50_000).Select(i => $"# @llr\nl{i}:\n"));
        Assert.Equal(50_000, TraceAudit.Run(inputs with { Assembler = [InputFile.FromText("zz.S", labels)] }).Findings.Count(f => f.Code == "TRC-014"));
    }
}
