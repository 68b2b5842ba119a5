using Certify.Analyzers.Resources;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Resources;

public class LoopBoundRuleTests
{
    // @verifies CFY-LLR-030
    [Fact]
    public Task Reports_while_do_and_endless_for() => Verify<LoopBoundRule>.Reports("""
        static class P
        {
            static void A(bool b) { [|while|] (b) { } }
            static void B(bool b) { [|do|] { } while (b); }
            static void C() { [|for|] (;;) { } }
            static void D(int n) { [|for|] (int i = 0; i != n; i++) { } }
        }
        """);

    [Fact]
    public Task Reports_counter_changed_in_the_body() => Verify<LoopBoundRule>.Reports("""
        static class P
        {
            static void Take(ref int x) { }
            static void A() { [|for|] (int i = 0; i < 9; i++) { i--; } }
            static void B() { [|for|] (int i = 0; i < 9; i++) { Take(ref i); } }
            static void C() { [|for|] (int i = 0; i < 9; i++) { ref int r = ref i; r = 0; } }
            static void D() { [|for|] (int i = 0; i < 9; i++) { (i, int j) = (0, 1); } }
            static void E() { [|for|] (int i = 0; i < 9; i++) { Reset(); void Reset() { i = 0; } } }
            extension(ref int x) { public void Clear() { x = 0; } }
            static void G() { [|for|] (int i = 0; i < 9; i++) { i.Clear(); } }
            static void F() { int i = 0; [|for|] (; i < 9; i++) { Reset(); } void Reset() { i = 0; } }
        }
        """);

    [Fact]
    public Task Reports_bound_that_can_move() => Verify<LoopBoundRule>.Reports("""
        static class P
        {
            static int s_n;
            static void Grow() { s_n++; }
            static void A(int n) { [|for|] (int i = 0; i < n; i++) { n++; } }
            static void B() { [|for|] (int i = 0; i < s_n; i++) { Grow(); } }
            static int Q => s_n;
            static void C() { [|for|] (int i = 0; i < Q; i++) { } }
            static void D(int n) { [|for|] (int i = 0; i < n; i++) { Up(); } void Up() { n++; } }
        }
        """);

    [Fact]
    public Task Reports_counter_that_can_wrap_round() => Verify<LoopBoundRule>.Reports("""
        static class P
        {
            static void A() { [|for|] (byte i = 0; i < 256; i++) { } }
            static void B(int n) { [|for|] (byte i = 0; i < n; i++) { } }
            static void C(int n) { [|for|] (int i = 0; i <= n; i++) { } }
            static void D() { [|for|] (uint i = 9; i >= 0; i--) { } }
            static void E(int n) { [|for|] (int i = 0; i < n; i += 2) { } }
            static void F() { [|for|] (int i = 0; i > 9; i++) { } }
            static void G() { [|for|] (float f = 0; f < 9; f++) { } }
        }
        """);

    [Fact]
    public Task Reports_foreach_over_an_enumerator() => Verify<LoopBoundRule>.Reports("""
        using System.Collections.Generic;
        struct E { public int Current => 1; public bool MoveNext() => true; }
        struct S { public E GetEnumerator() => default; }
        static class P
        {
            static void A(S s) { [|foreach|] (var x in s) { } }
            static void B(List<int> s) { [|foreach|] (var x in s) { } }
        }
        """);

    [Fact]
    public Task Reports_stated_bound_without_turns_or_reason() => Verify<LoopBoundRule>.Reports("""
        using Certify;
        static class P
        {
            [LoopBound(-1, "why")] static void A(bool b) { [|while|] (b) { } }
            [LoopBound(9, "")] static void B(bool b) { [|while|] (b) { } }
            [TaskLoop(" ")] static void C() { [|while|] (true) { } }
        }
        """);

