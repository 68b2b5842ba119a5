using Certify.Facts;
using static Certify.ImageAnalysis.Tests.Assembled;

namespace Certify.ImageAnalysis.Tests;

/// <summary>Seeded builds: calls.</summary>
public sealed class CallGraphTests
{
    // @verifies CFY-HLR-031, CFY-LLR-310
    [Fact]
    public void Clean_image_has_no_finding_and_every_function_is_reached()
    {
        var facts = Analyse(Function("start", "call leaf\n ud2") + Function("leaf", "ret"));

        Assert.Empty(facts.Findings);
        Assert.All(facts.Functions, f => Assert.True(f.Reached));
        Assert.Equal(["leaf"], facts.Functions.Single(f => f.Name == "start").Calls);
        Assert.Equal(facts.CodeBytes, facts.InstructionBytes);
    }

    // @verifies CFY-LLR-311
    [Fact]
    public void Function_that_calls_itself_is_a_cycle_with_its_line()
    {
        var facts = Analyse(Function("start", "call again\n ud2") + Function("again", "push %rbx\n call again\n pop %rbx\n ret"));

        var finding = Assert.Single(facts.Findings, f => f.Message.Contains("cycle", StringComparison.Ordinal));
        Assert.Equal("CFY1903", finding.RuleId);
        Assert.Matches(@"again \(.*seed\.S:\d+\) -> again", finding.Message);
        Assert.Null(facts.User!.ComputedBytes);
        Assert.Contains(facts.Findings, f => f.Subject == "user" && f.Message.Contains("cannot be told", StringComparison.Ordinal));
    }

    [Fact]
    public void Cycle_through_calls_and_tail_jumps_is_found_once_with_every_function()
    {
        var facts = Analyse(
            Function("start", "call one\n ud2") + Function("one", "call two\n ret") + Function("two", "jmp three") + Function("three", "call one\n ret"));

        Assert.Equal(["one", "two", "three"], Assert.Single(facts.Cycles).Select(c => c.Split(' ')[0]));
        Assert.Single(facts.Findings, f => f.Message.Contains("one", StringComparison.Ordinal) && f.Message.Contains("-> two", StringComparison.Ordinal));
    }

    [Fact]
    public void Diamond_of_calls_is_no_cycle()
    {
        var facts = Analyse(
            Function("start", "call left\n call right\n ud2") + Function("left", "call leaf\n ret") + Function("right", "jmp leaf") + Function("leaf", "ret"));

        Assert.Empty(facts.Cycles);
        Assert.Empty(facts.Findings);
    }

    // @verifies CFY-LLR-312
    [Theory]
    [InlineData("call *%rax")]
    [InlineData("call *(%rdi)")]
    [InlineData("jmp *%rax")]
    [InlineData("call *writable(%rip)")]
    public void Indirect_call_without_known_targets_is_a_finding(string instruction)
    {
        var facts = Analyse(
            Function("start", $"{instruction}\n ud2") + Function("leaf", "ret") + "    .data\nwritable: .quad leaf\n");

        Assert.Equal("unresolved", Assert.Single(facts.Indirect).Kind);
        Assert.Contains(facts.Findings, f => f.RuleId == "CFY2106" && f.Subject == "start" && f.Message.Contains("targets that are not known", StringComparison.Ordinal));
        Assert.Null(facts.User!.ComputedBytes);
    }

    [Fact]
    public void Indirect_call_with_listed_targets_is_part_of_the_graph()
    {
        var options = Options with { DeclaredCalls = new Dictionary<string, IReadOnlyList<string>> { ["start"] = ["one", "two"] } };
        var facts = Analyse(Function("start", "call *%rax\n ud2") + Function("one", "ret") + Function("two", "push %rbx\n pop %rbx\n ret"), options);

        Assert.Empty(facts.Findings);
        Assert.Equal(["one", "two"], Assert.Single(facts.Indirect, i => i.Kind == "declared").Targets);
        Assert.Equal(16, facts.User!.ComputedBytes);
    }

    [Fact]
    public void Listed_target_that_is_not_in_the_image_resolves_nothing()
    {
        var options = Options with { DeclaredCalls = new Dictionary<string, IReadOnlyList<string>> { ["start"] = ["gone"] } };

        Assert.Contains(Analyse(Function("start", "call *%rax\n ud2"), options).Findings, f => f.Subject == "start");
    }

    [Fact]
    public void Pointer_in_read_only_memory_is_followed()
    {
        var facts = Analyse(Function("start", "call *fixed(%rip)\n ud2") + Function("leaf", "ret") + "    .section .rodata\nfixed: .quad leaf\n");

        Assert.Empty(facts.Findings);
        Assert.Equal("constant", Assert.Single(facts.Indirect).Kind);
    }

    private const string Switch = """
         cmp $2, %edi
         ja 9f
         mov %edi, %eax
         lea table(%rip), %rcx
         mov (%rcx,%rax,4), %ecx
         lea start(%rip), %rdx
         add %rdx, %rcx
         jmp *%rcx
        1: ud2
        2: ud2
        3: ud2
        9: ud2
        """;

