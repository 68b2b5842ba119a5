using Certify.Analyzers.ObjectOrientation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ObjectOrientation;

public class InterfaceConstraintRuleTests
{
    // @verifies CFY-LLR-147
    [Fact]
    public Task Reports_variables_of_interface_type() => Verify<InterfaceConstraintRule>.Reports("""
        interface I { }
        struct S : I { }
        static class P
        {
            private static I? [|s_field|];
            static I [|Q|] => null!;
            static I [|F|](I [|x|]) { I [|y|] = x; foreach (I [|z|] in new I[0]) { } return x; }
            static void G(S s) { var [|a|] = [|(I)s|]; if (s is I [|b|]) { } }
            delegate I [|D|](I [|p|]);
        }
        """);

    [Fact]
    public Task Reports_types_that_hold_an_interface() => Verify<InterfaceConstraintRule>.Reports("""
        using System;
        interface I { }
        static class P
        {
            static void F(I[] [|a|], ReadOnlySpan<I> [|b|], (int, I) [|c|]) { }
            static void G() { L(null!); static void L(I [|x|]) { } Action<I> [|f|] = static [|y|] => { }; }
        }
        """);

    [Fact]
    public Task Reports_conversions() => Verify<InterfaceConstraintRule>.Reports("""
        using System.Collections.Generic;
        interface I { int F(); }
        struct S : I { public int F() => 1; }
        static class P
        {
            static int A(S s) => ([|(I)s|]).F();
            static int B(object o) => ([|o as I|])!.F();
            static void C(int[] a) { System.Console.Write(string.Join(",", [|a|])); }
        }
        """);

    [Fact]
    public Task Accepts_constraints() => Verify<InterfaceConstraintRule>.Accepts("""
        interface I { int F(); static abstract int G(); }
        struct S : I { public int F() => 1; public static int G() => 2; }
        ref struct R : I { public int F() => 1; public static int G() => 2; }
        static class P
        {
            static int A<T>(T x) where T : I, allows ref struct => x.F() + T.G();
            static int B() => A(new S()) + A(new R());
            static T C<T>(T x) where T : struct, I { T y = x; return y; }
        }
        """);

    [Fact]
    public Task Accepts_structs_that_implement_and_names() => Verify<InterfaceConstraintRule>.Accepts("""
        using System;
        interface I<T> where T : I<T> { static abstract T Zero { get; } bool Less(in T other); }
        struct S : I<S>, IEquatable<S>
        {
            public static S Zero => default;
            public bool Less(in S other) => false;
            public bool Equals(S other) => true;
            public string Name => nameof(I<S>);
        }
        """);

    [Fact]
    public Task Accepts_other_conversions_and_attributes() => Verify<InterfaceConstraintRule>.Accepts("""
        using System;
        [AttributeUsage(AttributeTargets.All)] sealed class M(Type type) : Attribute { public Type Type { get; } = type; }
        interface I { }
        [M(typeof(I))] static class P { static long A(int x) => x; static int B(double d) => (int)d; }
        """);
}
