using Certify.Analyzers.Types;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Types;

public class GenericConstraintRuleTests
{
    // @verifies CFY-LLR-115
    [Fact]
    public Task Reports_parameters_without_a_value_constraint() => Verify<GenericConstraintRule>.Reports("""
        using System;
        class A<[|T|]>;
        struct B<[|T|], U> where T : class where U : struct;
        interface I<out [|T|]>;
        static class P
        {
            static int F<[|T|]>(T t) => 1;
            static int G<[|T|]>(T t) where T : IComparable<T> => 1;
            static int H<[|T|]>(T t) where T : allows ref struct => 1;
            static int J<[|T|]>(T t) where T : notnull { int L<[|U|]>(U u) => 1; return L(t); }
            extension<[|T|]>(T t) { public int One => 1; }
        }
        """);

    [Fact]
    public Task Reports_generic_methods_that_are_dispatched() => Verify<GenericConstraintRule>.Reports("""
        class A { public virtual void [|F|]<T>() where T : struct { } }
        class B : A { public override void [|F|]<T>() { } }
        abstract class C { public abstract void [|G|]<T>() where T : unmanaged; }
        interface I { void [|H|]<T>() where T : struct; static abstract void K<T>() where T : struct; }
        """);

    [Fact]
    public Task Reports_instances_without_end() => Verify<GenericConstraintRule>.Reports("""
        struct Box<T> where T : struct { public T Value; }
        static class P
        {
            static int F<T>(int n, T t) where T : struct => n == 0 ? 0 : [|F(n - 1, new Box<T>())|];
            static int G<T>(T t) where T : struct => H(t);
            static int H<T>(T t) where T : struct => [|G(default((T, int)))|];
            static int A() => F(3, 1) + G(2);
        }
        """);

    [Fact]
    public Task Reports_types_whose_instances_never_end() => Verify<GenericConstraintRule>.Reports("""
        struct Box<T> where T : struct;
        static class A<T> where T : struct { public static int N() => B<T>.N(); }
        static class B<T> where T : struct { public static int N() => [|A<Box<T>>|].N(); }
        static class C { static int M() => A<int>.N(); }
        """);

    [Fact]
    public Task Reports_static_fields_of_types_with_many_instances() => Verify<GenericConstraintRule>.Reports("""
        static class A<T> where T : struct { private static int [|s_n|]; private static int [|P|] { get; set; } public static int Next() => ++s_n + P; }
        static class B<T> where T : struct { public static int Next() => A<T>.Next(); }
        static class P { static int F() => A<int>.Next() + A<uint>.Next(); }
        static class Other<T> where T : struct { private static int [|s_n|]; public static int Next() => ++s_n; static class Inner { private static int [|s_m|]; public static int Last() => ++s_m; } public static int Last() => Inner.Last(); }
        static class Through { static int F<T>() where T : struct => Other<T>.Next() + Other<T>.Last(); static int G() => F<int>() + F<long>(); }
        """);

    [Fact]
    public Task Reports_static_fields_that_other_programs_instantiate() => Verify<GenericConstraintRule>.Reports("""
        public static class A<T> where T : struct { private static int [|s_n|]; public static int Next() => ++s_n; }
        """);

    // @verifies CFY-LLR-115
    [Fact]
    public Task Accepts_value_constraints() => Verify<GenericConstraintRule>.Accepts("""
        using System;
        struct A<T> where T : struct;
        static class P
        {
            static T F<T>(T t) where T : unmanaged => t;
            static int G<T, U>(T t, U u) where T : struct, IComparable<T> where U : struct, Enum => 1;
        }
        """);

    [Fact]
    public Task Accepts_finitely_many_instances() => Verify<GenericConstraintRule>.Accepts("""
        struct Box<T> where T : struct { public T Value; }
        struct Key : System.IEquatable<Key> { public bool Equals(Key other) => true; }
        static class P
        {
            static int F<T>(T t) where T : struct => G(new Box<T>());
            static int G<T>(T t) where T : struct => 1;
            static int H<T>(int n, T t) where T : struct => n == 0 ? 0 : H(n - 1, t);
            static int I<T>(int n, T t) where T : struct => n == 0 ? 0 : I(n - 1, new Box<int>());
            static int J<T, U>(T t, U u) where T : struct where U : struct => J(u, t);
            static int A() => F(1) + H(2, 1) + F(new Box<int>()) + J(1, 2u) + I(2, 1);
        }
        """);

    [Fact]
    public Task Accepts_names_in_documentation_as_no_instances() => Verify<GenericConstraintRule>.Accepts("""
        /// <summary>Like <see cref="A{T}"/> and <see cref="A{Int64}"/>.</summary>
        static class A<T> where T : struct { private static int s_n; public static int Next() => ++s_n; }
        /// <summary>Uses <see cref="A{T}.Next"/>.</summary>
        static class P { static int F() => A<int>.Next(); static string G() => nameof(A<>); }
        """);

    [Fact]
    public Task Accepts_static_fields_of_types_with_one_instance() => Verify<GenericConstraintRule>.Accepts("""
        static class A<T> where T : struct { private static int s_n; public const int N = 1; private static readonly int s_m = 2; public static int Next() => ++s_n + s_m; }
        static class B { static int F<T>() where T : struct => A<T>.Next(); static int G() => F<int>() + A<int>.Next(); }
        static class Unused<T> where T : struct { private static int s_n; static int Next() => ++s_n; }
        static class Plain { private static int s_n; static int F<T>() where T : struct => ++s_n; static int G() => F<int>() + F<long>(); }
        """);
}
