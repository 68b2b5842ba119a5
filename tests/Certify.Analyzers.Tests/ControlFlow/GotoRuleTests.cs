using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ControlFlow;

public class GotoRuleTests
{
    // @verifies CFY-LLR-025
    [Fact]
    public Task Reports_forward_and_backward_jump() => Verify<GotoRule>.Reports("""
        static class P
        {
            static void A(bool b) { if (b) [|goto end;|] [|end|]: ; }
            static void B(bool b) { [|start|]: if (b) [|goto start;|] }
        }
        """);

    [Fact]
    public Task Reports_jump_to_case_and_default() => Verify<GotoRule>.Reports("""
        static class P
        {
            static int A(int x)
            {
                switch (x)
                {
                    case 0: [|goto case 1;|]
                    case 1: return 1;
                    case 2: [|goto default;|]
                    default: return 0;
                }
            }
        }
        """);

    [Fact]
    public Task Reports_jump_in_local_function_and_accessor() => Verify<GotoRule>.Reports("""
        static class P
        {
            static int Q { get { [|goto end;|] [|end|]: return field; } }
            static void A() { L(); static void L() { [|goto end;|] [|end|]: ; } }
        }
        """);

    [Fact]
    public Task Reports_label_without_a_jump() => Verify<GotoRule>.Reports("""
        static class P { static int A(int x) { [|unused|]: return x; } }
        """);

    // @verifies CFY-LLR-025
    [Fact]
    public Task Accepts_break_continue_and_return() => Verify<GotoRule>.Accepts("""
        static class P
        {
            static int A(int n)
            {
                for (int i = 0; i < n; i++) { if (i == 3) continue; if (i == 4) break; if (i == 5) return i; }
                return 0;
            }
        }
        """);

    [Fact]
    public Task Accepts_switch_sections_that_share_a_body() => Verify<GotoRule>.Accepts("""
        static class P { static int A(int x) { switch (x) { case 0: case 1: return 1; default: return 0; } } }
        """);

    [Fact]
    public Task Accepts_switch_expression_and_list_pattern() => Verify<GotoRule>.Accepts("""
        using System;
        static class P
        {
            static int A(ReadOnlySpan<int> s) => s switch { [] => 0, [var x, ..] when x is > 1 and < 9 => x, _ => -1 };
            static int B(int x) => x switch { < 0 => -1, 0 => 0, > 0 => 1 };
        }
        """);
}
