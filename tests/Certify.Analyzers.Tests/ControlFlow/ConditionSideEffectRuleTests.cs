using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ControlFlow;

public class ConditionSideEffectRuleTests
{
    // @verifies CFY-LLR-190
    [Fact]
    public Task Reports_calls_with_effects_where_they_may_not_run() => Verify<ConditionSideEffectRule>.Reports("""
        static class P
        {
            static int s_count;
            static bool Next() { s_count++; return s_count > 3; }
            static int Take(ref int x) { x = 0; return 1; }
            static int Deep() => [|Next()|] ? 1 : 0 + [|Step()|];
            static int Step() { Next(); return 1; }
            static bool F(bool a, ref int r, int? n) => a && [|Next()|] || [|Take(ref r)|] > 0;
            static int G(int x, int? n) => x switch { 1 => [|Step()|], _ when [|Next()|] => 2, _ => n ?? [|Step()|] };
            static void H(bool a) { if ([|Next()|]) { } while ([|Next()|]) { } for (int i = 0; [|Next()|]; i++) { } }
        }
        """);

    [Fact]
    public Task Reports_getter_that_changes_state() => Verify<ConditionSideEffectRule>.Reports("""
        static class Log { static int s_count; public static void Add() => s_count++; public static int [|Count|] { get { s_count++; return s_count; } } }
        struct S
        {
            private int _x;
            public int [|Next|] => _x++;
            public int [|Logged|] { get { Log.Add(); return _x; } }
            public int [|this|][int i] { get { _x = i; return i; } }
            public int Lazy { get; set { field = value; } }
            public int [|Kept|] { get { field = 1; return field; } }
        }
        """);

    [Fact]
    public Task Reports_effects_through_dispatch_spans_and_references() => Verify<ConditionSideEffectRule>.Reports("""
        using System;
        interface I { bool Test(); static abstract int Make(); }
        struct A : I { private int _x; public bool Test() { _x++; return true; } public static int Make() { P.S = 1; return 1; } }
        struct B : I { public bool Test() => false; public static int Make() => 1; }
        static class P
        {
            public static int S;
            static int Fill(Span<int> s) { s[0] = 1; return 1; }
            static int Via(Span<int> s) { Span<int> t = s.Slice(1); return Fill(t); }
            static bool F<T>(ref T t, Span<int> s, bool a) where T : struct, I => a && [|t.Test()|] && [|Via(s)|] > 0;
            static int G<T>(bool a) where T : I => a ? [|T.Make()|] : 0;
            static int H(bool a, int n) => a ? [|n++|] : n;
            static bool K(bool a) { int x = 0; void L() => x = 2; int M() { L(); return x; } return a && [|M()|] > 0; }
        }
        """);

    // @verifies CFY-LLR-190
    [Fact]
    public Task Accepts_calls_that_only_compute() => Verify<ConditionSideEffectRule>.Accepts("""
        using System;
        readonly record struct V(int X) { public bool Big => X > 3; public V Twice() => new(X * 2); }
        static class P
        {
            static bool Even(int n) { int rest = n; for (int i = 0; i < 3; i++) { rest -= 2; } return rest == 0; }
            static int Sum(ReadOnlySpan<int> s) { int sum = 0; foreach (int x in s) { sum += x; } return sum; }
            static bool F(int n, V v) => n > 0 && Even(n) && v.Big && v.Twice().Big && Math.Abs(n) > 1;
            static int G(ReadOnlySpan<int> s, bool a) => a ? Sum(s) : Sum([1, 2, 3]);
            static int H(int[] t) { Span<int> own = stackalloc int[4]; own[1] = t[0]; return own[1]; }
            static bool K(int[] t) => t.Length > 2 && H(t) > 1;
        }
        """);

    [Fact]
    public Task Accepts_results_that_belong_to_the_condition() => Verify<ConditionSideEffectRule>.Accepts("""
        static class P
        {
            static bool Try(int n, out int half) { half = n / 2; return n % 2 == 0; }
            static int F(int n) { if (Try(n, out int half)) { return half; } return n > 0 && Try(n + 1, out int more) ? more : 0; }
            static bool G(object o) => o is int n && n > 0;
            static bool Throws(bool a) => a && Fail();
            static bool Fail() => throw new System.Exception();
        }
        """);

    [Fact]
    public Task Accepts_effects_in_statements() => Verify<ConditionSideEffectRule>.Accepts("""
        static class P
        {
            static int s_count;
            static int Next() { s_count++; return s_count; }
            static void F(bool a) { int n = Next(); if (n > 3 && a) { Next(); } switch (n) { case 1: Next(); break; default: break; } for (int i = 0; i < 3; i++) { Next(); } }
            static string Name() => nameof(Next);
        }
        struct S { public int X { get; set; } public readonly int Y => X; }
        """);

    [Fact]
    public Task Reports_writes_of_variables_outside_the_operand() => Verify<ConditionSideEffectRule>.Reports("""
        struct S { private int _n; public int Next() { _n++; return _n; } }
        struct Holder { public S Inner; public int N; }
        static class P
        {
            static int s_count;
            static int Take(ref int x) { x = 0; return 1; }
            static int Step() { s_count++; return 1; }
            static bool A(S s, bool a) => a && [|s.Next()|] > 0;
            static bool B(Holder h, bool a) => a && [|h.Inner.Next()|] > 0 && [|Take(ref h.N)|] > 0;
            static bool C(bool a) { int r = 0; return a && [|Take(ref r)|] > 0; }
            static int D() { int? k = null; k ??= [|Step()|]; return k.Value; }
        }
        """);

    [Fact]
    public Task Accepts_loop_conditions_that_step_their_own_variable_and_functions_handed_on() => Verify<ConditionSideEffectRule>.Accepts("""
        using System;
        static class P
        {
            static int s_count;
            static int Take(ref int x) { x--; return x; }
            static int Next() { s_count++; return 1; }
            static bool Holds(Func<int> f) => f is not null;
            static void A(int r) { while (Take(ref r) > 0) { } do { } while (Take(ref r) > 3); if (Take(ref r) > 1) { } }
            static bool B(bool a) => a && Holds(static () => Next());
            static bool C(bool a) => a && Holds(static () => { return Next(); });
        }
        """);
}
