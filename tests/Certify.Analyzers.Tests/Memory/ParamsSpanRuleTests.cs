using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class ParamsSpanRuleTests
{
    // @verifies CFY-LLR-103
    [Fact]
    public Task Reports_params_arrays_where_declared_and_where_expanded() => Verify<ParamsSpanRule>.Reports("""
        using System;
        static class P
        {
            static int Old(params int[] [|xs|]) => xs.Length;
            static int New(params ReadOnlySpan<int> xs) => xs.Length;
            static int Run(int x) => [|Old(x, x)|] + [|Old()|] + New(x, x) + New(1, 2);
        }
        """);

    [Fact]
    public Task Reports_params_collections() => Verify<ParamsSpanRule>.Reports("""
        using System.Collections.Generic;
        static class P
        {
            static int A(params List<int> [|xs|]) => xs.Count;
            static int B(params IEnumerable<int> [|xs|]) => 1;
            static int C(int x) => [|A(x)|] + [|B(x, x)|];
        }
        """);

    [Fact]
    public Task Reports_params_of_constructors_indexers_and_local_functions() => Verify<ParamsSpanRule>.Reports("""
        struct S(params int[] [|xs|])
        {
            private readonly int _n = xs.Length;
            public int this[params int[] [|ys|]] => _n + ys.Length;
            static int F() { int G(params int[] [|zs|]) => zs.Length; return [|G(1)|] + [|new S(1, 2)|]._n + [|S.At(1)[2, 3]|]; }
            static S At(int x) => default;
        }
        """, s => s with { MayHaveErrors = true });

    // @verifies CFY-LLR-103
    [Fact]
    public Task Accepts_spans_and_arguments_passed_as_one() => Verify<ParamsSpanRule>.Accepts("""
        using System;
        static class P
        {
            static int New(params ReadOnlySpan<int> xs) => xs.Length;
            static int Writable(params Span<int> xs) => xs.Length;
            static int Run(int x, ReadOnlySpan<int> s) => New(x, x) + New(1, 2) + New() + New(s) + Writable(x, x);
        }
        """);

    [Fact]
    public Task Accepts_passing_an_existing_array() => Verify<ParamsSpanRule>.Accepts("""
        static class P { static string F(string[] xs) => string.Concat(xs); }
        """);

    [Fact]
    public Task Accepts_attributes() => Verify<ParamsSpanRule>.Accepts("""
        using System;
        [AttributeUsage(AttributeTargets.All)]
        sealed class TagAttribute(params string[] names) : Attribute { public string[] Names => names; }
        [Tag("a", "b")]
        static class P { [Tag] static int F(int[] xs) => xs.Length; }
        """);
}
