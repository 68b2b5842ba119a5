using System.Text;
using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Fuzz;

/// <summary>Makes small sets of items whose fields hold what breaks readers and writers: signs of every format, scripts, formulas, other alphabets.</summary>
public static class ItemMaker
{
    private static readonly string[] s_hard =
    [
        "=1+1", "+SUM(A1)", "-2", "@cmd", "<b>&amp;</b>", "</script><script>alert(1)</script>", "]]>", "<!--", "\"quoted\"", "'", "a,b;c", "\ttab", "line\nline",
        "## heading", "- tier: HLR", "**Rationale:** no", "```", "| a | b |", "---", "key: value", "&anchor *alias", "!tag", "[[SECTION]]", ">>>", "<<<", "{\"a\":1}", "\\n",
        "Größe 5 µm", "日本語", "\U0001F600", "null", "true", "0123", "1e9", "% x", "req~a~1", "@llr X-1", "shall", "The unit shall stop.",
    ];

    /// <summary>A set of up to twelve items with links among them.</summary>
    public static IReadOnlyList<TraceItem> Set(SplitMix random)
    {
        var count = 1 + random.Below(12);
        var items = new List<TraceItem>(count);
        for (var i = 0; i < count; i++)
        {
            var tier = random.Of(ItemTier.System, ItemTier.Hlr, ItemTier.Hlr, ItemTier.Llr, ItemTier.Llr, ItemTier.TestCase);
            items.Add(new TraceItem
            {
                Id = $"{(tier switch { ItemTier.System => "SYS", ItemTier.Hlr => "FZ-HLR", ItemTier.Llr => "FZ-LLR", _ => "FZ-TC" })}-{i + 1:000}",
                Tier = tier,
                Place = new SourcePlace("made", i + 1),
                Title = Line(random),
                Text = Text(random),
                Rationale = random.OneIn(2) ? Text(random) : null,
                Component = random.OneIn(2) ? "Part" : "",
                Derived = tier is ItemTier.Hlr or ItemTier.Llr && random.OneIn(5),
                Verification = tier is ItemTier.Hlr or ItemTier.Llr ? [VerificationMethod.Test] : [],
                Status = random.OneIn(3) ? "approved" : null,
                Links = i > 0 && random.OneIn(2) ? [new TraceLink(tier == ItemTier.TestCase ? LinkRole.Verifies : LinkRole.Satisfies, items[random.Below(i)].Id)] : [],
                Attributes = random.OneIn(4) ? [new ItemAttribute("Note", Line(random))] : [],
            });
        }
        return items;
    }

    private static string Line(SplitMix random) => Text(random).ReplaceLineEndings(" ").Trim();

    private static string Text(SplitMix random)
    {
        var text = new StringBuilder();
        for (var n = random.Below(5); n >= 0; n--) text.Append(random.Of(s_hard)).Append(random.Of(" ", " ", "\n"));
        return text.ToString().Trim();
    }
}
