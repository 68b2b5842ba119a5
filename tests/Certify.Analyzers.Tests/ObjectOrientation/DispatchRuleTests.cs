using Certify.Analyzers.ObjectOrientation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ObjectOrientation;

public class DispatchRuleTests
{
    // @verifies CFY-LLR-191
    [Fact]
    public Task Reports_interface_virtual_and_abstract_calls_of_an_application() => Verify<DispatchRule>.Reports("""
        interface I { void F(); int P { get; } }
        abstract class B : I { public abstract void F(); public virtual int P => 1; public int this[int i] => [|P|]; }
        sealed class D : B { public override void F() { } public override int P => base.P; }
        static class C { static int M(I i, B b) { [|i.F()|]; [|b.F()|]; return [|i.P|] + [|b.P|]; } static string N(object o) => [|o.ToString()|]!; }
        """);

    [Fact]
    public Task Reports_a_target_list_that_others_can_extend() => Verify<DispatchRule>.Reports("""
        public interface I { void F(); }
        internal interface J { void F(); }
        struct S : I, J { public void F() { } }
        public static class C { public static void M(I i) => [|i.F()|]; internal static void N(J j) => j.F(); }
        """, snippet => snippet with { Profile = "runtime" });

    [Fact]
    public Task Reports_more_targets_than_the_runtime_may_have() => Verify<DispatchRule>.Reports("""
        interface I { void F(); }
        interface J { void F(); }
        struct A : I, J { public void F() { } }
        struct B : I, J { public void F() { } }
        struct D : I, J { public void F() { } }
        struct E : I, J { public void F() { } }
        struct G : I { public void F() { } }
        static class C { static void M(I i, J j) { [|i.F()|]; j.F(); } }
        """, snippet => snippet with { Profile = "runtime" });

    // @verifies CFY-LLR-191
    [Fact]
    public Task Accepts_calls_through_generic_structs_and_static_members() => Verify<DispatchRule>.Accepts("""
        interface I { void F(); static abstract int G(); }
        struct S : I { public void F() { } public static int G() => 1; public override string ToString() => "s"; }
        static class C { static int M<T>(ref T t) where T : struct, I { t.F(); return T.G(); } static string N(S s) => s.ToString(); static int K() => M(ref System.Runtime.CompilerServices.Unsafe.NullRef<S>()); }
        """);

    [Fact]
    public Task Accepts_sealed_receivers_and_base_calls() => Verify<DispatchRule>.Accepts("""
        abstract class B { public virtual int P => 1; public abstract void F(); }
        sealed class D : B { public override int P => base.P + 1; public override void F() { } }
        class E : B { public sealed override void F() { } }
        static class C { static int M(D d, E e, string s) { d.F(); e.F(); return d.P + s.GetHashCode(); } }
        """);

    [Fact]
    public Task Accepts_a_short_closed_list_in_the_runtime() => Verify<DispatchRule>.Accepts("""
        interface I { void F(); }
        sealed class A : I { public void F() { } }
        sealed class B : I { public void F() { } }
        static class C { static void M(I i) => i.F(); }
        """, snippet => snippet with { Profile = "runtime" });
}
