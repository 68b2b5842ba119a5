using Certify.Analyzers.ObjectOrientation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ObjectOrientation;

public class DefaultInterfaceMemberRuleTests
{
    // @verifies CFY-LLR-144
    [Fact]
    public Task Reports_methods_properties_and_events_with_a_body() => Verify<DefaultInterfaceMemberRule>.Reports("""
        interface I
        {
            int [|F|]() => 1;
            int [|P|] => 2;
            int [|Q|] { get { return 3; } set { } }
            int [|this|][int i] => i;
            event System.Action [|E|] { add { } remove { } }
            private int [|G|]() => 4;
        }
        """);

    [Fact]
    public Task Reports_virtual_static_members() => Verify<DefaultInterfaceMemberRule>.Reports("""
        interface I<T> where T : I<T>
        {
            static virtual int [|F|]() => 1;
            static virtual T operator [|+|](T a, T b) => a;
            static virtual int [|P|] => 1;
        }
        """);

    [Fact]
    public Task Reports_implementation_for_another_interface() => Verify<DefaultInterfaceMemberRule>.Reports("""
        interface I { int F(); }
        interface J : I { int I.[|F|]() => 1; }
        interface K : I { abstract int I.F(); sealed int [|G|]() => 2; }
        """);

    [Fact]
    public Task Accepts_declarations_without_a_body() => Verify<DefaultInterfaceMemberRule>.Accepts("""
        interface I<T> where T : I<T>
        {
            int F();
            int P { get; set; }
            int this[int i] { get; }
            event System.Action E;
            static abstract int G();
            static abstract T operator +(T a, T b);
        }
        """);

    [Fact]
    public Task Accepts_plain_static_functions_and_constants() => Verify<DefaultInterfaceMemberRule>.Accepts("""
        interface I
        {
            const int Max = 3;
            static int F() => 1;
            static int P => 2;
        }
        """);

    [Fact]
    public Task Accepts_bodies_in_types_that_implement_one() => Verify<DefaultInterfaceMemberRule>.Accepts("""
        interface I { int F(); static abstract int G(); }
        struct S : I { public readonly int F() => 1; public static int G() => 2; }
        ref struct R : I { int I.F() => 1; static int I.G() => 2; }
        """);
}
