using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class BoxingRuleTests
{
    // @verifies CFY-LLR-022
    [Fact]
    public Task Reports_conversions_to_object_and_interface() => Verify<BoxingRule>.Reports("""
        using System;
        interface I { int X(); }
        struct S : I { public int X() => 1; }
        static class P
        {
            static object A(int x) => [|x|];
            static I B(S s) => [|s|];
            static ValueType C(S s) => [|(ValueType)s|];
            static Enum D(DayOfWeek d) => [|d|];
            static object E<T>(T t) => [|t|]!;
            static object? F(int? x) => [|x|];
        }
        """);

    [Fact]
    public Task Reports_calls_of_object_members_a_struct_does_not_override() => Verify<BoxingRule>.Reports("""
        struct S { public int X; }
        enum E { A }
        static class P
        {
            static int A(S s) => [|s.GetHashCode()|];
            static string? B(S s) => [|s.ToString()|];
            static System.Type C(int x) => [|x.GetType()|];
            static string D(E e) => [|e.ToString()|];
            static int F<T>(T t) where T : struct => [|t.GetHashCode()|];
        }
        """);

    [Fact]
    public Task Reports_enum_flag_test() => Verify<BoxingRule>.Reports("""
        using System;
        static class P { static bool A(AttributeTargets t, Enum flag) => [|t.HasFlag(flag)|]; }
        """);

    [Fact]
    public Task Reports_default_interface_member_reached_through_a_constraint() => Verify<BoxingRule>.Reports("""
        interface I { int X() => 1; int Y => 2; int Z(); }
        struct S : I { public int Z() => 3; }
        static class P { static int A<T>(T t) where T : struct, I => [|t.X()|] + [|t.Y|] + t.Z(); }
        """);

    [Fact]
    public Task Reports_value_in_interpolation() => Verify<BoxingRule>.Reports("""
        static class P { static string A(int x, string s) => $"{s}[|{x}|]"; }
        """);

    [Fact]
    public Task Reports_type_test_of_type_parameter() => Verify<BoxingRule>.Reports("""
        static class P
        {
            static bool A<T>(T t) => [|t is int|];
            static int B<T>(T t) => t switch { [|int i|] => i, _ => 0 };
        }
        """);

    [Fact]
    public Task Reports_boxes_in_tuples_loops_and_conversions_of_types() => Verify<BoxingRule>.Reports("""
        using System;
        readonly struct Wrapped { public static implicit operator Wrapped(Enum o) => default; }
        static class P
        {
            static (object A, int B) F((int, int) t) => [|t|];
            static (object A, int B) G(int x) => ([|x|], x);
            static ((object, int) A, int B) N(((int, int), int) t) => [|t|];
            static int L(ReadOnlySpan<int> xs) { int n = 0; [|foreach|] (object x in xs) n++; return n; }
            static Wrapped W(DayOfWeek x) => [|x|];
            static object? S(bool b, int x) => b ? [|x|] : null;
        }
        """);

    [Fact]
    public Task Reports_equality_of_enums_and_flags_with_the_boxed_argument() => Verify<BoxingRule>.Reports("""
        enum E { A, B }
        interface I { int this[int i] => 1; int X { set { } } }
        struct S : I;
        static class P
        {
            static bool F(E e, System.Enum o) => [|e.Equals(o)|];
            static int G<T>(T t) where T : struct, I => [|t[0]|];
            static void H<T>(T t) where T : struct, I => [|t.X|] = 1;
            static int J(S s) => [|s.GetHashCode()|];
        }
        """);

    [Fact]
    public Task Accepts_tuples_and_loops_that_keep_their_types() => Verify<BoxingRule>.Accepts("""
        using System;
        readonly struct Wrapped { public static implicit operator Wrapped(int o) => default; }
        static class P
        {
            static (long A, int B) F((int, int) t) => t;
            static (object A, int B) G(string s) => (s, 1);
            static (object A, int B) H((string, int) t) => t;
            static int L(ReadOnlySpan<int> xs, string[] ss) { int n = 0; foreach (long x in xs) n++; foreach (object o in ss) n++; return n; }
            static Wrapped W(int x) => x;
        }
        """);

    // @verifies CFY-LLR-022
    [Fact]
    public Task Accepts_overridden_members_and_constrained_calls() => Verify<BoxingRule>.Accepts("""
        using System;
        interface I { int X(); static abstract int Y(); static virtual int Z() => 1; }
        struct S : I, IEquatable<S>
        {
            public int X() => 1;
            public static int Y() => 2;
            public override int GetHashCode() => 3;
            public bool Equals(S other) => true;
            public override bool Equals(object? o) => false;
            public override string ToString() => "S";
        }
        static class P
        {
            static int A<T>(T t) where T : struct, I => t.X() + T.Y() + T.Z();
            static int B(S s) => s.GetHashCode() + s.ToString().Length + s.X();
            static bool C(S a, S b) => a.Equals(b);
            static string D(int x) => x.ToString();
        }
        """);

    [Fact]
    public Task Accepts_value_conversions_and_nullable_patterns() => Verify<BoxingRule>.Accepts("""
        enum E { A }
        static class P
        {
            static long A(int x) => x;
            static int? B(int x) => x;
            static int C(int? x) => x is int y ? y : 0;
            static int D(E e) => (int)e;
            static bool F(int? x) => x is null;
            static bool G(E e) => e is E.A;
        }
        """);

    [Fact]
    public Task Accepts_attribute_arguments_and_generic_calls() => Verify<BoxingRule>.Accepts("""
        using System;
        sealed class TagAttribute(object value) : Attribute { public object Value => value; }
        [Tag(1)]
        static class P
        {
            static T Pass<T>(T t) where T : unmanaged => t;
            static int A(int x) => Pass(x);
            extension(int x) { public int Twice => x + x; }
            static int B(int x) => x.Twice;
        }
        """);

    [Fact]
    public Task Reports_patterns_that_test_a_type_parameter() => Verify<BoxingRule>.Reports("""
        interface I { }
        static class P
        {
            static bool A<T>(T t) where T : struct => t is [|I { }|];
            static bool B<T>(T t) where T : struct => t is [|5|];
            static bool C<T>(T t) where T : struct => t is not [|> 5|];
            static int D<T>(T t) where T : struct { switch (t) { case [|I { } i|]: return 1; default: return 0; } }
        }
        """);

    [Fact]
    public Task Accepts_patterns_of_the_values_own_type() => Verify<BoxingRule>.Accepts("""
        struct S { public int V; public void Deconstruct(out int a, out int b) { a = V; b = V; } }
        static class P
        {
            static bool A<T>(T t) => t is null;
            static bool B<T>(T t) where T : struct => t is { };
            static bool C(S s) => s is { V: 5 } or (1, > 2);
            static bool D(int? n) => n is { } or 5 or > 7;
            static bool E<T>(T t) where T : class => t is S { V: 1 };
        }
        """);
}
