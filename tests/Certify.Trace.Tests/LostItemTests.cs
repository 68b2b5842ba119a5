using System.Text;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reading;

namespace Certify.Trace.Tests;

/// <summary>A slip in a fence or before a heading turns items into text of the one above; that is never silent, and examples are left alone.</summary>
public class LostItemTests
{
    private const string Fields = "\n\n- tier: HLR\n- component: C\n- parents: none\n- derived: yes\n- verification: test\n\n";
    private const string Tail = "\n\n**Safety feedback:** None.\n";
    private const string One = "## AB-HLR-001 One" + Fields;

    private static IReadOnlyList<string> Find(string text) =>
        [.. MarkdownReader.Read([InputFile.FromText("r.md", text)]).Findings.Select(f => $"{f.Place.Line} {f.Code}")];

    // @verifies CFY-LLR-470 robustness
    [Theory]
    [InlineData("```x", "13 TRC-011")]
    [InlineData("x```", "13 TRC-011")]
    [InlineData("`x``", "13 TRC-011")]
    [InlineData("``", "13 TRC-011")]
    public void Items_that_a_badly_closed_fence_hides_are_found(string close, string expected)
    {
        var findings = Find($"{One}```\na\n{close}\n\n## AB-HLR-002 Two{Fields}```\nb\n```\n{Tail}");
        Assert.Contains(expected, findings);
    }

