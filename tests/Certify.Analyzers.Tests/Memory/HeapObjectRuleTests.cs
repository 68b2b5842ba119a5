using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class HeapObjectRuleTests
{
    // @verifies CFY-LLR-021
    [Fact]
    public Task Reports_new_of_class_in_every_spelling() => Verify<HeapObjectRule>.Reports("""
        sealed class C { public int X; }
        static class P
        {
            static C A() => [|new C()|];
            static C B() => [|new()|];
            static C D() => [|new C { X = 1 }|];
            static readonly C s_one = [|new()|];
        }
        """);

    [Fact]
    public Task Reports_new_of_type_parameter() => Verify<HeapObjectRule>.Reports("""
        static class P { static T Make<T>() where T : new() => [|new T()|]; }
        """);

    [Fact]
    public Task Reports_anonymous_object_and_with_on_record_class() => Verify<HeapObjectRule>.Reports("""
        record R(int X);
        static class P
        {
            static int A() => [|new { X = 1 }|].X;
            static R B(R r) => [|r with { X = 2 }|];
        }
        """);

    [Fact]
    public Task Reports_arrays_outside_constant_tables() => Verify<HeapObjectRule>.Reports("""
        static class P
        {
            static int[] s_writable = [|new int[4]|];
            static readonly int[] s_computed = [|{ F() }|];
            static readonly int[,] s_grid = [|{ { 1, 2 }, { 3, 4 } }|];
            static int F() { int[] a = [|{ 1, 2 }|]; var b = [|new[] { 1 }|]; return a[0] + b[0]; }
        }
        """);

    // @verifies CFY-LLR-021
    [Fact]
    public Task Accepts_static_readonly_table_of_constants() => Verify<HeapObjectRule>.Accepts("""
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
    public Task Reports_params_array_and_accepts_params_span() => Verify<HeapObjectRule>.Reports("""
        using System;
        static class P
        {
            static int Old(params int[] xs) => xs.Length;
            static int New(params ReadOnlySpan<int> xs) => xs.Length;
            static int Run(int x) => [|Old(x, x)|] + [|Old()|] + New(x, x) + New(1, 2);
        }
        """);

    [Fact]
    public Task Reports_collection_expressions_that_allocate() => Verify<HeapObjectRule>.Reports("""
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
                return copy.Length + list.Count + array.Length;
            }
        }
        """);

    [Fact]
    public Task Accepts_collection_expressions_on_the_stack_or_in_the_image() => Verify<HeapObjectRule>.Accepts("""
        using System;
        static class P
        {
            static ReadOnlySpan<byte> Table => [1, 2, 3];
            static ReadOnlySpan<int> Words => new int[] { 1, 2, 3 };
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
    public Task Reports_constant_span_where_the_core_library_cannot_place_it() => Verify<HeapObjectRule>.Reports("""
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

    [Fact]
    public Task Reports_strings_built_at_run_time() => Verify<HeapObjectRule>.Reports("""
        static class P
        {
            static string A(string s) => [|s + "x" + s|];
            static string B(int x) => [|$"{x}!"|];
            static string C(string s) { [|s += "x"|]; return s; }
            static string D(string s) => [|s[1..]|];
        }
        """);

    [Fact]
    public Task Accepts_constant_strings() => Verify<HeapObjectRule>.Accepts("""
        static class P
        {
            const string A = "a" + "b";
            const string B = $"{A}c";
            static string C => nameof(P) + A;
            static System.ReadOnlySpan<byte> D => "text"u8;
            static bool E(string s) => s == "a";
        }
        """);

    [Fact]
    public Task Reports_ranges_that_copy() => Verify<HeapObjectRule>.Reports("""
        static class P
        {
            static int A(int[] a) => [|a[1..3]|].Length;
            static int B(int[] a) => a is [_, [|.. var m|]] ? m.Length : 0;
        }
        """);

    [Fact]
    public Task Reports_state_machines() => Verify<HeapObjectRule>.Reports("""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        static class P
        {
            static IEnumerable<int> A() { [|yield return 1;|] }
            static async Task B(Task t) { [|await t|]; }
        }
        """);

    [Fact]
    public Task Accepts_attributes_and_structs() => Verify<HeapObjectRule>.Accepts("""
        using System;
        [AttributeUsage(AttributeTargets.All)]
        sealed class TagAttribute(params string[] names) : Attribute { public string[] Names => names; }
        record struct V(int X);
        [Tag("a", "b")]
        struct S(int x)
        {
            public int X { get; } = x;
            [Tag] public static S Make() => new S(1);
            public static V Copy(V v) => v with { X = 2 };
            public static S Zero() => new();
        }
        """);

    [Fact]
    public Task Accepts_interpolation_into_a_struct_handler_of_the_program() => Verify<HeapObjectRule>.Accepts("""
        using System.Runtime.CompilerServices;
        [InterpolatedStringHandler]
        readonly ref struct Line
        {
            public Line(int literals, int holes) { }
            public void AppendLiteral(string s) { }
            public void AppendFormatted(int x) { }
        }
        static class P { static void Write(Line line) { } static void F(int x) => Write($"x={x}"); }
        """);
}
