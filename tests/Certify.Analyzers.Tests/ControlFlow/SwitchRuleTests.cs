using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ControlFlow;

public class SwitchRuleTests
{
    // @verifies CFY-LLR-026
    [Fact]
    public Task Reports_statement_without_default() => Verify<SwitchRule>.Reports("""
        static class P
        {
            static int A(int x) { [|switch|] (x) { case 1: return 1; } return 0; }
            static int B(bool b) { [|switch|] (b) { case true: return 1; } return 0; }
            static int C(int x) { [|switch|] (x) { case var y when y > 1: return 1; } return 0; }
        }
        """);

    [Fact]
    public Task Reports_enum_with_all_members_but_no_default() => Verify<SwitchRule>.Reports("""
        enum E { A, B }
        static class P
        {
            static int A(E e) { [|switch|] (e) { case E.A: return 1; case E.B: return 2; } return 0; }
            static int B(E e) => e [|switch|] { E.A => 1, E.B => 2 };
        }
        """);

    [Fact]
    public Task Reports_expression_with_a_gap() => Verify<SwitchRule>.Reports("""
        static class P
        {
            static int A(int x) => x [|switch|] { < 0 => -1, > 0 => 1 };
            static int B(double x) => x [|switch|] { < 0 => -1, 0 => 0, > 0 => 1 };
            static int C(int x) => x [|switch|] { _ when x > 1 => 1 };
            static int D((bool, bool) t) => t [|switch|] { (true, _) => 1, (false, true) => 2 };
        }
        """);

    [Fact]
    public Task Reports_expression_with_a_gap_on_the_host() => Verify<SwitchRule>.Reports("""
        static class P { static int A(int x) => x [|switch|] { < 0 => -1, > 0 => 1 }; }
        """, snippet => snippet with { Profile = "host" });

    [Fact]
    public Task Accepts_null_with_an_arm_of_its_own() => Verify<SwitchRule>.Accepts("""
        static class P
        {
            static int A(bool? b) => b switch { true => 1, false => 2, null => 3 };
            static int B(bool? b) => b switch { true => 1, false or null => 2 };
        }
        """);

    [Fact]
    public Task Reports_null_that_no_arm_takes() => Verify<SwitchRule>.Reports("""
        static class P { static int A(bool? b, bool c) => b [|switch|] { true => 1, false => 2, null when c => 3 }; }
        """);

    [Fact]
    public Task Reports_switch_over_bool() => Verify<SwitchRule>.Reports("""
        static class P
        {
            static int A(bool b) { [|switch|] (b) { case true: return 1; case false: return 0; } }
            static int B(bool b) => b [|switch|] { true => 1, false => 0 };
            static int C(bool b) => b [|switch|] { true => 1, _ => 0 };
        }
        """);

    [Fact]
    public Task Reports_single_section_and_default_among_the_cases() => Verify<SwitchRule>.Reports("""
        static class P
        {
            static int A(int x) { [|switch|] (x) { default: return 1; } }
            static int B(int x) { [|switch|] (x) { case 1: case 2: default: return 1; } }
            static int C(int x) { [|switch|] (x) { default: return 0; case 1: return 1; } }
            static int D(int x) => x [|switch|] { _ => 1 };
        }
        """);

    [Fact]
    public Task Reports_enum_whose_members_are_left_to_the_default() => Verify<SwitchRule>.Reports("""
        enum E { A, B, C }
        static class P
        {
            static int A(E e) { [|switch|] (e) { case E.A: return 1; default: return 0; } }
            static int B(E e) => e [|switch|] { E.A or E.B => 1, _ => 0 };
            static int C(E e) => e [|switch|] { < E.C => 1, _ => 0 };
            static int D(E e, bool b) => e [|switch|] { E.A => 1, E.B => 2, E.C when b => 3, _ => 0 };
            static int F(E e) => e [|switch|] { not E.B and not E.C => 1, E.B => 2, _ => 0 };
        }
        """);

    // @verifies CFY-LLR-026
    [Fact]
    public Task Accepts_default_section_and_discard_arm() => Verify<SwitchRule>.Accepts("""
        enum E { A, B }
        static class P
        {
            static int A(E e) { switch (e) { case E.A: return 1; case E.B: return 2; default: return 0; } }
            static int B(E e) => e switch { E.A => 1, E.B => 2, _ => 0 };
            static int C(int x) => x switch { 1 => 1, var y => y };
            static int D(int x) { switch (x) { case 1: return 1; case var y: return y; } }
            static int F(int x) { switch (x) { case 1: return 1; case 2: default: return 0; } }
        }
        """);

    [Fact]
    public Task Accepts_enum_members_in_any_form_and_flags() => Verify<SwitchRule>.Accepts("""
        enum E { A, B, C, D = C }
        [System.Flags] enum F { None, A, B, C = 4 }
        static class P
        {
            static int A(E e) => e switch { E.A or E.B => 1, E.C => 2, _ => 0 };
            static int B(E e) => e switch { <= E.B => 1, E.D => 2, _ => 0 };
            static int C(E e) => e switch { >= E.B and <= E.C => 1, not (E.B or > E.C) => 2, _ => 0 };
            static int D(F f) => f switch { F.None => 0, _ => 1 };
        }
        """);

    [Fact]
    public Task Accepts_form_of_the_host() => Verify<SwitchRule>.Accepts("""
        enum E { A, B }
        static class P
        {
            static int A(bool b) => b switch { true => 1, false => 0 };
            static int B(E e) => e switch { E.A => 1, _ => 0 };
            static int C(int x) { switch (x) { default: return 0; case 1: return 1; } }
            static int D(int x) { switch (x) { default: return 0; } }
            static int F(object o) { switch (o) { case int i: return i; case string: return 1; } return 0; }
        }
        """, snippet => snippet with { Profile = "host" });

    [Fact]
    public Task Accepts_patterns_that_leave_no_value_out() => Verify<SwitchRule>.Accepts("""
        static class P
        {
            static int A(int x) => x switch { < 0 => -1, 0 => 0, > 0 => 1 };
            static int B(byte x) => x switch { < 10 or > 200 => 1, not (< 10 or > 200) => 2 };
            static int C((bool, bool) t) => t switch { (true, _) => 1, (false, true) => 2, (_, false) => 3 };
        }
        """);

    [Fact]
    public Task Accepts_reference_with_a_discard_arm_and_no_other_for_null() => Verify<SwitchRule>.Accepts("""
        static class P
        {
            static int A(string s) => s switch { "a" => 1, _ => 2 };
            static int B(string? s, bool c) => s switch { "a" when c => 1, { Length: 1 } => 2, _ => 3 };
            static int C(int? n) => n switch { 1 => 1, _ => 2 };
        }
        """);

    [Fact]
    public Task Reports_reference_whose_null_no_arm_takes() => Verify<SwitchRule>.Reports("""
        static class P
        {
            static int A(string s) => s [|switch|] { { Length: 0 } => 1, { Length: _ } => 2 };
            static int B(string s) => s [|switch|] { "" => 1, string => 2 };
        }
        """);

    [Fact]
    public Task Reports_members_that_a_negation_or_an_open_comparison_leaves_out() => Verify<SwitchRule>.Reports("""
        enum E { A, B }
        static class P
        {
            static int A(E e) => e [|switch|] { E.B when e > E.A => 0, not (E.A and E) => 1, _ => 2 };
            static int B(E e) => e [|switch|] { > E.A => 1, _ => 0 };
            static int C(E e) => e [|switch|] { < E.B => 1, _ => 0 };
        }
        """);
}