    // @verifies CFY-LLR-470 robustness
    [Theory]
    [InlineData("```verbatim\na\nx```\n\n```verbatim\nb\n```", "13 TRC-011")]
    [InlineData("x```verbatim\na\n```\n\n```verbatim\nb\n```\n", "13 TRC-011")]
    [InlineData("~~~\na\n~~~x\n~~~~ c\n~~~~", "11 TRC-011,12 TRC-011")]
    public void Marks_of_a_fence_inside_a_fence_are_found(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', Find(One + text + Tail).Where(f => f.EndsWith("011", StringComparison.Ordinal)).Distinct()));

    // @verifies CFY-LLR-470 robustness
    [Theory]
    [InlineData("## AB-HLR-002 Two")]
    [InlineData("   ##  AB-HLR-002")]
    [InlineData("## `two words` Two\n\n- tier: HLR")]
    [InlineData("## \"two \\\"lines\" Two\n- component: HLR")]
    public void Heading_of_an_item_in_a_fence_is_found(string heading)
    {
        Assert.Equal(["10 TRC-011"], Find($"{One}```\n{heading}\n```\n{Tail}"));
        Assert.Equal(["2 TRC-011"], Find($"```\n{heading}\n```\n\n{One}It shall.{Tail}"));
    }

    // @verifies CFY-LLR-470
    [Theory]
    [InlineData("    ## AB-HLR-002 Two\n\n    - tier: HLR")]
    [InlineData("## heading")]
    [InlineData("## `certify` and its verbs\n\nText - tier: HLR")]
    [InlineData("### AB-HLR-002 Two")]
    [InlineData("~~~ c\n``\n```` `")]
    public void Other_lines_of_a_fence_are_text(string lines) => Assert.Empty(Find($"{One}```\n{lines}\n```{Tail}"));

    // @verifies CFY-LLR-470
    [Theory]
    [InlineData("```markdown\n## AB-HLR-002 Two\n\n- tier: HLR\n```")]
    [InlineData("~~~ md\n## `two words`\n- tier: HLR\n~~~")]
    [InlineData("    ## AB-HLR-002 Two\n\n    - tier: HLR")]
    [InlineData("An item is `## AB-HLR-002 Title` or \"## AB-HLR-002\".\n\n- status: draft\n- owner: A. Person\n- tier: see below")]
    public void Example_before_the_first_item_is_left_alone(string example) => Assert.Empty(Find($"# T\n\n{example}\n\n{One}It shall.{Tail}"));

    // @verifies CFY-LLR-470
    [Fact]
    public void Prose_without_items_may_show_one_in_any_fence() =>
        Assert.Equal(["0 TRC-012"], Find("# How to write\n\n```\n## AB-HLR-001 One\n\n- tier: HLR\n```\n\nMore.\n"));

    // @verifies CFY-LLR-470 robustness
    [Theory]
    [InlineData("x## AB-HLR-002 Two")]
    [InlineData("##x AB-HLR-002 Two")]
    [InlineData("#x# AB-HLR-002 Two", false)]
    [InlineData("Zebra##AB-HLR-002 Two")]
    [InlineData("- ## AB-HLR-002 Two")]
    [InlineData("> > 1. ## AB-HLR-002 Two")]
    [InlineData("> ##AB-HLR-002")]
    public void Heading_with_something_in_front_is_found(string heading, bool byItself = true)
    {
        var inItem = Find($"{One}It shall.\n\n{heading}\n{Tail}");
        var first = Find($"# T\n\n{heading}{Fields}It shall.{Tail}");
        if (byItself) Assert.Equal(["11 TRC-003"], inItem);
        Assert.Contains(byItself ? "3 TRC-003" : "5 TRC-009", first);
    }

    // @verifies CFY-LLR-470
    [Theory]
    [InlineData("The form `x## AB-HLR-002` is no heading.")]
    [InlineData("It shall show '## AB-HLR-002' and C## and #AB and x## y.")]
    [InlineData("It shall print a line that says ## AB-HLR-002 in red.")]
    [InlineData("| a## | AB-HLR-002 |")]
    [InlineData("- one ## AB-HLR-002")]
    [InlineData("`##x` AB-HLR-002")]
    public void Marks_within_a_sentence_are_text(string text) => Assert.Empty(Find(One + text + Tail));

    // @verifies CFY-LLR-470, CFY-LLR-331
    [Theory]
    [InlineData("## AB-HLR-002 Two")]
    [InlineData("a\n  ## AB-HLR-002 Two\\u0041\n\n- tier: HLR\n```")]
    [InlineData("```\n## AB-HLR-002 Two\n```")]
    [InlineData("```\n```x\n```")]
    [InlineData("x## AB-HLR-002 Two")]
    [InlineData("## `two words`\n- tier: HLR")]
    public void Text_that_looks_like_an_item_is_written_and_read_back(string text)
    {
        var item = new TraceItem { Id = "AB-HLR-001", Tier = ItemTier.Hlr, Place = new SourcePlace("x", 1), Title = "T", Text = text, Component = "C", Rationale = text, Derived = true, SafetyFeedback = "None." };
        var read = MarkdownReader.Read([new InputFile("a.md", MarkdownWriter.Write([item], "T"))]);
        Assert.Empty(read.Findings);
        Assert.Equal((text, text), (Assert.Single(read.Items).Text, read.Items[0].Rationale));
    }

    // @verifies CFY-LLR-470 robustness
    [Fact]
    public void No_item_vanishes_in_silence_wherever_letters_come_in()
    {
        var text = Encoding.UTF8.GetString(MarkdownWriter.Write(
            [.. new[] { "a\nb", "It shall.", "```\nc\n```", "## AB-HLR-009 x\n- tier: HLR" }.Select((t, i) => new TraceItem { Id = $"AB-HLR-00{i}", Tier = ItemTier.Hlr, Place = new SourcePlace("x", 1), Title = "T", Text = t, Component = "C", Rationale = t, Derived = true, SafetyFeedback = t })], "T"));
        for (var at = 0; at <= text.Length; at++)
        {
            var read = MarkdownReader.Read([InputFile.FromText("a.md", text.Insert(at, "x"))]);
            Assert.True(read.Items.Count == 4 || read.Findings.Count > 0, $"at {at}: {text[Math.Max(0, at - 20)..Math.Min(text.Length, at + 20)]}");
        }
    }
}
