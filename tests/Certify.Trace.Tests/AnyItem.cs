using System.Text;
using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Tests;

/// <summary>Items of every kind, with texts that Markdown could take for something else.</summary>
internal static class AnyItem
{
    private static readonly string[] s_parts =
    [
        "a", "shall hold", " ", "\n", "\n\n", "- tier: LLR", "- x", "**Rationale:** b", "**x y:** c", "# T", "## AB-1 x", "###", "```", "~~~", "```verbatim", "`c`", "\"", "\\",
        "\\u0041", "<!-- c -->", "---", "===", "| a | b", "> q", "1. one", "\t", "\0", "\r", "\u202E", "\u2028", "\uFEFF", "\uD800", "\U0001F600", "é", "none", "@2", "(sha256:ab)", ",", ":", "&amp;", "x ",
    ];

    private static readonly string[] s_roles = [LinkRole.Satisfies, LinkRole.Verifies, LinkRole.Implements, LinkRole.ResultOf, LinkRole.Against, "refines", "a: b", "\"q\"", "x\ny", "parents"];

    /// <summary>Gives an item with fields at random.</summary>
    public static TraceItem Next(Random random)
    {
        var odd = random.Next(3) > 0;
        string? Maybe() => random.Next(3) == 0 ? odd ? Text(random) : "word" : null;
        return new TraceItem
        {
            Id = Id(random),
            Tier = (ItemTier)random.Next(12),
            Place = new SourcePlace("x", 1),
            Title = odd ? Text(random) : "Title of it",
            Text = odd ? Text(random) : "It shall hold.",
            Rationale = Maybe(),
            SafetyFeedback = Maybe(),
            Source = Maybe(),
            Derived = random.Next(2) == 0,
            Level = random.Next(4) == 0 ? "B" : Maybe(),
            Component = odd ? Text(random) : "Kernel",
            Verification = [.. Enumerable.Range(0, random.Next(3)).Select(_ => (VerificationMethod)random.Next(3))],
            TestKind = random.Next(3) switch { 0 => null, 1 => TestKind.NormalRange, _ => TestKind.Robustness },
            Status = Maybe(),
            Revision = Maybe(),
            Owner = Maybe(),
            Author = Maybe(),
            Reviewer = Maybe(),
            Outcome = random.Next(3) == 0 ? new ItemOutcome(random.Next(2) == 0 ? "passed" : Text(random), random.Next(2) == 0, Maybe(), Maybe()) : null,
            Links = [.. Enumerable.Range(0, random.Next(5)).Select(_ => new TraceLink(s_roles[random.Next(s_roles.Length)], Id(random), Maybe(), Maybe()))],
            Attributes = [.. Enumerable.Range(0, random.Next(4)).Select(i => new ItemAttribute(Name(random, i), Text(random))).DistinctBy(a => a.Name)],
        };
    }

    /// <summary>Gives text at random; may be empty.</summary>
    public static string Text(Random random)
    {
        var builder = new StringBuilder();
        for (var i = random.Next(6); i > 0; i--) builder.Append(s_parts[random.Next(s_parts.Length)]);
        return builder.ToString();
    }

    /// <summary>All that an item holds but its place, on one line.</summary>
    public static string Show(TraceItem item) => Ascii(string.Join(" | ", (string?[])[
        item.Id, item.Tier.ToString(), item.Title, item.Text, Show(item.Rationale), Show(item.SafetyFeedback), Show(item.Source), item.Derived.ToString(), Show(item.Level), item.Component,
        string.Join('+', item.Verification), item.TestKind?.ToString(), Show(item.Status), Show(item.Revision), Show(item.Owner), Show(item.Author), Show(item.Reviewer), item.Outcome?.ToString(),
        string.Join(';', item.Links.Select(l => l.Role + ">" + l.Target + "@" + Show(l.TargetRevision) + "#" + Show(l.TargetFingerprint))),
        string.Join(';', item.Attributes.Select(a => a.Name + "=" + a.Value)),
    ]));

    private static string Show(string? text) => text is null ? "null" : $"'{text}'";

    private static string Ascii(string text) =>
        string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\u{(int)c:X4}"));

    private static string Name(Random random, int i) => random.Next(5) switch
    {
        0 => "asil",
        1 => "safety note",
        2 => Text(random) is { Length: > 0 } text ? text : "n",
        _ => $"name {i}",
    };

    private static string Id(Random random)
    {
        if (random.Next(3) > 0) return $"AB-HLR-{random.Next(100):D3}";
        var id = string.Concat(Text(random).Where(c => !char.IsControl(c)));
        return id.Length > 0 ? id : "M:A.B(System.Int32,System.Int32)";
    }
}