    // @verifies CFY-LLR-030
    [Fact]
    public Task Accepts_counted_loops() => Verify<LoopBoundRule>.Accepts("""
        using System;
        struct State { public int Count; public readonly int Fixed; }
        static class P
        {
            const int N = 4;
            static readonly int s_n = 4;
            static void Use(int x) { }
            static void A(ReadOnlySpan<int> s) { for (int i = 0; i < s.Length; i++) Use(s[i]); }
            static void B() { for (int i = N - 1; i >= 0; i--) Use(i); }
            static void C() { for (uint i = 0u; 8u > i; ++i) { } }
            static void D(int[] a) { for (int i = 0; i < a.Length - 1; i += 1) Use(i); }
            static void E() { for (long i = 0; i <= 100; i += 7) { } }
            static void F(int n) { for (int i = 0, j = 9; i < n && j > 0; i++) { j--; if (j == 3) break; } }
            static void G(ref State s) { for (int i = 0; i < s.Count; i++) { } }
            static void H(in State s) { for (int i = 0; i < s.Fixed; i++) { Use(i); } }
            static void J() { for (int i = 0; i < s_n; i++) Use(i); }
            static void K(byte n) { for (int i = 0; i <= n; i++) Use(i); }
            static void L(int n) { for (long i = 0; i <= n; i += 2) { } }
            static void M(int[] a) { for (int i = 0; i < a.Length / 2; i += 2) { } }
        }
        """);

    [Fact]
    public Task Accepts_foreach_over_things_of_fixed_length() => Verify<LoopBoundRule>.Accepts("""
        using System;
        [System.Runtime.CompilerServices.InlineArray(4)]
        struct Four { private int _first; }
        static class P
        {
            static void A(ReadOnlySpan<int> s, int[] a, string t, Four f)
            {
                foreach (var x in s) { }
                foreach (var x in a) { }
                foreach (var x in t) { }
                foreach (ref var x in f) { }
            }
        }
        """);

    [Fact]
    public Task Accepts_stated_bounds() => Verify<LoopBoundRule>.Accepts("""
        using Certify;
        static class P
        {
            [LoopBound(32, "one turn per bit")] static int A(uint x) { int n = 0; while (x != 0) { x >>= 1; n++; } return n; }
            [TaskLoop("the executive")] static void B() { while (true) { } }
            static void C(bool b) { Local(b); [LoopBound(2, "two")] static void Local(bool b) { do { } while (b); } }
            [LoopBound(3, "three")] static int Q { get { while (field > 3) field--; return field; } }
        }
        """);

    [Fact]
    public Task Accepts_inclusive_bounds_whose_range_is_known() => Verify<LoopBoundRule>.Accepts("""
        static class P
        {
            static int A(int n) { var s = 0; if (n < 100) { for (int i = 0; i <= n; i++) s ^= i; } return s; }
            static int B([Certify.Range(0, 9)] int n) { var s = 0; for (int i = 0; i <= n; i += 3) s ^= i; return s; }
            static int C(int n) { var s = 0; n = System.Math.Min(n, 50); for (byte i = 0; i <= n; i++) s ^= i; return s; }
        }
        """);

    [Fact]
    public Task Reports_inclusive_bounds_whose_range_is_open() => Verify<LoopBoundRule>.Reports("""
        static class P
        {
            static int A(int n) { var s = 0; if (n > 100) { [|for|] (int i = 0; i <= n; i++) s ^= i; } return s; }
            static int B(int n) { var s = 0; n = System.Math.Min(n, 255); [|for|] (byte i = 0; i <= n; i++) s ^= i; return s; }
        }
        """);

    [Fact]
    public Task Reports_bound_that_moves_through_an_operator_or_a_reference() => Verify<LoopBoundRule>.Reports("""
        struct T
        {
            private int _n;
            private static int s_n;
            public static T operator +(T a, T b) { s_n++; return a; }
            public static implicit operator int(T t) { s_n++; return 1; }
            public void Deconstruct(out int a, out int b) { a = 1; b = 1; s_n++; }
            public static void A(T t) { [|for|] (int i = 0; i < s_n; i++) { T u = t + t; } }
            public static void B(T t) { [|for|] (int i = 0; i < s_n; i++) { int u = t; } }
            public static void C(T t) { [|for|] (int i = 0; i < s_n; i++) { (int a, int b) = t; } }
            public static void D(T t) { [|for|] (int i = 0; i < s_n; i++) { if (t is (1, 2)) { return; } } }
            public static void E(T t) { [|for|] (int i = 0; i < s_n; i++) { t += t; } }
            public void F(T o) { [|for|] (int i = 0; i < _n; i++) { this = o; } }
            public static void G(int n) { ref int r = ref n; [|for|] (int i = 0; i < n; i++) { r++; } }
            public static void H(int n, int m) { ref int r = ref m; [|for|] (int i = 0; i < n; i++) { r = ref n; r++; } }
        }
        """);

