using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class SynthesisedTypeRuleTests
{
    // @verifies CFY-LLR-106
    [Fact]
    public Task Reports_records_of_both_kinds() => Verify<SynthesisedTypeRule>.Reports("""
        record [|A|](int X);
        record class [|B|];
        record struct [|C|](int X);
        readonly record struct [|D|];
        sealed record [|E|] : B;
        class Outer { private record struct [|F|](int X); }
        file record struct [|G|](int X);
        """);

    [Fact]
    public Task Reports_tuples_that_are_stored_or_passed() => Verify<SynthesisedTypeRule>.Reports("""
        using System;
        struct S
        {
            private (int A, int B) [|_pair|];
            private static (int A, int B) [|P|] => (1, 2);
            private static int M((int A, int B) [|t|]) => t.A;
            private static int N(ReadOnlySpan<(int A, int B)> [|t|]) => t.Length;
            private static int O() { int F((int A, int B) [|t|]) => t.A; return F((1, 2)); }
        }
        """);

    [Fact]
    public Task Reports_tuples_without_names() => Verify<SynthesisedTypeRule>.Reports("""
        using System.Collections.Generic;
        static class P
        {
            static (int, int) [|F|]() => (1, 2);
            static (int A, int) [|G|]() => (1, 2);
            static int H() { var [|t|] = (1, 2); (int A, (int, int) B) [|u|] = (1, (2, 3)); return t.Item1 + u.A; }
            static (int Item1, int Item2) [|I|]() => (1, 2);
        }
        """);

    [Fact]
    public Task Reports_tuple_classes() => Verify<SynthesisedTypeRule>.Reports("""
        using System;
        class C
        {
            private Tuple<int, int>? [|_t|];
            private Tuple<int>[]? [|F|]() => null;
            private void G(Tuple<int> [|t|]) { var [|u|] = t; _t = null; }
        }
        """);

    // @verifies CFY-LLR-106
    [Fact]
    public Task Accepts_named_tuples_as_locals_and_results() => Verify<SynthesisedTypeRule>.Accepts("""
        static class P
        {
            static (int Low, int High) Sort(int a, int b) => a < b ? (a, b) : (b, a);
            static int F(int a, int b)
            {
                var pair = Sort(a, b);
                (int Low, int High) other = pair;
                (a, b) = (b, a);
                var (low, high) = Sort(a, b);
                return pair.Low + other.High + low + high + a;
            }
        }
        """);

    [Fact]
    public Task Accepts_plain_types() => Verify<SynthesisedTypeRule>.Accepts("""
        enum E { A }
        interface I { int X(); }
        struct S(int x) : I { public int X() => x; public void Deconstruct(out int a, out int b) { a = 1; b = x; } }
        static class P { extension(S s) { public int Twice => s.X() + s.X(); } static int F(S s) { var (a, b) = s; return a + b; } }
        """);

    [Fact]
    public Task Accepts_own_type_called_tuple() => Verify<SynthesisedTypeRule>.Accepts("""
        namespace Mine
        {
            sealed class Tuple { }
            static class P { static void F(Tuple t) { } static Tuple? G() => null; }
        }
        """);
}
