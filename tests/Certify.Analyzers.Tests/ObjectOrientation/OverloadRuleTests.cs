using Certify.Analyzers.ObjectOrientation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ObjectOrientation;

public class OverloadRuleTests
{
    // @verifies CFY-LLR-146
    [Fact]
    public Task Reports_same_length_with_types_that_convert() => Verify<OverloadRule>.Reports("""
        static class P
        {
            public static int F(int x) => x;
            public static int [|F|](long x) => 1;
            public static int G(int x, double y) => x;
            public static int [|G|](long x, float y) => 1;
            public static int H(int x) => x;
            public static int [|H|](in long x) => 1;
            public static int I(int x) => x;
            public static int [|I|]<T>(T x) => 1;
        }
        """);

    [Fact]
    public Task Reports_constructors_and_indexers() => Verify<OverloadRule>.Reports("""
        struct S
        {
            public S(int x) { }
            public [|S|](double x) { }
            public int this[int i] => i;
            public int [|this|][long i] => 1;
        }
        """);

    [Fact]
    public Task Reports_params_beside_another() => Verify<OverloadRule>.Reports("""
        using System;
        static class P
        {
            static void F(params ReadOnlySpan<int> x) { }
            static void [|F|](int x, int y) { }
        }
        """);

    [Fact]
    public Task Reports_optional_parameters_and_reordered_arguments() => Verify<OverloadRule>.Reports("""
        static class P
        {
            public static int F(int x, int [|y|] = 1) => x + y;
            internal static int G(int x, int y) => x + y;
            static int H() => G([|y: 1|], [|x: 2|]) + F(1);
            struct S { public int this[int i, int [|j|] = 0] => i; public S(int [|x|] = 1) { } }
        }
        """);

    [Fact]
    public Task Accepts_different_lengths_and_types_that_do_not_convert() => Verify<OverloadRule>.Accepts("""
        enum E { X }
        struct T { }
        static class P
        {
            public static int F(int x) => x;
            public static int F(int x, int y) => y;
            public static int F(bool x) => 1;
            public static int F(E x) => 1;
            public static int F(T x) => 1;
            public static int G(int x, bool y) => x;
            public static int G(bool x, int y) => y;
            public static int H() => 1;
            public static int H(int x) => 1;
        }
        """);

    [Fact]
    public Task Accepts_passing_that_is_written_at_the_call() => Verify<OverloadRule>.Accepts("""
        static class P
        {
            public static int F(int x) => x;
            public static int F(ref long x) => 1;
            public static void G(out int x) { x = 1; }
            public static void G(long x) { }
        }
        """);

    [Fact]
    public Task Accepts_operators_named_arguments_in_order_and_private_defaults() => Verify<OverloadRule>.Accepts("""
        struct S { public static S operator +(S a, S b) => a; public static S operator +(S a, int b) => a; public static S operator +(S a, long b) => a; }
        static class P
        {
            static int F(int x, int y = 1) => x + y;
            static int G() => F(x: 1, y: 2) + F(1, y: 2);
        }
        """);
}
