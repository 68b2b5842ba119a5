using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class ForEachRuleTests
{
    // @verifies CFY-LLR-105
    [Fact]
    public Task Reports_enumerators_of_every_shape() => Verify<ForEachRule>.Reports("""
        using System.Collections;
        using System.Collections.Generic;
        static class P
        {
            static void A(List<int> xs) { [|foreach|] (int x in xs) { } }
            static void B(IEnumerable<int> xs) { [|foreach|] (int x in xs) { } }
            static void C(IEnumerable xs) { [|foreach|] (object x in xs) { } }
            static void D(Dictionary<int, int> xs) { [|foreach|] (var (k, v) in xs) { } }
        }
        """);

    [Fact]
    public Task Reports_enumerators_of_the_program() => Verify<ForEachRule>.Reports("""
        struct Walker { public int Current => 1; public bool MoveNext() => false; }
        struct Line { public Walker GetEnumerator() => default; }
        static class Extra { public static Walker GetEnumerator(this int n) => default; }
        static class P { static void A(Line l) { [|foreach|] (int x in l) { } [|foreach|] (int y in 3) { } } }
        """);

    [Fact]
    public Task Reports_enumerator_reached_through_a_constraint() => Verify<ForEachRule>.Reports("""
        using System.Collections.Generic;
        static class P
        {
            static void A<T>(T xs) where T : struct, IEnumerable<int> { [|foreach|] (int x in xs) { } }
            static void B(System.Collections.BitArray b) { [|foreach|] (bool x in b) { } }
        }
        """);

    // @verifies CFY-LLR-105
    [Fact]
    public Task Accepts_arrays_strings_and_spans() => Verify<ForEachRule>.Accepts("""
        using System;
        static class P
        {
            static readonly int[] s_t = { 1 };
            static int A(Span<int> a, ReadOnlySpan<int> b, string c, int[,] d)
            {
                int n = 0;
                foreach (int x in a) n += x;
                foreach (ref readonly int x in b) n += x;
                foreach (char x in c) n += x;
                foreach (int x in s_t) n += x;
                foreach (int x in d) n += x;
                foreach (int x in (ReadOnlySpan<int>)[1, 2]) n += x;
                return n;
            }
        }
        """);

    [Fact]
    public Task Accepts_inline_arrays() => Verify<ForEachRule>.Accepts("""
        using System.Runtime.CompilerServices;
        [InlineArray(4)] struct Four { private int _first; }
        static class P { static int A(in Four f) { int n = 0; foreach (int x in f) n += x; return n; } }
        """);

    [Fact]
    public Task Accepts_asynchronous_loops_which_are_state_machines() => Verify<ForEachRule>.Accepts("""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        static class P { static async Task A(IAsyncEnumerable<int> xs) { await foreach (int x in xs) { } for (int i = 0; i < 3; i++) { } } }
        """);
}
