using System.Text;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reading;

namespace Certify.Trace.Tests;

/// <summary>The law of own Markdown: what is written is read back, for any item there can be.</summary>
public class MarkdownRoundTripTests
{
    private static readonly string[] s_declared = ["asil", "safety note"];

    // @verifies CFY-HLR-035, CFY-LLR-330, CFY-LLR-331
    [Fact]
    public void Parse_after_Write_gives_the_same_items()
    {
        var random = new Random(1);
        for (var round = 0; round < 400; round++)
        {
            TraceItem[] items = [.. Enumerable.Range(0, 8).Select(_ => AnyItem.Next(random))];
            var attributes = round % 2 == 0 ? null : s_declared;
            var bytes = MarkdownWriter.Write(items, AnyItem.Text(random), attributes);
            var read = MarkdownReader.Read([new InputFile("a.md", bytes)], attributes);
            Assert.Equal(items.Select(AnyItem.Show), read.Items.Select(AnyItem.Show));
            Assert.DoesNotContain(read.Findings, f => f.Code is "TRC-002" or "TRC-003" or "TRC-004" or "TRC-005" or "TRC-006" or "TRC-011" or "TRC-015");
            Assert.Equal(bytes, MarkdownWriter.Write(read.Items, Title(bytes), attributes));
        }
    }

    // @verifies CFY-LLR-331
    [Fact]
    public void Plain_item_is_written_as_a_person_writes_it()
    {
        var item = new TraceItem
        {
            Id = "AB-HLR-001", Tier = ItemTier.Hlr, Place = new SourcePlace("x", 1), Title = "Height is kept", Component = "A",
            Text = "The monitor shall hold:\n\n- the height\n- `the` speed", Rationale = "ten metres.", Verification = [VerificationMethod.Test, VerificationMethod.Analysis],
            Links = [new TraceLink(LinkRole.Satisfies, "SYS-A-001", "2", "ab12"), new TraceLink(LinkRole.Satisfies, "SYS-A-002"), new TraceLink("refines", "two words")],
            Attributes = [new ItemAttribute("asil", "B"), new ItemAttribute("note", "a\nb")],
        };
        Assert.Equal(
            """
            # T

            ## AB-HLR-001 Height is kept

            - tier: HLR
            - component: A
            - parents: SYS-A-001@2 (sha256:ab12), SYS-A-002
            - link refines: `two words`
            - derived: no
            - verification: test or analysis
            - asil: B

            The monitor shall hold:

            - the height
            - `the` speed

            **Rationale:** ten metres.

            **x note:**

            ```verbatim
            a
            b
            ```

            """.ReplaceLineEndings("\n"),
            Encoding.UTF8.GetString(MarkdownWriter.Write([item], "T", s_declared)));
    }

    // @verifies CFY-LLR-330 robustness
    [Fact]
    public void Every_cut_and_every_changed_byte_of_a_file_is_read()
    {
        var random = new Random(2);
        var bytes = MarkdownWriter.Write([.. Enumerable.Range(0, 6).Select(_ => AnyItem.Next(random))], "T");
        for (var round = 0; round < 3000; round++)
        {
            var broken = bytes.AsSpan(0, random.Next(bytes.Length)).ToArray();
            for (var i = random.Next(4); i > 0 && broken.Length > 0; i--) broken[random.Next(broken.Length)] = (byte)"#-`\"\\:*\n @(,"[random.Next(12)];
            var read = MarkdownReader.Read([new InputFile("a.md", broken)]);
            Assert.All(read.Items, i => Assert.NotEmpty(i.Id));
        }
    }

    // @verifies CFY-LLR-330
    [Fact]
    public void Order_of_files_makes_no_difference()
    {
        var random = new Random(3);
        InputFile[] files = [.. Enumerable.Range(0, 20).Select(i => new InputFile($"{i}.md", MarkdownWriter.Write([AnyItem.Next(random), AnyItem.Next(random)], "T")))];
        var before = MarkdownReader.Read(files);
        random.Shuffle(files);
        var after = MarkdownReader.Read(files);
        Assert.Equal(before.Items.Select(AnyItem.Show), after.Items.Select(AnyItem.Show));
        Assert.Equal(before.Findings, after.Findings);
    }

    // @verifies CFY-LLR-330
    [Fact]
    public void Field_of_a_hundred_thousand_lines_is_read()
    {
        var text = new StringBuilder("## AB-HLR-001 T\n\n- tier: HLR\n- parents: SYS-A-1");
        for (var i = 2; i < 100_000; i++) text.Append(",\n  SYS-A-").Append(i);
        for (var i = 0; i < 100_000; i++) text.Append("\n- x a").Append(i).Append(": v");
        var item = Assert.Single(MarkdownReader.Read([InputFile.FromText("a.md", text.ToString())]).Items);
        Assert.Equal((99_999, 100_000), (item.Links.Count, item.Attributes.Count));
    }

    private static string Title(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (!text.StartsWith("# ", StringComparison.Ordinal)) return "";
        var line = text[2..text.IndexOf('\n', StringComparison.Ordinal)];
        return QuotedText.TryRead(line, out var title, out _) && line[0] == '"' ? title : line;
    }
}