    [Fact]
    public Task Accepts_references_to_other_variables_and_conversions_between_spans() => Verify<LoopBoundRule>.Accepts("""
        using System;
        struct T
        {
            private int _n;
            public static void A(int n, int m) { ref int r = ref m; for (int i = 0; i < n; i++) { r = 1; } }
            public void B(Span<int> s) { for (int i = 0; i < _n; i++) { ReadOnlySpan<int> u = s; } }
            public static void C(int n) { ref int r = ref n; for (int i = 0; i < n; i++) { int k = r; } }
        }
        """);

    [Fact]
    public Task Reports_bound_that_any_kind_of_write_in_the_body_moves() => Verify<LoopBoundRule>.Reports("""
        [System.Runtime.CompilerServices.InlineArray(4)]
        struct Four { private int _first; }
        struct Count { public int N; public Four Row; public void Grow() { N++; } public int P { readonly get => N; set => N = value; } }
        sealed class Log { public Log() { Total.N++; } }
        static class Total { public static int N; public static int P { get => N; set => N = value; } }
        static unsafe class P
        {
            static void Grow() { Total.N++; }
            static void Take(out int x) => x = 1;
            static void A(ref int n) { [|for|] (int i = 0; i < n; i++) { Grow(); } }
            static void B() { [|for|] (int i = 0; i < Total.N; i++) { Total.P = 3; } }
            static void C() { [|for|] (int i = 0; i < Total.N; i++) { _ = new Log(); } }
            static void D(int n, int m) { [|for|] (int i = 0; i < n; i++) { (m, n) = (1, 2); } }
            static void E(int n, int m, bool b) { [|for|] (int i = 0; i < n; i++) { (b ? ref m : ref n) = 2; } }
            static void F(int n, int m, bool b) { [|for|] (int i = 0; i < n; i++) { (b ? ref n : ref m) = 2; } }
            static void G(int n) { [|for|] (int i = 0; i < n; i++) { int* p = &n; *p = 3; } }
            static void H() { var c = new Count(); [|for|] (int i = 0; i < c.N; i++) { c.Grow(); } }
            static void I() { var c = new Count(); [|for|] (int i = 0; i < c.N; i++) { c.P = 1; } }
            static void J(int n) { [|for|] (int i = 0; i < n; i++) { Take(out n); } }
            static void K(int n) { [|for|] (int i = 0; i < -n; i++) { n -= 1; } }
            static void L(int n, int m) { [|for|] (int i = 0; i < n + m; i++) { m = 0; } }
            static void M(int[] a) { [|for|] (int i = 0; i < a.Length; i++) { a = new int[9]; } }
            static void O(int n, int m) { ref int r = ref m; [|for|] (int i = 0; i < n; i++) { r = ref n; r = 3; } }
            static void Q(int n) { [|for|] (int i = 0; i < (long)n; i++) { n = 7; } }
            static void R(int n) { ref int r = ref n; [|for|] (int i = 0; i < r; i++) { } }
        }
        """);

    [Fact]
    public Task Accepts_bound_that_nothing_in_the_body_can_move() => Verify<LoopBoundRule>.Accepts("""
        struct Count { public int N; public readonly int Get() => N; }
        sealed class Held { public readonly int Size = 3; }
        sealed class Plain { }
        static class P
        {
            static void Grow() { }
            static void A(in int n) { for (int i = 0; i < n; i++) { Grow(); } }
            static void B(Count c) { for (int i = 0; i < c.N; i++) { _ = c.Get(); } }
            static void C(Held h) { for (int i = 0; i < h.Size; i++) { Grow(); } }
            static void D(int n) { for (int i = 0; i < n; i++) { Local(); } static void Local() { } }
            static void E(ref int n) { for (int i = 0; i < n; i++) { _ = new Plain(); } }
            static void F(int n, int m) { for (int i = 0; i < (n + -m); i++) { Grow(); } }
            static void G(int n) { for (int i = 0; i < n; i++) { int k = 0; ref int r = ref k; r++; } }
        }
        """);

