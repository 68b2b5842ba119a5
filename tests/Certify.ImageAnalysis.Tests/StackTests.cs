using Certify.Facts;
using static Certify.ImageAnalysis.Tests.Assembled;

namespace Certify.ImageAnalysis.Tests;

/// <summary>Seeded builds: stack.</summary>
public sealed class StackTests
{
    // @verifies CFY-LLR-315
    [Fact]
    public void Deepest_path_is_counted_to_the_byte_and_named()
    {
        var facts = Analyse(
            Function("start", "call near\n call far\n ud2")
            + Function("near", "sub $8, %rsp\n add $8, %rsp\n ret")
            + Function("far", "push %rbx\n sub $0x20, %rsp\n call leaf\n add $0x20, %rsp\n pop %rbx\n ret")
            + Function("leaf", "push %rbp\n mov %rsp, %rbp\n sub $0x100, %rsp\n leave\n ret"));

        Assert.Empty(facts.Findings);
        Assert.Equal(8 + 8 + 0x20 + 8 + 8 + 0x100, facts.User!.ComputedBytes);
        Assert.Equal([("start", 0L, 0L), ("far", 48L, 48L), ("leaf", 272L, 320L)], facts.User.Path.Select(p => (p.Name, p.Bytes, p.Sum)));
        Assert.Equal(272, facts.Functions.Single(f => f.Name == "leaf").FrameBytes);
        Assert.Equal(320, facts.Functions.Single(f => f.Name == "far").StackBytes);
        Assert.Equal(4096, facts.User.Bytes);
    }

    [Fact]
    public void Tail_jump_uses_no_frame_of_its_caller()
    {
        var facts = Analyse(Function("start", "call one\n ud2") + Function("one", "push %rbx\n pop %rbx\n jmp two") + Function("two", "sub $24, %rsp\n add $24, %rsp\n ret"));

        Assert.Empty(facts.Findings);
        Assert.Equal(8 + 24, facts.User!.ComputedBytes);
    }

    [Fact]
    public void Frame_behind_a_probe_is_the_one_that_was_probed()
    {
        var facts = Analyse(
            Function("start", "call big\n ud2")
            + Function("big", "push %rbp\n lea -0x800(%rsp), %r11\n call probe\n mov %r11, %rsp\n lea 0x800(%rsp), %rbp\n mov %rbp, %rsp\n pop %rbp\n ret")
            + Function("probe", "push %rax\n mov %rsp, %rax\n testb $0, (%r11)\n pop %rax\n ret"));

        Assert.Empty(facts.Findings);
        Assert.Equal(8 + 8 + 0x800, facts.User!.ComputedBytes);
    }

