using Certify.Analyzers.Resources;
using Certify.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Tests.Resources;

public class ExecutionTimeRuleTests
{
    // @verifies CFY-LLR-205
    [Fact]
    public Task Reports_loops_whose_turns_nobody_limits() => Verify<ExecutionTimeRule>.Reports("""
        using System;
        static class P
        {
            static int s_count; static int[] s_open = new int[3]; static int Count() => s_count;
            static void A() { [|for|] (int i = 0; i < s_count; i++) { } }
            static void B() { int n = Count(); [|for|] (int i = 0; i < n; i++) { } }
            static void C() { [|foreach|] (int x in s_open) { } }
            static void D(ref int n) { [|for|] (int i = 0; i < n; i++) { } }
            static void E(int n) { n = s_count; [|for|] (int i = 0; i < n; i++) { } }
            static void F() { [|for|] (int i = s_count; i > 0; i--) { } }
            static void G() { int n = 3; n += s_count; [|for|] (int i = 0; i < n; i++) { } }
        }
        """);

    [Fact]
    public Task Reports_arguments_that_nobody_limits() => Verify<ExecutionTimeRule>.Reports("""
        using System;
        static class P
        {
            static int s_n; static int[] s_t = [1];
            static int Sum(ReadOnlySpan<int> s) { int sum = 0; foreach (int x in s) { sum += x; } return sum; }
            static void Walk(int n) { for (int i = 0; i < n; i++) { } }
            static void Via(int a, int n) { Walk(n + 1); Walk(a > 1 ? 2 : 3); }
            static void M() { [|Walk(s_n)|]; [|Via(s_n, s_n)|]; Via(s_n, 3); _ = [|Sum(s_t)|]; }
        }
        """);

    [Fact]
    public Task Reports_entries_whose_parameters_decide() => Verify<ExecutionTimeRule>.Reports("""
        static class P
        {
            [System.Runtime.InteropServices.UnmanagedCallersOnly] static void Entry(int [|n|], int free) { Walk(n); _ = free; }
            static void Walk(int n) { for (int i = 0; i < n; i++) { } }
        }
        """);

    // @verifies CFY-LLR-205
    [Fact]
    public Task Accepts_loops_with_a_greatest_number_of_turns() => Verify<ExecutionTimeRule>.Accepts("""
        using System;
        [System.Runtime.CompilerServices.InlineArray(4)] struct Four { private int _e; }
        static class P
        {
            const int Max = 8; static readonly int[] s_table = [1, 2, 3]; static int s_n; static ReadOnlySpan<byte> Text => "abc"u8; static byte s_small;
            static void A(ReadOnlySpan<byte> s)
            {
                for (int i = 0; i < Max; i++) { }
                int n = Math.Min(s_n, Max); for (int i = 0; i < n; i++) { }
                for (int i = 0; i < s_table.Length; i++) { }
                foreach (byte b in Text) { }
                for (int i = 0; i < (s_n & 15); i++) { }
                for (int i = 0; i < s_n % 10; i++) { }
                for (int i = 0; i < s_small; i++) { }
                Span<int> own = stackalloc int[Max]; foreach (int x in own) { }
                Four f = default; foreach (int x in f) { }
                for (int i = 0; i < s_n && i < 10; i++) { }
                for (int i = Max; i > 0; i--) { }
                int m = Math.Clamp(s_n, 0, 9); for (int i = 0; i < m / 2; i++) { }
                foreach (int x in (ReadOnlySpan<int>)[1, 2]) { }
                int k = s_n > 1 ? 3 : 4; for (int i = 0; i < k; i++) { }
            }
        }
        """);

    [Fact]
    public Task Accepts_arguments_with_a_limit() => Verify<ExecutionTimeRule>.Accepts("""
        using System;
        static class P
        {
            static readonly int[] s_t = [1, 2];
            static int Sum(ReadOnlySpan<int> s) { int sum = 0; for (int i = 0; i < s.Length; i++) { sum += s[i]; } return sum; }
            static void Walk(int n) { for (int i = 0; i < n; i++) { } }
            static int Main() { Walk(3); Span<int> own = stackalloc int[4]; return Sum(s_t) + Sum([1, 2, 3]) + Sum(own) + Sum(own.Slice(1, 2)) + Via(own); }
            static int Via(ReadOnlySpan<int> s) => Sum(s) + Sum(s[1..]);
        }
        """, snippet => snippet with { Output = OutputKind.ConsoleApplication });

    [Fact]
    public Task Accepts_stated_bounds_and_parts() => Verify<ExecutionTimeRule>.Accepts("""
        using Certify;
        public static class P
        {
            private static int s_n;
            [LoopBound(10, "the device has ten slots")] public static void A() { for (int i = 0; i < s_n; i++) { } Walk(s_n); }
            public static void Walk(int n) { for (int i = 0; i < n; i++) { } }
            public static void While() { while (s_n > 0) { s_n--; } }
        }
        """);
}
