using Certify.Analyzers.ObjectOrientation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ObjectOrientation;

public class HidingRuleTests
{
    // @verifies CFY-LLR-143
    [Fact]
    public Task Reports_variable_with_the_name_of_a_member() => Verify<HidingRule>.Reports("""
        class B { protected int inherited; private int own; int P => own; }
        sealed class C : B
        {
            private int field1;
            private int P1 { get; set; }
            void F(int [|field1|]) { int [|P1|] = 1; var (a, [|inherited|]) = (1, 2); }
            void G() { foreach (var [|field1|] in new int[1]) { } if (1 is var [|P1|]) { } L(1); void L(int [|field1|]) { } }
            public C(int [|field1|]) { }
            struct Inner { void F() { const int [|Limit|] = 1; } }
            const int Limit = 3;
        }
        """);

    [Fact]
    public Task Reports_variable_of_an_outer_function() => Verify<HidingRule>.Reports("""
        using System;
        static class P
        {
            static int F(int x)
            {
                int y = 1;
                Func<int, int> f = static [|x|] => x;
                return L(1) + f(1);
                static int L(int [|y|]) { int [|x|] = y; return x; }
            }
        }
        """);

    [Fact]
    public Task Reports_member_of_a_base_type() => Verify<HidingRule>.Reports("""
        class B { public void F() { } public int P => 1; public static int S; public void G(int x) { } public class N { } }
        sealed class C : B
        {
            public new void [|F|]() { }
            public new int [|P|] => 2;
            public new static int [|S|];
            public new int [|G|] => 1;
            public new class [|N|] { }
        }
        interface I { void F(); }
        interface J : I { new void [|F|](); }
        """);

    [Fact]
    public Task Reports_type_parameter_alias_and_interface_again() => Verify<HidingRule>.Reports("""
        using [|Sensor|] = System.Int32;
        class Outer<T> { void F<[|T|]>() { } class Inner<[|T|]> { } void G() { L<int>(); static void L<[|T|]>() { } } }
        static class Holder { class Sensor { } }
        interface I { void F(); }
        class A : I { public void F() { } }
        sealed class [|B|] : A, I { void I.F() { } }
        """);

    [Fact]
    public Task Reports_fields_and_members_on_the_host() => Verify<HidingRule>.Reports("""
        class B { public void F() { } }
        sealed class C : B
        {
            private int _x;
            public new void [|F|]() { }
            void G(int [|_x|]) { }
        }
        """, snippet => snippet with { Profile = "host" });

    [Fact]
    public Task Accepts_names_of_their_own() => Verify<HidingRule>.Accepts("""
        class B { private int hidden; public virtual void F() { } public void G(int x) { } int Use() => hidden; }
        sealed class C : B
        {
            private readonly int _x;
            public C(int x) { _x = x; }
            public override void F() { int hidden = _x; }
            public void G(bool x) { }
            void H(int value) { foreach (var _ in new int[1]) { } }
            int Value { get; set; }
        }
        """);

    [Fact]
    public Task Accepts_records_interfaces_and_redundant_lists() => Verify<HidingRule>.Accepts("""
        using System;
        record struct R(int X, int Y);
        interface I { int Limit { get; } void F(int Limit); }
        delegate void D(int x);
        class A : IEquatable<A> { public virtual bool Equals(A? other) => true; }
        sealed class B : A, IEquatable<A> { public override bool Equals(A? other) => false; }
        static class P { static int F(int x) { int y = x; return L(y); static int L(int z) => z; } static int G(int x) => x; }
        """);

    [Fact]
    public Task Accepts_ordinary_names_on_the_host() => Verify<HidingRule>.Accepts("""
        using System;
        sealed class C
        {
            private readonly int value;
            public int Name { get; }
            public C(int value) { this.value = value; Name = value; }
            int F(int Name) => Name;
            static int G() { int value = 1; return value; }
            class Base { public class Builder { } }
            class Derived : Base { public new class Builder { } }
        }
        """, snippet => snippet with { Profile = "host" });
}
