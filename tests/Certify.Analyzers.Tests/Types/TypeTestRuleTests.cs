using Certify.Analyzers.Types;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Types;

public class TypeTestRuleTests
{
    // @verifies CFY-LLR-113
    [Fact]
    public Task Reports_variables_of_type_object() => Verify<TypeTestRule>.Reports("""
        using System;
        class C
        {
            private object? [|_o|];
            private object[]? [|F|](ValueType [|v|], Enum [|e|]) { object? [|x|] = _o; var [|y|] = x; return null; }
            private void G(Span<object> [|s|], Array [|a|]) { }
            private (object A, int B) [|H|]() => default;
            private static int I(object? [|p|] = null) { int L(object [|q|]) => 1; return L(""); }
        }
        """);

    [Fact]
    public Task Reports_object_in_every_form_of_declaration() => Verify<TypeTestRule>.Reports("""
        using System;
        using System.Collections.Generic;
        static class P
        {
            static bool A(object [|o|]) => o is { } [|x|] && B(out var [|y|]);
            static bool B(out object [|z|]) { z = ""; return true; }
            static void C(List<object> [|l|])
            {
                if (l is [var [|a|], ..] [|b|]) { }
                foreach (var [|e|] in l) { }
                (object [|p|], int q) = ("", 1);
                Action<object> [|f|] = (object [|g|]) => { };
            }
            static void D(Span<int> s) { if (s is [var a, ..] && a is > 1 and var c) { } }
            static object [|this_|] { get; set; } = "";
        }
        """);

    [Fact]
    public Task Reports_casts_and_unboxing() => Verify<TypeTestRule>.Reports("""
        class A; class B : A; interface I;
        static class P
        {
            static B F(A a) => [|(B)a|];
            static B? G(A a) => [|a as B|];
            static I H(A a) => [|(I)a|];
            static int J<T>(T t) where T : A => ([|(B)(A)t|]).GetHashCode();
            static int K(System.IComparable o) => [|(int)o|];
        }
        """);

    [Fact]
    public Task Reports_type_tests_and_patterns() => Verify<TypeTestRule>.Reports("""
        class A { public int N; } class B : A;
        static class P
        {
            static bool F(A a) => [|a is B|];
            static bool G(A a) => a is [|B b|] && b.N > 0;
            static int H(A a) => a switch { [|B { N: 1 }|] => 1, [|B|] => 2, _ => 3 };
            static bool I(A a) => a is not [|B|];
            static int J(A a) { switch (a) { case [|B b|]: return b.N; default: return 0; } }
            static bool K(A a) => a is [|B|] or null;
        }
        """);

    [Fact]
    public Task Reports_covariant_arrays_and_casting_loops() => Verify<TypeTestRule>.Reports("""
        class A; class B : A;
        static class P
        {
            static A[] F(B[] b) => [|b|];
            static int G(A[] xs) { int n = 0; [|foreach|] (B b in xs) n++; return n; }
            static int H(System.Collections.ArrayList xs) { int n = 0; [|foreach|] (int b in xs) n++; return n; }
        }
        """);

    // @verifies CFY-LLR-113
    [Fact]
    public Task Accepts_null_tests_and_constant_patterns() => Verify<TypeTestRule>.Accepts("""
        class A { public int N; }
        static class P
        {
            static bool F(A? a) => a is null;
            static bool G(A? a) => a is A b && b.N > 0;
            static bool H(A? a) => a is { N: > 1 };
            static bool I(string? s) => s is string && s is "x" or { Length: 3 };
            static int J(int? x) => x is int y ? y : x is > 3 ? 1 : 0;
            static bool K(A? a) => a is var b && b is not null;
            static bool L(System.ReadOnlySpan<int> s) => s is [1, .., 2];
        }
        """);

    [Fact]
    public Task Accepts_widening_and_signatures_that_others_wrote() => Verify<TypeTestRule>.Accepts("""
        using System;
        class A; class B : A;
        sealed class TagAttribute(object value) : Attribute { public object Value { get; } = value; }
        struct S
        {
            public override bool Equals(object? o) => false;
            public override int GetHashCode() => 1;
            static A F(B b) => b;
            static A G(B b) => (A)b;
            static long H(int x) => (long)x;
            static int I(int? x) => (int)x!;
            static ReadOnlySpan<int> J(int[] a) => a;
        }
        """);

    [Fact]
    public Task Accepts_object_in_the_core_library_only() => Verify<TypeTestRule>.Accepts("""
        class A { private object? _o; object? F(object o) => o; }
        """, s => s with { Profile = "core" });
}
