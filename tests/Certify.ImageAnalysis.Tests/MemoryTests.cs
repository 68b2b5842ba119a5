using Certify.Facts;
using Certify.Image;
using static Certify.ImageAnalysis.Tests.Assembled;

namespace Certify.ImageAnalysis.Tests;

/// <summary>Seeded builds: rights of memory, symbols, code without source; and files that are no images.</summary>
public sealed class MemoryTests
{
    private static readonly string s_clean = Function("start", "call leaf\n ud2") + Function("leaf", "ret");

    // @verifies CFY-LLR-317
    [Fact]
    public void Segment_that_is_writable_and_executable_is_a_finding()
    {
        var facts = Analyse(Bytes(s_clean + "    .data\nvalue: .quad 1\n", true, "--omagic"));

        Assert.Contains(facts.Findings, f => f.RuleId == "CFY2106" && f.Message.Contains("writable and executable", StringComparison.Ordinal));
    }

    [Fact]
    public void Section_that_is_writable_and_executable_is_a_finding() =>
        Assert.Contains(
            Analyse(s_clean + "    .section .both, \"awx\", @progbits\n    .balign 4096\n" + Function("both", "ret")).Findings,
            f => f.Subject == ".both");

    // @verifies CFY-LLR-318
    [Theory]
    [InlineData("RhpNewFast", "an allocator")]
    [InlineData("RhpNewArrayFast", "an allocator")]
    [InlineData("RhNewString", "an allocator")]
    [InlineData("RhpGcPoll", "the garbage collector")]
    [InlineData("RhpThrowEx", "a thrower of exceptions")]
    [InlineData("RhpAssignRef", "a write barrier")]
    [InlineData("App_Space_Type___cctor", "a class constructor that runs")]
    [InlineData("App_System_Runtime_CompilerServices_ClassConstructorRunner__Check", "a check of a class constructor")]
    [InlineData("RhpInitialDynamicInterfaceDispatch", "dispatch that is resolved at run time")]
    public void Symbol_of_a_service_that_is_excluded_is_a_finding(string symbol, string what)
    {
        var facts = Analyse(Function("start", $"call {symbol}\n ud2") + Function(symbol, "ret"));

        var finding = Assert.Single(facts.Findings);
        Assert.Equal(("CFY2106", symbol), (finding.RuleId, finding.Subject));
        Assert.Contains(what, finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Type_whose_statics_are_not_fixed_is_a_finding() =>
        Assert.Equal("Space.Type: opcode 'newobj'", Assert.Single(Analyse(s_clean, Options with { Statics = new([], ["Space.Type: opcode 'newobj'"]) }).Findings).Subject);

    // @verifies CFY-LLR-319
    [Theory]
    [InlineData(15, true)]
    [InlineData(16, false)]
    public void Static_memory_is_held_against_its_budget(long budget, bool broken)
    {
        var bytes = Bytes(s_clean + "    .data\nvalue: .quad 1, 2\n");
        var value = Certify.Image.Elf.ElfFile.Read(bytes, "seed").Symbol("value");
        var options = Options with { Symbols = [new("value", "App", value.Address, 16, false, null, null)], StaticBudget = budget };
        var facts = Analyse(bytes, options);

        Assert.Equal(new MemoryFact("App", ".data", 16, true), Assert.Single(facts.Memory));
        Assert.Equal(broken ? ["CFY1905"] : [], facts.Findings.Select(f => f.RuleId));
    }

    // @verifies CFY-HLR-033, CFY-LLR-320
    [Fact]
    public void Function_without_source_is_an_open_end()
    {
        var facts = Analyse(Bytes(s_clean, debug: false));

        Assert.Equal(["start", "leaf"], facts.Additional.Where(a => a is { Explained: false, Reason: "no source line explains it" }).Select(a => a.What));
    }

    [Fact]
    public void Function_whose_member_carries_no_requirement_is_an_open_end()
    {
        var tagged = Analyse(s_clean).Functions.Single(f => f.Name == "leaf").Place!;
        var facts = Analyse(s_clean, Options with { Code = [new("A:leaf", ["APP-LLR-001"], tagged, "", false)] });

        // The two assemblies lie in folders of different names; compare by what is said.
        Assert.All(facts.Additional.Where(a => !a.Explained), a => Assert.Equal("its source member carries no requirement", a.Reason));
        Assert.Contains(facts.Additional, a => !a.Explained);
    }

    [Fact]
    public void Requirement_is_that_of_the_last_member_at_or_before_the_line()
    {
        var bytes = Bytes(s_clean);
        var place = Analyse(bytes).Functions.Single(f => f.Name == "leaf").Place!;
        CodeFact[] code = [new("A:before", ["R-1"], place with { Line = 1 }, "", false), new("A:leaf", ["R-2"], place, "", false), new("A:after", ["R-3"], place with { Line = place.Line + 1 }, "", false)];
        var facts = Analyse(bytes, Options with { Code = code });

        Assert.Equal(["R-2"], facts.Functions.Single(f => f.Name == "leaf").Requirements);
        Assert.Equal(["R-1"], facts.Functions.Single(f => f.Name == "start").Requirements);
        Assert.DoesNotContain(facts.Additional, a => !a.Explained);
    }

    [Fact]
    public void Branch_is_told_by_the_decision_on_its_line()
    {
        var text = Function("start", "test %edi, %edi\n je 1f\n1: ud2");

        Assert.Equal("branch written in assembler", Assert.Single(Analyse(text).Branches).Reason);
        Assert.Equal("not explained", Assert.Single(Analyse(Bytes(text, debug: false)).Branches).Reason);
    }

    // @verifies CFY-LLR-321
    [Fact]
    public void Empty_file_is_an_error() => Assert.Throws<ImageFormatException>(() => Analyse([]));

    [Fact]
    public void File_without_code_is_an_error() =>
        Assert.Contains("nothing was analysed", Assert.Throws<ImageFormatException>(() => Analyse(Bytes("", true, "--strip-all"))).Message, StringComparison.Ordinal);

    [Fact]
    public void Truncated_file_is_an_error_and_never_a_pass()
    {
        var bytes = Bytes(s_clean);
        var whole = FactJson.Write(Analyse(bytes));
        for (var length = 0; length < bytes.Length; length += 37)
        {
            var cut = bytes.AsMemory(0, length).ToArray();
            try
            {
                // Where the cut takes nothing that was read, the result has to be the same.
                var facts = Analyse(cut);
                Assert.True(facts.Findings.Count > 0 || FactJson.Write(facts).SequenceEqual(whole), $"cut at {length} passes");
            }
            catch (ImageFormatException e)
            {
                Assert.StartsWith("seed.elf", e.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Damaged_bytes_end_in_a_message_or_a_result_never_in_a_crash()
    {
        var bytes = Bytes(s_clean);
        for (var at = 0; at < bytes.Length; at += 3)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 0xFF;
            try
            {
                Analyse(damaged);
            }
            catch (ImageFormatException)
            {
                // A message says what is damaged.
            }
        }
    }

    [Theory]
    [InlineData("a*c", "abc", true)]
    [InlineData("a*c", "ac", true)]
    [InlineData("a*c", "acd", false)]
    [InlineData("*b*", "abc", true)]
    [InlineData("ab*ba", "aba", false)]
    [InlineData("abc", "abcd", false)]
    [InlineData("*", "", true)]
    public void Pattern_with_stars_fits(string pattern, string text, bool fits) =>
        Assert.Equal(fits, Certify.ImageAnalysis.Rules.ImageRules.Fits(pattern, text));
}
