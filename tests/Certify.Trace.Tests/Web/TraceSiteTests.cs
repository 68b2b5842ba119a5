using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reports.Web;

namespace Certify.Trace.Tests.Web;

public partial class TraceSiteTests
{
    internal static readonly TraceSiteContext Context = new("Flight monitor", "A", "0123abcd", "0.1.0", "certify trace page");

    /// <summary>Texts that break out of careless pages.</summary>
    internal static readonly string[] HostileTexts =
    [
        "</script><script>document.title='owned'</script>", "<!--<script>", "]]>", "<img src=x onerror=\"document.title='owned'\">", "\" onmouseover=\"x", "a\u2028b\u2029c",
        "nul\0bell\a", "javascript:alert(1)", "\u202Eturned\u202C", "\\u003c \\", "𝔘 ü 漢", "'`${x}` &lt; &amp;", "__proto__", "constructor",
    ];

    public static TheoryData<string> Hostile => [.. HostileTexts];

    internal static string Page(IReadOnlyList<TraceItem> items, params AuditFinding[] findings) =>
        Encoding.UTF8.GetString(TraceSite.Write(items, findings, Context));

    internal static TraceItem Item(string id, ItemTier tier = ItemTier.Hlr, string text = "It shall.", params TraceLink[] links) =>
        new() { Id = id, Tier = tier, Text = text, Place = new("a.md", 3), Links = links };

    /// <summary>The data block as a browser cuts it out: up to the first end of a script, whatever stands in between.</summary>
    internal static JsonElement Data(string page)
    {
        const string start = "<script type=\"application/json\" id=\"data\">";
        var from = page.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return JsonDocument.Parse(page[from..page.IndexOf("</script", from, StringComparison.OrdinalIgnoreCase)]).RootElement;
    }

    // @verifies CFY-LLR-397 robustness
    [Theory]
    [MemberData(nameof(Hostile))]
    public void Any_text_reads_back_and_ends_no_block(string text)
    {
        var id = text.Replace('\0', '0').Replace('\a', '0');
        TraceItem[] items =
        [
            new()
            {
                Id = id, Tier = ItemTier.Llr, Title = text, Text = text, Component = text, Rationale = text, Status = text, Owner = text, Place = new(text, 1),
                Attributes = [new(text, text)], Links = [new(text, text + "!", text, text)], Outcome = new(text, false),
            },
        ];
        var page = Page(items, new AuditFinding(text, FindingSeverity.Error, id, text, new(text, 1)));
        var data = Data(page);
        Assert.Equal(id, data.GetProperty("id")[0].GetString());
        Assert.Equal(text, data.GetProperty("name")[0].GetString());
        Assert.Equal(text, data.GetProperty("text")[0].GetString());
        Assert.Equal(text, data.GetProperty("details").GetProperty("rationale")[1].GetString());
        Assert.Equal([text, text], data.GetProperty("attributes").EnumerateArray().Skip(1).Select(a => a.GetString()));
        Assert.Equal(text, data.GetProperty("findings").GetProperty("message")[0].GetString());
        Assert.Equal(text, data.GetProperty("linkRevision")[1].GetString());
        var words = data.GetProperty("words").EnumerateArray().Select(w => w.GetString()).ToArray();
        Assert.Equal(text, words[data.GetProperty("component")[0].GetInt32()]);
        Assert.Equal(text + "!", words[-1 - data.GetProperty("links")[2].GetInt32()]);

        // The only tags are those of the page itself.
        Assert.Equal(2, ScriptStart().Count(page));
        Assert.Equal(2, ScriptEnd().Count(page));
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<!--", page, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', page);
        Assert.DoesNotContain('\u2028', page);
    }

    // @verifies CFY-LLR-397 robustness
    [Fact]
    public void A_lone_surrogate_becomes_the_replacement_character() =>
        Assert.Equal("x\uFFFDy", Data(Page([Item("A", text: "x\uD800y")])).GetProperty("text")[0].GetString());

