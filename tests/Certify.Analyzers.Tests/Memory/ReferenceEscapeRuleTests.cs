using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class ReferenceEscapeRuleTests
{
    // @verifies CFY-LLR-110
    [Fact]
    public Task Reports_references_that_are_returned() => Verify<ReferenceEscapeRule>.Reports("""
        struct S
        {
            private static int s_x;
            public static ref int [|A|]() => ref s_x;
            public static ref readonly int [|B|] => ref s_x;
            public ref int [|this|][int i] => ref s_x;
            public static int C() { ref int [|F|]() => ref s_x; return F(); }
        }
        """);

    [Fact]
    public Task Reports_fields_that_hold_references() => Verify<ReferenceEscapeRule>.Reports("""
        using System;
        ref struct R { private ref int [|_r|]; private readonly ref readonly int [|_q|]; private Span<int> [|_s|]; private R2 [|_t|]; public ReadOnlySpan<byte> [|P|] { get; set; } }
        ref struct R2 { private int _n; }
        """);

    [Fact]
    public Task Reports_references_bound_again() => Verify<ReferenceEscapeRule>.Reports("""
        static class P
        {
            static int A(ref int a, ref int b)
            {
                ref int r = ref a;
                [|r = ref b|];
                [|a = ref b|];
                return r;
            }
        }
        """);

    [Fact]
    public Task Reports_parameters_that_the_result_can_carry() => Verify<ReferenceEscapeRule>.Reports("""
        using System;
        static class P
        {
            static ReadOnlySpan<int> A(ReadOnlySpan<int> [|s|]) => s[1..];
            static Span<int> B(ref int [|x|]) => new Span<int>(ref x);
            static Span<int> C(in int [|x|]) => default;
            static void D(Span<int> [|s|], out Span<int> t) { t = s; }
            static void E(Span<int> [|s|], ref Span<int> t) { t = s; }
            static int F() { Span<int> G(Span<int> [|s|]) => s; return 1; }
            static T H<T>(T [|t|]) where T : allows ref struct => t;
            extension(Span<int> s) { public Span<int> [|Tail|] => s; }
        }
        """);

    [Fact]
    public Task Reports_parameters_that_a_ref_struct_can_keep() => Verify<ReferenceEscapeRule>.Reports("""
        using System;
        using System.Diagnostics.CodeAnalysis;
        ref struct R
        {
            private int _n;
            public R(Span<int> [|s|]) { _n = s.Length; }
            public void Set(Span<int> [|s|]) { _n = s.Length; }
            public readonly int Get(Span<int> s) => s.Length;
            public static int Count(Span<int> s) => s.Length;
            [[|UnscopedRef|]] public ref int [|Me|]() => ref _n;
        }
        """, s => s with { MayHaveErrors = true });

    // @verifies CFY-LLR-110
    [Fact]
    public Task Accepts_scoped_parameters() => Verify<ReferenceEscapeRule>.Accepts("""
        using System;
        static class P
        {
            static ReadOnlySpan<byte> A(scoped ReadOnlySpan<int> s) => "text"u8;
            static ReadOnlySpan<byte> B(scoped in int x, scoped ref int y, out int z) { z = x; return "text"u8; }
            static ReadOnlySpan<byte> C(params ReadOnlySpan<int> s) => "text"u8;
            static ReadOnlySpan<byte> D => "text"u8;
        }
        ref struct R { private int _n; public R(scoped Span<int> s) { _n = s.Length; } public void Set(scoped Span<int> s) { _n = s.Length; } }
        """);

    [Fact]
    public Task Accepts_references_used_inside() => Verify<ReferenceEscapeRule>.Accepts("""
        using System;
        static class P
        {
            static int A(ReadOnlySpan<int> s, ref int x, in int y)
            {
                ref int r = ref x;
                ref readonly int q = ref s[0];
                foreach (ref readonly int e in s) r += e;
                r = y;
                return r + q;
            }
            static void B(ref int x, out int y) { y = x; x = 1; }
        }
        """);

    [Fact]
    public Task Accepts_fields_that_hold_values() => Verify<ReferenceEscapeRule>.Accepts("""
        readonly struct S(int x) { private readonly int _x = x; public int X => _x; }
        ref struct R { private int _n; private static int s_n; public int N => _n + s_n; }
        interface I { int M(System.Span<int> s); }
        """);
}
