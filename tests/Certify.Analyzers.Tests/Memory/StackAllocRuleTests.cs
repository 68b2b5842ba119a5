using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class StackAllocRuleTests
{
    // @verifies CFY-LLR-107
    [Fact]
    public Task Reports_sizes_that_are_no_constant() => Verify<StackAllocRule>.Reports("""
        using System;
        static class P
        {
            static int A(int n) { Span<byte> s = [|stackalloc byte[n]|]; return s.Length; }
            static int B<T>() where T : unmanaged { Span<T> s = [|stackalloc T[4]|]; return s.Length; }
            static int C(bool b, int n) { Span<int> s = b ? stackalloc int[2] : [|stackalloc int[n]|]; return s.Length; }
        }
        """);

    [Fact]
    public Task Reports_allocation_in_a_loop() => Verify<StackAllocRule>.Reports("""
        using System;
        static class P
        {
            static void A(ReadOnlySpan<int> q)
            {
                for (int i = 0; i < 3; i++) { Span<int> s = [|stackalloc int[2]|]; }
                foreach (int x in q) { Span<int> s = [|stackalloc int[2]|]; }
                while (q.Length > 9) { Span<int> s = [|stackalloc[] { 1, 2 }|]; }
                do { Span<int> s = [|stackalloc int[] { 1, 2 }|]; } while (q.Length > 9);
            }
        }
        """);

    [Fact]
    public Task Reports_more_than_the_budget() => Verify<StackAllocRule>.Reports("""
        using System;
        static class P
        {
            static void A() { Span<byte> s = [|stackalloc byte[1025]|]; }
            static void B() { Span<long> s = stackalloc long[128]; Span<byte> t = [|stackalloc byte[1]|]; }
            static void C() { Span<Big> s = [|stackalloc Big[2]|]; }
        }
        [System.Runtime.CompilerServices.InlineArray(129)] struct Big { private int _x; }
        """);

    [Fact]
    public Task Reports_allocation_seen_as_a_pointer() => Verify<StackAllocRule>.Reports("""
        static unsafe class P { static int A() { int* p = [|stackalloc int[4]|]; var q = [|stackalloc int[2]|]; return *p + *q; } }
        """);

    [Fact]
    public Task Reports_allocation_in_top_level_statements_and_initialisers() => Verify<StackAllocRule>.Reports("""
        using System;
        int n = args.Length;
        Span<byte> s = [|stackalloc byte[n]|];
        for (int i = 0; i < [|stackalloc int[] { 1 }|].Length; i++) { s[0] = 1; }
        static class P { private static readonly int s_length = Length([|stackalloc byte[2000]|]); static int Length(Span<byte> s) => s.Length; }
        """, s => s with { Output = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication });

    // @verifies CFY-LLR-107
    [Fact]
    public Task Accepts_constant_sizes_within_the_budget() => Verify<StackAllocRule>.Accepts("""
        using System;
        enum E : short { A }
        static class P
        {
            const int N = 128;
            static void A() { Span<byte> s = stackalloc byte[1024]; }
            static void B() { Span<long> s = stackalloc long[N]; ReadOnlySpan<int> none = stackalloc int[0]; }
            static int C() { Span<E> s = stackalloc[] { E.A, E.A }; return F(stackalloc int[] { 1, 2 }); }
            static int F(ReadOnlySpan<int> s) => s.Length;
        }
        """);

    [Fact]
    public Task Accepts_places_that_run_once() => Verify<StackAllocRule>.Accepts("""
        using System;
        static class P
        {
            static int A()
            {
                int sum = 0;
                foreach (int x in (Span<int>)stackalloc int[] { 1, 2 }) sum += x;
                for (Span<int> s = stackalloc int[2]; sum < 3; sum++) s[0] = sum;
                return sum;
            }
        }
        """);

    [Fact]
    public Task Accepts_functions_with_frames_of_their_own() => Verify<StackAllocRule>.Accepts("""
        using System;
        static class P
        {
            static void A()
            {
                Span<byte> s = stackalloc byte[1024];
                for (int i = 0; i < 3; i++)
                {
                    F();
                    static void F() { Span<byte> t = stackalloc byte[1024]; }
                }
            }
            static int B { get { Span<byte> s = stackalloc byte[1000]; return s.Length; } }
            static int C { get { Span<byte> s = stackalloc byte[1000]; return s.Length; } }
        }
        """);
}