    // @verifies CFY-LLR-313
    [Fact]
    public void Switch_is_resolved_from_its_bound_and_its_table()
    {
        var facts = Analyse(
            Function("start", Switch.Replace("1:", "c1:", StringComparison.Ordinal).Replace("2:", "c2:", StringComparison.Ordinal).Replace("3:", "c3:", StringComparison.Ordinal))
            + "    .section .rodata\ntable: .long c1 - start, c2 - start, c3 - start, 77\n");

        Assert.Empty(facts.Findings);
        var site = Assert.Single(facts.Indirect);
        Assert.Equal("switch", site.Kind);
        Assert.Equal(3, site.Targets.Count);
        Assert.Contains(facts.Branches, b => b.Reason == "bound of a switch's jump table" && b.Count == 1);
    }

    [Theory]
    [InlineData(" cmp $2, %edi\n ja 9f\n", "")]
    [InlineData("ja 9f", "jb 9f")]
    [InlineData("cmp $2, %edi", "cmp $2, %dil")]
    [InlineData("cmp $2, %edi", "cmp $2, %esi")]
    [InlineData("cmp $2, %edi", "cmp $3, %edi")]
    [InlineData("mov %edi, %eax", "mov (%rdi), %eax")]
    [InlineData("lea start(%rip), %rdx", "mov (%rsi), %rdx")]
    public void Switch_whose_bound_does_not_hold_is_not_resolved(string from, string to)
    {
        var body = Switch.ReplaceLineEndings("\n").Replace(from, to, StringComparison.Ordinal).Replace("1:", "c1:", StringComparison.Ordinal).Replace("2:", "c2:", StringComparison.Ordinal).Replace("3:", "c3:", StringComparison.Ordinal);
        var facts = Analyse(Function("start", body) + "    .section .rodata\ntable: .long c1 - start, c2 - start, c3 - start, 99999\n");

        Assert.Contains(facts.Findings, f => f.RuleId == "CFY2106" && f.Subject == "start");
        Assert.DoesNotContain(facts.Indirect, i => i.Kind == "switch");
    }

    [Fact]
    public void Table_that_can_be_written_resolves_nothing()
    {
        var facts = Analyse(
            Function("start", Switch.Replace("1:", "c1:", StringComparison.Ordinal).Replace("2:", "c2:", StringComparison.Ordinal).Replace("3:", "c3:", StringComparison.Ordinal))
            + "    .data\ntable: .long c1 - start, c2 - start, c3 - start\n");

        Assert.Contains(facts.Findings, f => f.Subject == "start");
    }

    [Fact]
    public void Branch_past_the_bound_of_a_switch_is_a_finding()
    {
        var body = " test %esi, %esi\n jne inside\n" + Switch.Replace(" lea table", "inside: lea table", StringComparison.Ordinal)
            .Replace("1:", "c1:", StringComparison.Ordinal).Replace("2:", "c2:", StringComparison.Ordinal).Replace("3:", "c3:", StringComparison.Ordinal);
        var facts = Analyse(Function("start", body) + "    .section .rodata\ntable: .long c1 - start, c2 - start, c3 - start\n");

        Assert.Contains(facts.Findings, f => f.Message.Contains("past the bound", StringComparison.Ordinal));
    }

    // @verifies CFY-LLR-314
    [Fact]
    public void Function_that_no_path_reaches_is_a_finding()
    {
        var facts = Analyse(Function("start", "ud2") + Function("orphan", "ret"));

        Assert.Equal("orphan", Assert.Single(facts.Findings).Subject);
        Assert.Contains(facts.Additional, a => a is { What: "orphan", Explained: false });
    }

    [Fact]
    public void Listed_function_that_no_path_reaches_is_explained_and_others_of_like_names_are_not()
    {
        var facts = Analyse(Function("start", "ud2") + Function("certify_fill", "ret") + Function("certify_filled", "ret"));

        Assert.Equal("certify_filled", Assert.Single(facts.Findings).Subject);
        Assert.Contains(facts.Additional, a => a is { What: "certify_fill", Explained: true });
    }

    [Fact]
    public void Bytes_that_are_no_instruction_are_a_finding()
    {
        var facts = Analyse(Function("start", "jmp 1f\n .byte 0x12, 0x34, 0x56\n1: ud2"));

        Assert.Contains("3 bytes of code at start+0x2", Assert.Single(facts.Findings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".byte 0x06")]
    [InlineData("jmp start + 1")]
    [InlineData("call leaf + 1\n ud2")]
    [InlineData("nop")]
    [InlineData("jmp 0x1000")]
    [InlineData("syscall\n ud2")]
    public void Path_into_what_is_no_code_is_a_finding(string body)
    {
        var facts = Analyse(Function("leaf", "nop\n ret") + Function("start", "call leaf\n" + body));

        Assert.Contains(facts.Findings, f => f.RuleId == "CFY2106" && f.Subject is "start" or "seeded");
    }

    [Fact]
    public void Code_behind_a_call_that_does_not_return_is_listed_with_that_reason()
    {
        var facts = Analyse(Function("start", "call stop\n mov %eax, %ebx\n ret") + Function("stop", "ud2"));

        Assert.Empty(facts.Findings);
        Assert.Contains(facts.Additional, a => a.Explained && a.Reason.Contains("does not return", StringComparison.Ordinal));
        Assert.False(facts.Functions.Single(f => f.Name == "start").Returns);
    }
}
