using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Linking;
using Certify.Trace.Model;

namespace Certify.Trace.Tests;

public class AssemblerScannerTests
{
    private static (IReadOnlyList<CodeFact> Code, IReadOnlyList<AuditFinding> Findings) Scan(string text)
    {
        var scan = new CodeScan();
        var findings = new FindingList();
        AssemblerScanner.Scan(InputFile.FromText("x/boot.S", text), scan, findings);
        return (scan.CodeFacts(), findings.Sorted());
    }

    // @verifies CFY-LLR-007
    [Fact]
    public void Tag_belongs_to_the_next_label_and_local_labels_to_the_one_above()
    {
        var (code, findings) = Scan(
            "# @llr K-LLR-1\n// @llr K-LLR-2\n    .globl start, other\nstart:\n1:  jmp 1b\n.Linner:\n  nop\n\n/* @llr K-LLR-3 */\nother: ret\nuntagged:\n");
        Assert.Empty(findings);
        Assert.Equal(
            ["A:x/boot.S#other|K-LLR-3|10", "A:x/boot.S#start|K-LLR-1,K-LLR-2|4", "A:x/boot.S#untagged||11"],
            code.Select(c => $"{c.Symbol}|{string.Join(',', c.Requirements)}|{c.Place.Line}"));
    }

    // @verifies CFY-LLR-007
    [Fact]
    public void Digest_is_of_the_text_up_to_the_next_label()
    {
        const string Text = "a:\n nop\nb:\n ret\n";
        var before = Scan(Text).Code;
        var after = Scan(Text.Replace("nop", "hlt", StringComparison.Ordinal)).Code;
        Assert.NotEqual(before[0].Sha256, after[0].Sha256);
        Assert.Equal(before[1].Sha256, after[1].Sha256);
    }

    // @verifies CFY-LLR-007 robustness
    [Theory]
    [InlineData("  nop # @llr K-LLR-1\na:\n")]
    [InlineData("# @llr nonsense\na:\n")]
    [InlineData("# @llr\na:\n")]
    [InlineData("a:\n# @llr K-LLR-1\n  ret\n")]
    public void Tag_without_a_label_is_reported(string text) => Assert.Equal("TRC-014", Assert.Single(Scan(text).Findings).Code);
}