    [Fact]
    public Task Reports_headers_that_do_not_count() => Verify<LoopBoundRule>.Reports("""
        static class P
        {
            static void A() { [|for|] (int i = 0, j = 0; i < 9; i++, j++) { } }
            static void B(int n) { [|for|] (int i = 0; i < 9; i += n) { } }
            static void C() { [|for|] (int i = 1; i < 9; i *= 2) { } }
            static void D() { [|for|] (int i = 0; i < 9; i += 0) { } }
            static void E(bool b) { [|for|] (int i = 0; b; i++) { } }
            static void F(bool b) { [|for|] (int i = 0; i < 9 || b; i++) { } }
            static void G(int n) { [|for|] (int i = 0; n < 9; i++) { } }
            static void H() { [|for|] (int i = 9; i < 10; i -= 1) { } }
            static void I() { [|for|] (int i = 0; 9 <= i; i++) { } }
            static void J() { [|for|] (byte i = 0; i <= 255; i++) { } }
            static void K() { [|for|] (byte i = 0; i < 255; i += 2) { } }
            static void L() { [|for|] (sbyte i = 0; i >= -128; i--) { } }
            static void M() { [|for|] (int i = 0; i < 3.5; i++) { } }
        }
        """);

    [Fact]
    public Task Accepts_counters_that_just_fit() => Verify<LoopBoundRule>.Accepts("""
        static class P
        {
            static void A() { for (byte i = 0; i <= 254; i++) { } }
            static void B() { for (byte i = 0; i < 254; i += 2) { } }
            static void C() { for (sbyte i = 9; i > -128; i--) { } }
            static void D() { for (sbyte i = 9; i >= -127; i -= 1) { } }
            static void E() { for (int i = 9; 0 <= i; i--) { } for (int i = 9; 0 < i; i -= 2) { } }
            static void F() { for (int i = 0; 9 >= i; i++) { } }
            static void G(bool b) { for (int i = 0; (i < 9) && b; i++) { } }
        }
        """);

    [Fact]
    public Task Reports_bounds_whose_arithmetic_lets_the_counter_wrap() => Verify<LoopBoundRule>.Reports("""
        static class P
        {
            static void A(byte b, sbyte s, int n) { [|for|] (byte i = 0; i < b + 1; i++) { } }
            static void B(byte b, sbyte s, int n) { [|for|] (byte i = 0; i <= b + 0; i++) { } }
            static void C(byte b, sbyte s, int n) { [|for|] (byte i = 0; i < (n & 255); i += 2) { } }
            static void D(byte b, sbyte s, int n) { [|for|] (byte i = 0; i < (n & -2); i++) { } }
            static void E(byte b, sbyte s, int n) { [|for|] (byte i = 0; i < n % 10000; i++) { } }
            static void F(byte b, sbyte s, int n) { [|for|] (byte i = 0; i <= (byte)n; i++) { } }
            static void G(byte b, sbyte s, int n) { [|for|] (sbyte i = 0; i <= b / 2; i++) { } }
            static void H(byte b, sbyte s, int n) { [|for|] (sbyte i = 0; i <= b % 128; i++) { } }
            static void K(byte b, sbyte s, int n) { [|for|] (sbyte i = 0; i < b / -2 + 4000; i++) { } }
            static void L(byte b, sbyte s, int n) { [|for|] (sbyte i = 0; i > s - 1; i--) { } }
            static void M(byte b, sbyte s, int n) { [|for|] (sbyte i = 0; i >= s + 0; i--) { } }
            static void N(byte b, sbyte s, int n) { [|for|] (byte i = 0; i < s / 2 + 300; i++) { } }
        }
        """);
}
