using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ControlFlow;

public class InvariantConditionRuleTests
{
    // @verifies CFY-LLR-174
    [Fact]
    public Task Reports_what_ranges_decide() => Verify<InvariantConditionRule>.Reports("""
        static class P
        {
            static int A(byte x) { if ([|x >= 0|]) return 1; return 0; }
            static int B(int x) { if (x > 5) { if ([|x > 4|]) return 1; } return 0; }
            static bool C(int x) => x > 5 && [|x < 3|] ? true : false;
            static int D(uint x) { var n = 0; for (var i = 0; i < 5; i++) { if ([|i < 5|]) n++; } return n; }
            static int E(int x) { if (x is > 5 and < 9) { if ([|x is 3|]) return 1; } return 0; }
        }
        """);

    [Fact]
    public Task Reports_constants() => Verify<InvariantConditionRule>.Reports("""
        static class P { const bool Debug = false; static int A(int x) { if ([|Debug|]) return 1; return [|1 > 2|] ? x : 0; } }
        """);

    [Fact]
    public Task Reports_a_relation_that_always_holds() => Verify<InvariantConditionRule>.Reports("""
        static class P { static int A(int[] a) { for (var i = 0; i < a.Length; i++) { if ([|i >= a.Length|]) return 1; } return 0; } static int B(float x) => x > 1.0f ? [|x < 0.5f|] ? 1 : 2 : 3; }
        """);

    // @verifies CFY-LLR-174
    [Fact]
    public Task Accepts_condition_that_steps_what_it_tests() => Verify<InvariantConditionRule>.Accepts("""
        static class P
        {
            static int F(bool high)
            {
                int left = high ? 1 : 2;
                if (--left < 1) { return 1; }
                return 2;
            }

            static int G(int from)
            {
                int left = 3;
                while (left-- > 0) { from ^= left; }
                return from;
            }
        }
        """);

    [Fact]
    public Task Accepts_conditions_with_two_values() => Verify<InvariantConditionRule>.Accepts("""
        static class P
        {
            static int A(byte x) { if (x > 0) return 1; return 0; }
            static int B(int x) { if (x > 5) { if (x > 6) return 1; } return 0; }
            static bool C(int x, bool b) => x > 5 && b || x < 3 && !b;
            static int D(float x) => x < 1.0f ? 1 : x >= 1.0f ? 2 : 3;
            static int E(int x) => x switch { < 0 => 1, 0 => 2, > 0 => 3 };
            static int F(int x) { switch (x) { case 1: return 1; case 2: return 2; default: return 3; } }
        }
        """);

    [Fact]
    public Task Accepts_loops_that_say_so() => Verify<InvariantConditionRule>.Accepts("""
        static class P
        {
            static void A() { while (true) { } }
            static void B() { for (;;) { } }
            static void C() { do { } while (false); }
        }
        """);

    [Fact]
    public Task Accepts_what_others_can_change() => Verify<InvariantConditionRule>.Accepts("""
        class P
        {
            int _x; static int s_x;
            void Touch() => _x++;
            int A() { _x = 5; Touch(); if (_x > 5) return 1; s_x = 3; Touch(); return s_x == 3 ? 1 : 2; }
            static int B(ref int a, ref int b) { a = 1; b = 2; if (a == 1) return 1; return 0; }
            static int C() { var done = false; void F() => done = true; F(); return done ? 1 : 0; }
            static int D(int[] a) { var n = 0; foreach (var x in a) { if (n > 3) return n; n++; } return n; }
            static int E() { var n = 0; try { n = 1; System.Console.WriteLine(n); n = 2; } catch { return n == 0 ? 1 : 2; } return n; }
        }
        """);

    [Fact]
    public Task Accepts_tested_constants_on_the_host() => Verify<InvariantConditionRule>.Accepts(
        "static class P { const bool Trace = false; static int A() { if (Trace) return 1; return 0; } }", s => s with { Profile = "host" });

    [Fact]
    public Task Reports_ranges_on_the_host() => Verify<InvariantConditionRule>.Reports(
        "static class P { static int A(int x) { if (x > 3) { if ([|x > 2|]) return 1; } return 0; } }", s => s with { Profile = "host" });
}
