using Certify.Facts;
using Certify.Trace.Model;
using FsCheck;
using FsCheck.Fluent;

namespace Certify.Trace.Formats.Tests;

/// <summary>Generates items with text that formats break on.</summary>
internal static class ItemGen
{
    private static readonly string[] s_pieces =
    [
        "shall", " ", "\n", "\n\n", "\t", "\"", "\"\"", "'", "'=", ",", ";", "|", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "<script>alert(1)</script>",
        "&amp;", "]]>", "<!--", "-->", "## X-HLR-001 T", "- tier: HLR", "**Rationale:** x", "\\", "\\n", "{\"a\":1}", "é", "\u00A0", "\u202E", "\u0001", "\u001F", "\u007F",
        "漢字", "😀", "_x0041_", "_x000D_", "#json", "x@3", "(sha256:ab)", " (sha256:ab)", "\uFEFF", "\uFFFD", "```", "0", "1e3", "true", "null", "%25", "\u2028",
    ];

    /// <summary>Text of any kind: empty, short, or up to 20,000 characters.</summary>
    public static Gen<string> Text { get; } = Gen.Frequency(
        (6, Gen.Choose(1, 6).SelectMany(n => Gen.ArrayOf(Gen.Elements(s_pieces), n)).Select(string.Concat)),
        (1, Gen.Constant(string.Concat(Enumerable.Repeat("long \"text\", ", 1500)) + "end")));

    private static Gen<string> Optional { get; } = Gen.Frequency((2, Gen.Constant("")), (3, Text));

    private static Gen<string?> Nullable { get; } = Gen.Frequency((2, Gen.Constant<string?>(null)), (3, Text.Select(t => (string?)t)));

    private static Gen<string> Line { get; } = Text.Select(t => string.Concat(t.Where(c => !char.IsControl(c))) is { Length: > 0 } line ? line[..Math.Min(line.Length, 60)] : "line");

    private static Gen<string> Id { get; } =
        from number in Gen.Choose(0, 9999)
        from odd in Gen.Elements("", "A B", "é", ".1.2", "x@y", "-", "/", "&", "#", "(1)", "'", "\"", "<b>", ",", "\\")
        select $"X-{number}{odd}";

    private static Gen<TraceLink> Link { get; } =
        from role in Gen.Elements(LinkRole.Satisfies, LinkRole.Verifies, LinkRole.DependsOn, LinkRole.ResultOf, "is like")
        from target in Id
        from revision in Gen.Elements(null, "1", "2.0 b", "a@b(c)")
        from digest in Gen.Elements(null, new string('a', 64))
        select new TraceLink(role, target, revision, digest);

    private static Gen<ItemOutcome?> Outcome { get; } =
        from verdict in Gen.Elements("passed", "failed", "error", "skipped", "odd")
        from passed in Gen.Elements(true, false)
        from image in Gen.Elements(null, new string('b', 64))
        select (ItemOutcome?)new ItemOutcome(verdict, passed, image, image);

    /// <summary>One item of any tier.</summary>
    public static Gen<TraceItem> Item { get; } =
        from id in Id
        from tier in Gen.Elements(Enum.GetValues<ItemTier>())
        from title in Optional
        from text in Optional
        from notes in Gen.ArrayOf(Nullable, 4)
        from words in Gen.ArrayOf(Gen.OneOf(Gen.Constant<string?>(null), Line.Select(l => (string?)l)), 5)
        from derived in Gen.Elements(true, false)
        from level in Gen.Elements(null, "A", "E")
        from component in Optional
        from methods in Gen.SubListOf(VerificationMethod.Test, VerificationMethod.Analysis, VerificationMethod.Review)
        from kind in Gen.Elements<TestKind?>(null, TestKind.NormalRange, TestKind.Robustness)
        from outcome in Gen.OneOf(Gen.Constant<ItemOutcome?>(null), Outcome)
        from links in Gen.Choose(0, 4).SelectMany(n => Gen.ArrayOf(Link, n))
        from names in Gen.SubListOf("Colour", "x y", "=1+1", "tags", "title", "semantics.pt#json", "Colour_back")
        from values in Gen.ArrayOf(Text, 7)
        select new TraceItem
        {
            Id = id, Tier = tier, Place = new SourcePlace("gen", 1), Title = title, Text = text, Rationale = notes[0], SafetyFeedback = notes[1],
            Source = notes[2], Derived = derived, Level = level, Component = component, Verification = [.. methods], TestKind = kind,
            Status = words[0], Revision = words[1], Owner = words[2], Author = words[3], Reviewer = words[4], Outcome = outcome, Links = links,
            Attributes = [.. names.Select((n, i) => new ItemAttribute(n, values[i]))],
        };

    /// <summary>A set of items; ids may repeat.</summary>
    public static Gen<TraceItem[]> Items { get; } = Gen.Choose(1, 6).SelectMany(n => Gen.ArrayOf(Item, n));

    /// <summary>Runs a claim on generated sets with a fixed seed.</summary>
    public static void ForAll(Action<TraceItem[]> claim, int sets = 150) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(sets).WithReplay(20240917, 977), Prop.ForAll(Items.ToArbitrary(), claim));
}
