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

    [Fact]
    public Task Accepts_every_form_of_a_limit() => Verify<ExecutionTimeRule>.Accepts("""
        using System;
        [System.Runtime.CompilerServices.InlineArray(4)] struct Four { private int _e; }
        static class P
        {
            static int s_n; static ushort s_wide; static readonly byte[] s_row = new byte[8]; static ReadOnlySpan<int> Row => [1, 2, 3];
            static int Half => 4; static int Named => Math.Min(3, 5) > 2 ? 1 : 2; static byte Small => 3;
            static void Loops(bool b, int k)
            {
                int d = b ? 3 : 4; for (int i = 0; i < d; i++) { }
                int e = k switch { 1 => 2, _ => 3 }; for (int i = 0; i < e; i++) { }
                for (int i = 0; i < s_wide; i++) { }
                int f = Half; for (int i = 0; i < f; i++) { }
                int g = Small; for (int i = 0; i < g; i++) { }
                foreach (byte x in s_row) { }
                foreach (int x in Row) { }
                foreach (char c in "abc") { }
                foreach (int x in stackalloc int[3]) { }
                foreach (int x in stackalloc[] { 1, 2 }) { }
                foreach (byte x in s_row.AsSpan()) { }
                foreach (byte x in s_row.AsSpan().Slice(1)) { }
                foreach (byte x in s_row.AsSpan()[1..]) { }
                foreach (byte x in b ? s_row : new byte[2]) { }
                foreach (byte x in new byte[5]) { }
                int n = Math.Max(3, 4); for (int i = 0; i < n; i++) { }
                int m = Math.Min(5, s_n); for (int i = 0; i < m - 1; i++) { }
                int o = Math.Min(s_n, 5); for (int i = 0; i < o + 1; i++) { }
                int p = Math.Min(s_n, 5); for (int i = 0; i < p * 2; i++) { }
                int q = Math.Min(s_n, 5); for (int i = 0; i < (q >> 1); i++) { }
                int r = Math.Min(s_n, 5); for (int i = 0; i < r - s_wide; i++) { }
                int s = 7 & s_n; for (int i = 0; i < s; i++) { }
                int t = b ? 1 : 2; int u = t; for (int i = 0; i < u; i++) { }
                long v = (long)Math.Min(s_n, 9); for (long i = 0; i < v; i++) { }
                for (int i = 0; 10 > i; i++) { }
                for (int i = 0; i < 10 && i < s_n; i++) { }
                for (int i = Math.Min(s_n, 9); i > 0; i--) { }
            }
        }
        """);

    [Fact]
    public Task Reports_forms_that_limit_nothing() => Verify<ExecutionTimeRule>.Reports("""
        using System;
        static class P
        {
            static int s_n; static byte[] s_row = new byte[8]; static readonly byte[] s_any = new byte[s_n];
            static int Sum => s_n + 1; static int Twice { get { if (s_n > 1) { return 1; } return s_n; } }
            static void Loops(bool b, int k)
            {
                int d = b ? 3 : s_n; [|for|] (int i = 0; i < d; i++) { }
                int e = b ? s_n : 3; [|for|] (int i = 0; i < e; i++) { }
                int sw = k switch { 1 => s_n, _ => 3 }; [|for|] (int i = 0; i < sw; i++) { }
                int n = Math.Max(s_n, 4); [|for|] (int i = 0; i < n; i++) { }
                int m = Math.Max(4, s_n); [|for|] (int i = 0; i < m; i++) { }
                int c = Math.Clamp(3, 0, s_n); [|for|] (int i = 0; i < c; i++) { }
                int a = Math.Abs(s_n); [|for|] (int i = 0; i < a; i++) { }
                int o = Math.Min(s_n, s_n); [|for|] (int i = 0; i < o; i++) { }
                int p = s_n + 1; [|for|] (int i = 0; i < p; i++) { }
                int q = 3 - s_n; [|for|] (int i = 0; i < q; i++) { }
                int r = s_n / 2; [|for|] (int i = 0; i < r; i++) { }
                int s = 1; s = s_n; [|for|] (int i = 0; i < s; i++) { }
                int t = 1; t++; [|for|] (int i = 0; i < t; i++) { }
                [|foreach|] (byte x in s_row) { }
                [|foreach|] (byte x in s_any) { }
                [|foreach|] (byte x in s_row.AsSpan().Slice(1)) { }
                [|foreach|] (byte x in s_row.AsSpan().Slice(1, s_n)) { }
                [|foreach|] (byte x in b ? s_row : new byte[2]) { }
                [|foreach|] (byte x in b ? new byte[2] : s_row) { }
                [|foreach|] (byte x in new byte[s_n]) { }
                [|foreach|] (byte x in (ReadOnlySpan<byte>)[1, .. s_row]) { }
                Span<byte> own = stackalloc byte[s_n]; [|foreach|] (byte x in own) { }
                [|for|] (int i = s_n; i < 9; i++) { }
                int u = Sum; [|for|] (int i = 0; i < u; i++) { }
                int v = Twice; [|for|] (int i = 0; i < v; i++) { }
            }
        }
        """);

    [Fact]
    public Task Reports_arguments_through_chains_and_overrides() => Verify<ExecutionTimeRule>.Reports("""
        using System;
        abstract class Base { public abstract void Run(int n); }
        sealed class One : Base { public override void Run(int n) { for (int i = 0; i < n; i++) { } } }
        static class P
        {
            static int s_n;
            static void Walk(int free, int n) { for (int i = 0; i < n; i++) { } _ = free; }
            static void First(int n) { Second(n); }
            static void Second(int n) { Walk(s_n, n); }
            static void Up(int n) { n = Math.Min(n, 3); for (int i = 0; i < n; i++) { } }
            static void Main(string[] a)
            {
                [|First(s_n)|]; First(3);
                Base b = new One(); [|b.Run(s_n)|]; b.Run(4);
                [|Walk(n: s_n, free: 1)|];
            }
        }
        """.Replace("static void Up(int n) { n = Math.Min(n, 3); for (int i = 0; i < n; i++) { } }\n", "\n", StringComparison.Ordinal), snippet => snippet with { Output = OutputKind.ConsoleApplication });
}
