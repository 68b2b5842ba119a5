using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class ConstantArrayRuleTests
{
    // @verifies CFY-LLR-100
    [Fact]
    public Task Reports_arrays_outside_constant_tables() => Verify<ConstantArrayRule>.Reports("""
        static class P
        {
            static int[] s_writable = [|new int[4]|];
            static readonly int[] s_computed = [|{ F() }|];
            static readonly int[,] s_grid = [|{ { 1, 2 }, { 3, 4 } }|];
            static int F() { int[] a = [|{ 1, 2 }|]; var b = [|new[] { 1 }|]; return a[0] + b[0]; }
        }
        """);

    [Fact]
    public Task Reports_tables_of_objects_and_of_computed_size() => Verify<ConstantArrayRule>.Reports("""
        class P
        {
            static readonly int s_n = 4;
            static readonly object[] s_objects = [|new object[2]|];
            static readonly int[] s_sized = [|new int[s_n]|];
            int[] _instance = [|new int[2]|];
            readonly int[] _fixed = [|new int[2]|];
            static int F(int n) => ([|new int[n]|]).Length;
        }
        """);

    [Fact]
    public Task Reports_jagged_arrays() => Verify<ConstantArrayRule>.Reports("""
        static class P { static readonly int[][] s_rows = [|new int[2][]|]; }
        """);

    [Fact]
    public Task Reports_writes_to_elements_in_every_form() => Verify<ConstantArrayRule>.Reports("""
        static class P
        {
            static readonly int[] s_t = { 1, 2, 3 };
            static void Out(out int x) => x = 1;
            static void Ref(ref int x) => x = 1;
            static void F()
            {
                [|s_t[0]|] = 1;
                [|s_t[0]|] += 1;
                [|s_t[0]|]++;
                Out(out [|s_t[1]|]);
                Ref(ref [|s_t[1]|]);
                ref int r = ref [|s_t[2]|];
                r = ref [|s_t[0]|];
                ([|s_t[0]|], [|s_t[1]|]) = (1, 2);
            }
            static ref int G() => ref [|s_t[0]|];
        }
        """);

    [Fact]
    public Task Reports_writable_span_over_a_table() => Verify<ConstantArrayRule>.Reports("""
        using System;
        static class P
        {
            static readonly int[] s_t = { 1, 2, 3 };
            static void Take(Span<int> s) => s[0] = 1;
            static void F() { Take([|s_t|]); Span<int> s = [|s_t|]; s = [|new Span<int>(s_t, 0, 2)|]; }
        }
        """);

    [Fact]
    public Task Reports_constant_span_where_the_core_library_cannot_place_it() => Verify<ConstantArrayRule>.Reports("""
        namespace System
        {
            public class Object; public abstract class ValueType; public struct Void; public struct Int32; public struct Boolean;
            public struct Byte; public class String; public abstract class Attribute; public struct Enum; public class Array; public abstract class Delegate;
            public readonly ref struct ReadOnlySpan<T> { public static implicit operator ReadOnlySpan<T>(T[] a) => default; }
        }
        static class P
        {
            static System.ReadOnlySpan<byte> Bytes => new byte[] { 1, 2 };
            static System.ReadOnlySpan<int> Words => [|new int[] { 1, 2 }|];
        }
        """, s => s with { References = [], MayHaveErrors = true });

    // @verifies CFY-LLR-100
    [Fact]
    public Task Accepts_static_readonly_table_of_constants() => Verify<ConstantArrayRule>.Accepts("""
        enum Mode { Off, On }
        static class P
        {
            static readonly int[] s_a = { 1, -2, 3 };
            static readonly Mode[] s_b = new[] { Mode.Off, Mode.On };
            static readonly byte[] s_c = [1, 2, 3];
            static readonly uint[] s_zero = new uint[16];
            static readonly string[] s_names = ["off", "on"];
        }
        """);

    [Fact]
    public Task Accepts_reading_a_table() => Verify<ConstantArrayRule>.Accepts("""
        using System;
        static class P
        {
            static readonly int[] s_t = { 1, 2, 3 };
            static int Take(in int x, ReadOnlySpan<int> s) => x + s[0];
            static int F(int i)
            {
                ref readonly int r = ref s_t[0];
                ReadOnlySpan<int> s = s_t;
                return Take(in s_t[1], s_t) + s_t[i] + r + s[0] + s_t.Length;
            }
        }
        """);

    [Fact]
    public Task Accepts_what_other_rules_report() => Verify<ConstantArrayRule>.Accepts("""
        using System;
        sealed class TagAttribute(params int[] xs) : Attribute { public int[] Xs => xs; }
        static class P
        {
            static int Old(params int[] xs) => xs.Length;
            [Tag(1, 2)] static int A() => Old(1, 2);
            static int[] B() => [1, 2];
            static ReadOnlySpan<int> C => new int[] { 1, 2 };
        }
        """);

    [Fact]
    public Task Reports_tables_with_one_element_that_is_computed() => Verify<ConstantArrayRule>.Reports("""
        static class P
        {
            private static int s_n;
            static readonly int[] s_first = [|{ 1, F() }|];
            static readonly int[] s_last = [|new[] { s_n, 1 }|];
            static int F() => s_n;
        }
        """);
}