    [Theory]
    [InlineData(5000)]
    [InlineData(4089)]
    public void Stack_larger_than_its_region_is_a_finding(int bytes)
    {
        var facts = Analyse(Function("start", "call big\n ud2") + Function("big", $"sub ${bytes}, %rsp\n add ${bytes}, %rsp\n ret"));

        var finding = Assert.Single(facts.Findings);
        Assert.Equal(("CFY1903", "user"), (finding.RuleId, finding.Subject));
        Assert.Contains($"takes up to {bytes + 8} bytes and has 4096", finding.Message, StringComparison.Ordinal);
        Assert.Contains("start -> big", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Stack_that_just_fits_is_none() =>
        Assert.Empty(Analyse(Function("start", "call big\n ud2") + Function("big", "sub $4088, %rsp\n add $4088, %rsp\n ret")).Findings);

    [Fact]
    public void Loop_that_pushes_a_known_number_of_times_is_counted()
    {
        var facts = Analyse(
            Function("start", "call big\n ud2")
            + Function("big", "push %rbp\n mov %rsp, %rbp\n mov $10, %eax\n1: push $0\n push $0\n dec %rax\n jne 1b\n mov %rbp, %rsp\n pop %rbp\n ret"));

        Assert.Empty(facts.Findings);
        Assert.Equal(8 + 8 + 160, facts.User!.ComputedBytes);
    }

    private const string Probe = "push %rbp\n mov %rsp, %rbp\n movabs $-0x900, %rdi\n add %rsp, %rdi\n jb 1f\n xor %edi, %edi\n"
        + "1: test %esp, (%rsp)\n sub $0x1000, %rsp\n cmp %rdi, %rsp\n jae 1b\n mov %rdi, %rsp\n mov %rbp, %rsp\n pop %rbp\n ret";

    [Fact]
    public void Large_allocation_of_a_known_size_is_counted()
    {
        var facts = Analyse(Function("start", "call big\n ud2") + Function("big", Probe));

        Assert.Empty(facts.Findings);
        Assert.Equal(8 + 8 + 0x900, facts.User!.ComputedBytes);
    }

    [Theory]
    [InlineData("movabs $-0x900, %rdi", "mov (%rsi), %rdi")]
    [InlineData("movabs $-0x900, %rdi", "movabs $0x900, %rdi")]
    [InlineData("cmp %rdi, %rsp", "cmp %rsi, %rsp")]
    [InlineData("xor %edi, %edi", "xor %esi, %esi")]
    [InlineData("jae 1b", "ja 1b")]
    [InlineData("test %esp, (%rsp)", "test %esp, (%rsi)")]
    public void Allocation_of_another_form_is_not_taken_for_one(string from, string to)
    {
        var facts = Analyse(Function("start", "call big\n ud2") + Function("big", Probe.Replace(from, to, StringComparison.Ordinal)));

        Assert.Contains(facts.Findings, f => f.RuleId == "CFY1903" && f.Subject == "big");
        Assert.Null(facts.User!.ComputedBytes);
    }

    [Theory]
    [InlineData(47, true)]
    [InlineData(48, false)]
    public void Budget_is_kept_or_broken_to_the_byte(long budget, bool broken)
    {
        var facts = Analyse(Function("start", "call big\n ud2") + Function("big", "sub $40, %rsp\n add $40, %rsp\n ret"), Options with { StackBudget = budget });

        Assert.Equal(broken, facts.Findings.Any(f => f.RuleId == "CFY1903" && f.Message.Contains("budget", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("1: push %rax\n dec %ecx\n jne 1b\n mov %rbp, %rsp\n pop %rbp\n ret", "different depths")]
    [InlineData("sub %rdi, %rsp\n mov %rbp, %rsp\n pop %rbp\n ret", "cannot be told")]
    [InlineData("mov (%rdi), %rsp\n pop %rbp\n ret", "cannot be told")]
    public void Stack_pointer_that_cannot_be_tracked_is_a_finding_and_no_number(string rest, string said)
    {
        var facts = Analyse(Function("start", "call odd\n ud2") + Function("odd", "push %rbp\n mov %rsp, %rbp\n" + rest));

        Assert.Contains(facts.Findings, f => f.RuleId == "CFY1903" && f.Subject == "odd" && f.Message.Contains(said, StringComparison.Ordinal));
        Assert.Null(facts.User!.ComputedBytes);
    }

    [Theory]
    [InlineData("push %rbx\n ret", "returns with the stack deeper")]
    [InlineData("pop %rax\n ret", "takes from the stack")]
    [InlineData("xor %ebx, %ebx\n ret", "does not give back RBX")]
    [InlineData("push %r12\n xor %r12d, %r12d\n pop %r13\n ret", "does not give back R12")]
    [InlineData("mov %rax, -8(%rsp)\n ret", "writes below the stack pointer")]
    [InlineData("sub $8, %rsp\n jmp other", "with its own frame")]
    public void Function_that_breaks_the_calling_convention_is_a_finding(string body, string said)
    {
        var facts = Analyse(Function("start", "call odd\n call other\n ud2") + Function("odd", body) + Function("other", "ret"));

        Assert.Contains(facts.Findings, f => f.RuleId == "CFY1903" && f.Subject == "odd" && f.Message.Contains(said, StringComparison.Ordinal));
    }

    [Fact]
    public void Saved_register_that_is_overwritten_on_the_stack_is_a_finding()
    {
        var facts = Analyse(Function("start", "call odd\n ud2") + Function("odd", "push %rbx\n xor %ebx, %ebx\n mov %rdi, (%rsp)\n pop %rbx\n ret"));

        Assert.Contains(facts.Findings, f => f.Message.Contains("does not give back RBX", StringComparison.Ordinal));
    }

    // @verifies CFY-LLR-316
    [Fact]
    public void Unwind_table_that_agrees_is_counted()
    {
        var facts = Analyse(
            Function("start", "call one\n ud2")
            + Function("one", ".cfi_startproc\n push %rbx\n .cfi_adjust_cfa_offset 8\n call two\n pop %rbx\n ret\n .cfi_endproc")
            + Function("two", ".cfi_startproc\n ret\n .cfi_endproc"));

        Assert.Empty(facts.Findings);
        Assert.Equal(1, facts.FrameChecks);
    }

    [Fact]
    public void Unwind_table_that_says_otherwise_is_a_finding()
    {
        var facts = Analyse(
            Function("start", "call one\n ud2")
            + Function("one", ".cfi_startproc\n push %rbx\n .cfi_adjust_cfa_offset 16\n call two\n pop %rbx\n ret\n .cfi_endproc")
            + Function("two", "ret"));

        Assert.Contains("unwind table says 16 bytes of stack where the code has 8", Assert.Single(facts.Findings).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_fault_paths_the_trap_is_left_out()
    {
        var facts = Analyse(
            Function("start", "call check\n ud2")
            + Function("check", "test %edi, %edi\n je 1f\n ret\n1: sub $64, %rsp\n call certify_trap_index")
            + Function("certify_trap_index", "sub $100, %rsp\n ud2"));

        Assert.Empty(facts.Findings);
        Assert.Equal(8 + 64 + 8 + 100, facts.User!.ComputedBytes);
        Assert.Equal(8 + 64, facts.User.WithoutFaultsBytes);
        Assert.Contains(facts.Branches, b => b.Reason == "index check" && b.Count == 1);
    }

    [Fact]
    public void Image_without_a_known_stack_is_no_pass() =>
        Assert.Contains(
            Analyse(NoStack + Function("start", "call leaf\n ud2") + Function("leaf", "ret")).Findings,
            f => f.RuleId == "CFY1903");
}
