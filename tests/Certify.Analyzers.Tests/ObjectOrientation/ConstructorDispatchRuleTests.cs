using Certify.Analyzers.ObjectOrientation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ObjectOrientation;

public class ConstructorDispatchRuleTests
{
    // @verifies CFY-LLR-142
    [Fact]
    public Task Reports_virtual_call_in_constructor() => Verify<ConstructorDispatchRule>.Reports("""
        public abstract class B
        {
            protected B() { [|F()|]; [|this.G()|]; int x = [|P|]; [|P|] = 2;  }
            protected abstract void F();
            public virtual void G() { }
            public virtual int P { get; set; }
        }
        """);

    [Fact]
    public Task Reports_virtual_call_through_helpers() => Verify<ConstructorDispatchRule>.Reports("""
        public class B
        {
            public B() { [|Start()|]; Quiet(); }
            public B(int x) { [|Q|] = x; L(); void L() { [|Start()|]; } }
            private void Start() { Again(); }
            private void Again() { F(); }
            private void Quiet() { }
            private int Q { get => 1; set { F(); } }
            public override string ToString() => "";
            public virtual void F() { }
        }
        """);

    [Fact]
    public Task Reports_object_that_leaves_its_constructor() => Verify<ConstructorDispatchRule>.Reports("""
        interface I { int M(); }
        sealed class A : I
        {
            static A? s_last;
            System.Func<int>? f;
            public A() { s_last = [|this|]; Use([|this|]); int x = [|((I)this).M()|]; [|Keep()|]; }
            public A(int y) { f = [|() => M()|]; f = [|M|]; }
            static void Use(A a) { }
            public int M() => 1;
            void Keep() { s_last = this; }
        }
        """);

    [Fact]
    public Task Reports_abstract_and_overridden_calls_on_the_host() => Verify<ConstructorDispatchRule>.Reports("""
        abstract class A { protected A() { [|F()|]; } protected abstract void F(); }
        class B { public B() { [|F()|]; G(); } protected virtual void F() { } protected virtual void G() { } }
        sealed class C : B { protected override void F() { } }
        public class D { public D() { [|F()|]; } protected virtual void F() { } }
        """, snippet => snippet with { Profile = "host" });

    [Fact]
    public Task Accepts_calls_that_nothing_replaces() => Verify<ConstructorDispatchRule>.Accepts("""
        public class B
        {
            private readonly int _x;
            public B(int x) { _x = x; F(); int y = P + _x; G(y); base.ToString(); string s = nameof(V); this._x = y; }
            private void F() { }
            private static void G(int y) { }
            public int P => 1;
            public virtual int V => 1;
            public virtual int W { get; }
            public B() { W = 2; }
        }
        """);

    [Fact]
    public Task Accepts_virtual_calls_of_sealed_classes_structs_and_other_objects() => Verify<ConstructorDispatchRule>.Accepts("""
        public abstract class B { public abstract void F(); public virtual void G() { } }
        sealed class C : B
        {
            public C(B other) { F(); G(); other.F(); base.G(); if (this == other) { } }
            public override void F() { G(); }
        }
        struct S { public S(int x) { Use(this); } static void Use(S s) { } public override string ToString() => ""; }
        """);

    [Fact]
    public Task Accepts_objects_that_are_handed_on_on_the_host() => Verify<ConstructorDispatchRule>.Accepts("""
        using System;
        sealed class Child(Parent parent) { public Parent Parent => parent; }
        sealed class Parent
        {
            private readonly Child _child;
            private readonly Action _tick;
            public Parent() { _child = new Child(this); _tick = Tick; AppDomain.CurrentDomain.ProcessExit += (_, _) => Tick(); }
            private void Tick() { _child.ToString(); _tick(); }
        }
        class Open { public Open() { F(); } protected virtual void F() { } }
        """, snippet => snippet with { Profile = "host" });
}
