using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class HiddenAllocationRuleTests
{
    // @verifies CFY-LLR-104
    [Fact]
    public Task Reports_collection_expressions_that_allocate() => Verify<HiddenAllocationRule>.Reports("""
        using System;
        using System.Collections.Generic;
        static class P
        {
            static int F(ReadOnlySpan<int> q)
            {
                Span<int> copy = [|[..q]|];
                List<int> list = [|[1, 2]|];
                IEnumerable<int> face = [|[1]|];
                int[] array = [|[1, 2]|];
                int[] none = [|[]|];
                return copy.Length + list.Count + array.Length;
            }
        }
        """);

    [Fact]
    public Task Reports_ranges_that_copy() => Verify<HiddenAllocationRule>.Reports("""
        static class P
        {
            static int A(int[] a) => [|a[1..3]|].Length;
            static int B(int[] a) => a is [_, [|.. var m|]] ? m.Length : 0;
            static string C(string s) => [|s[1..]|];
            static int D(string s) => s is ['a', [|.. "b"|]] ? 1 : 0;
            static int E(int[] a, System.Range r) => [|a[r]|].Length;
        }
        """);

    [Fact]
    public Task Reports_elements_where_the_core_library_has_no_inline_arrays() => Verify<HiddenAllocationRule>.Reports("""
        namespace System
        {
            public class Object; public abstract class ValueType; public struct Void; public struct Int32; public struct Boolean;
            public struct Byte; public class String; public abstract class Attribute; public struct Enum; public class Array; public abstract class Delegate;
            public readonly ref struct ReadOnlySpan<T> { public ReadOnlySpan(T[] a) { } public static implicit operator ReadOnlySpan<T>(T[] a) => default; }
        }
        static class P
        {
            static System.ReadOnlySpan<byte> Bytes => [1, 2];
            static System.ReadOnlySpan<int> Words(int x) => [|[x, 2]|];
        }
        """, s => s with { References = [], MayHaveErrors = true });

    // @verifies CFY-LLR-104
    [Fact]
    public Task Accepts_collection_expressions_on_the_stack_or_in_the_image() => Verify<HiddenAllocationRule>.Accepts("""
        using System;
        static class P
        {
            static readonly byte[] s_table = [1, 2, 3];
            static ReadOnlySpan<byte> Table => [1, 2, 3];
            static int F(int a)
            {
                Span<int> s = [a, 2, 3];
                ReadOnlySpan<int> r = [1, 2];
                Span<int> none = [];
                Span<int> t = stackalloc int[4];
                return s is [_, .. var rest] ? rest.Length + r[0] + t[1..2][0] + none.Length : 0;
            }
        }
        """);

    [Fact]
    public Task Accepts_builder_of_the_program() => Verify<HiddenAllocationRule>.Accepts("""
        using System;
        using System.Runtime.CompilerServices;
        [CollectionBuilder(typeof(Pair), "Make")]
        struct Pair
        {
            public int Sum;
            public static Pair Make(ReadOnlySpan<int> xs) => new() { Sum = xs.Length };
            public ReadOnlySpan<int>.Enumerator GetEnumerator() => default;
        }
        static class P { static Pair F(int x) => [x, x]; }
        """);

    [Fact]
    public Task Accepts_indices_and_discarded_slices() => Verify<HiddenAllocationRule>.Accepts("""
        static class P
        {
            static int A(int[] a) => a[^1] + a[0];
            static bool B(int[] a) => a is [1, .., 2];
            static char C(string s) => s[^1];
            static string D(string[] s) => s[^1];
        }
        """);

    [Fact]
    public Task Accepts_params_of_other_rules() => Verify<HiddenAllocationRule>.Accepts("""
        using System.Collections.Generic;
        static class P
        {
            static int A(params List<int> xs) => xs.Count;
            static int B(int x) => A(x);
        }
        """);
}
