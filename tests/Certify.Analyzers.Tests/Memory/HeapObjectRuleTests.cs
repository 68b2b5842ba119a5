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
    public Task Reports_objects_of_primary_constructors_and_of_tuple_classes() => Verify<HeapObjectRule>.Reports("""
        using System;
        sealed class Gain(int k) { public int K => k; }
        file sealed class Hidden;
        static class P
        {
            static int A() => [|new Gain(2)|].K;
            static int B() => [|new Tuple<int, int>(1, 2)|].Item1;
            static bool C() => [|new Hidden()|] is not null;
            static dynamic D(dynamic d) => [|new Gain(d)|];
        }
        """);

    [Fact]
    public Task Reports_handler_that_is_a_class() => Verify<HeapObjectRule>.Reports("""
        using System.Runtime.CompilerServices;
        [InterpolatedStringHandler]
        sealed class Line
        {
            public Line(int literals, int holes) { }
            public void AppendLiteral(string s) { }
        }
        static class P { static void Write(Line line) { } static void F() => Write([|$"x"|]); }
        """);

    // @verifies CFY-LLR-021
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
    public Task Accepts_what_other_rules_report() => Verify<HeapObjectRule>.Accepts("""
        static class P
        {
            static string A() => new string('a', 3);
            static int[] B() => new int[3];
            static int[] C() => [1, 2];
        }
        """);

    [Fact]
    public Task Accepts_struct_created_by_constraint_free_means() => Verify<HeapObjectRule>.Accepts("""
        static class P
        {
            static T Zero<T>() where T : struct => default;
            static int? Some() => new int?(1);
            static (int A, int B) Pair() => new(1, 2);
        }
        """);
}