    // @verifies CFY-LLR-397
    [Fact]
    public void Data_holds_fields_links_and_findings()
    {
        var items = SiteSet.Items(200);
        var findings = SiteSet.Findings(items);
        var data = Data(Encoding.UTF8.GetString(TraceSite.Write(items, findings, Context)));
        var ids = data.GetProperty("id").EnumerateArray().Select(i => i.GetString()!).ToArray();
        var words = data.GetProperty("words").EnumerateArray().Select(w => w.GetString()!).ToArray();
        Assert.Equal(items.Select(i => i.Id).Order(StringComparer.Ordinal), ids.Order(StringComparer.Ordinal));
        var links = data.GetProperty("links").EnumerateArray().Select(n => n.GetInt32()).Chunk(3)
            .Select(l => $"{ids[l[0]]} {words[l[1]]} {(l[2] >= 0 ? ids[l[2]] : words[-1 - l[2]])}");
        Assert.Equal(items.SelectMany(i => i.Links.Select(l => $"{i.Id} {l.Role} {l.Target}")).Order(StringComparer.Ordinal), links.Order(StringComparer.Ordinal));
        Assert.Equal(findings.Count, data.GetProperty("findings").GetProperty("code").GetArrayLength());
        var fingerprints = data.GetProperty("fingerprint").GetString()!;
        Assert.Equal(ids.Length * 43, fingerprints.Length);
        var last = items.Single(i => i.Id == ids[^1]);
        Assert.Equal(last.Fingerprint, Convert.ToHexStringLower(Convert.FromBase64String(fingerprints[^43..] + "=")));
    }

    // @verifies CFY-LLR-395
    [Fact]
    public void Equal_items_give_equal_bytes_in_any_order()
    {
        var items = SiteSet.Items(300);
        items.Add(Item("HLR-1-1", text: "A second one of this id shall be."));
        var findings = SiteSet.Findings(items);
        var expected = TraceSite.Write(items, findings, Context);
        var random = new Random(5);
        for (var i = 0; i < 4; i++)
        {
            var shuffled = items.ToArray();
            random.Shuffle(shuffled);
            var mixed = findings.ToArray();
            random.Shuffle(mixed);
            Assert.Equal(expected, TraceSite.Write(shuffled, mixed, Context));
        }
    }

    // @verifies CFY-HLR-040, CFY-LLR-395
    [Fact]
    public void The_policy_names_this_script_and_style_and_nothing_else()
    {
        var page = Page([Item("A")]);
        var script = Digest(page[(page.LastIndexOf("<script>", StringComparison.Ordinal) + 8)..page.LastIndexOf("</script>", StringComparison.Ordinal)]);
        var style = Digest(page[(page.IndexOf("<style>", StringComparison.Ordinal) + 7)..page.IndexOf("</style>", StringComparison.Ordinal)]);
        Assert.Contains($"content=\"default-src 'none'; script-src '{script}'; style-src '{style}'; base-uri 'none'; form-action 'none'\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-inline", page, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"https?://(?!www\.w3\.org/2000/svg"")", page);
        Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|\bimport\(|fetch\(|XMLHttpRequest", page);
        Assert.DoesNotContain('\r', page);
    }

    // @verifies CFY-LLR-395
    [Fact]
    public void Without_script_there_are_tables_up_to_a_stated_bound()
    {
        var page = Page(SiteSet.Items(2000), [.. SiteSet.Findings(SiteSet.Items(2000))]);
        var plain = page[page.IndexOf("<noscript>", StringComparison.Ordinal)..page.IndexOf("</noscript>", StringComparison.Ordinal)];
        Assert.Contains("The first 1000 of 2000 items.", plain, StringComparison.Ordinal);
        Assert.Contains("<td>SYS-0</td>", plain, StringComparison.Ordinal);
        Assert.Contains("satisfies SYS-0", plain, StringComparison.Ordinal);
        Assert.Contains("TRC-402", plain, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-395 robustness
    [Fact]
    public void No_item_and_an_unknown_level_are_errors()
    {
        Assert.Throws<TraceInputException>(() => TraceSite.Write([], [], Context));
        Assert.Throws<TraceInputException>(() => TraceSite.Write([Item("A")], [], Context with { Level = "F" }));
        Assert.Throws<TraceInputException>(() => TraceSite.Write([Item("A")], [], Context with { Level = "AB" }));
    }

    // @verifies CFY-LLR-397
    [Fact]
    public void Ids_are_in_the_order_of_their_numbers()
    {
        var data = Data(Page([Item("A-10"), Item("A-2"), Item("A-02"), Item("A-1x"), Item("A"), Item("A-99999999999999999999")]));
        Assert.Equal(["A", "A-1x", "A-02", "A-2", "A-10", "A-99999999999999999999"], data.GetProperty("id").EnumerateArray().Select(i => i.GetString()));
    }

    private static string Digest(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    [GeneratedRegex("<script", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptStart();

    [GeneratedRegex("</script", RegexOptions.IgnoreCase)]
    private static partial Regex ScriptEnd();
}
