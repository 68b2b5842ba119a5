using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ControlFlow;

public class CountedLoopRuleTests
{
    // @verifies CFY-LLR-137
    [Fact]
    public Task Reports_header_without_exactly_one_counter() => Verify<CountedLoopRule>.Reports("""
        static class P
        {
            static void A(int n)
            {
                int i;
                [|for|] (i = 0; i < n; i++) { }
                [|for|] (int a = 0, b = 1; a < n; a++) { }
                [|for|] (; n > 0; n--) { }
                [|for|] (; ; ) { }
                [|for|] (float f = 0; f < 1; f++) { }
                [|for|] (char c = 'a'; c < 'z'; c++) { }
            }
        }
        """);

    [Fact]
    public Task Reports_step_or_condition_that_does_not_count() => Verify<CountedLoopRule>.Reports("""
        static class P
        {
            static void A(int n)
            {
                [|for|] (int i = 0; i < n; i += n) { }
                [|for|] (int i = 0; i < n; i *= 2) { }
                [|for|] (int i = 0; i < n; i += 0) { }
                [|for|] (int i = 0; i < n; ) { i++; }
                [|for|] (int i = 0; i < n; i++, n--) { }
                [|for|] (int i = 0; i != n; i++) { }
                [|for|] (int i = 0; i < n; i--) { }
                [|for|] (int i = n; i > 0; i++) { }
                [|for|] (int i = 0; ; i++) { }
                [|for|] (int i = 0; n > 3; i++) { }
            }
        }
        """);

    [Fact]
    public Task Reports_counter_or_bound_that_the_body_changes() => Verify<CountedLoopRule>.Reports("""
        static class P
        {
            static void Take(ref int x) { }
            static void A(int n)
            {
                [|for|] (int i = 0; i < n; i++) { i = 2; }
                [|for|] (int i = 0; i < n; i++) { Take(ref i); }
                [|for|] (int i = 0; i < n; i++) { n--; }
                [|for|] (int i = 0; i < Next(); i++) { }
            }
            static int Next() => 3;
        }
        """);

    [Fact]
    public Task Reports_second_break() => Verify<CountedLoopRule>.Reports("""
        static class P
        {
            static void A(int n) { [|for|] (int i = 0; i < n; i++) { if (i == 3) { break; } if (i == 5) { break; } } }
        }
        """);

    [Fact]
    public Task Accepts_counters_up_and_down() => Verify<CountedLoopRule>.Accepts("""
        using System;
        static class P
        {
            static void A(int n, ReadOnlySpan<int> s)
            {
                for (int i = 0; i < n; i++) { }
                for (int i = n; i >= 0; i--) { }
                for (int i = 0; n > i; i += 2) { }
                for (uint i = 10; 0 <= i; i -= 1) { }
                for (byte i = 0; i <= 9; ++i) { }
                for (long i = 0; i < s.Length; i -= -1) { }
                for (nint i = 0; i < 4; i++) { }
            }
        }
        """);

    [Fact]
    public Task Accepts_further_condition_and_one_break() => Verify<CountedLoopRule>.Accepts("""
        static class P
        {
            static void A(int n, bool stop)
            {
                for (int i = 0; i < n && !stop; i++) { stop = i == 3; }
                for (int i = 0; i < n; i++) { if (i == 3) { break; } for (int j = 0; j < i; j++) { if (j == 2) { break; } } }
                for (int i = 0; i < n; i++) { switch (i) { case 1: break; case 2: break; default: break; } }
            }
        }
        """);

    [Fact]
    public Task Accepts_loops_of_other_kinds() => Verify<CountedLoopRule>.Accepts("""
        static class P
        {
            static void A(int[] a, int n) { foreach (var x in a) { n += x; } while (n > 0) { n--; } do { n++; } while (n < 3); }
        }
        """);
}
