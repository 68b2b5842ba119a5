using Certify.Analyzers.Resources;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Resources;

public class RecursionRuleTests
{
    // @verifies CFY-LLR-029
    [Fact]
    public Task Reports_call_to_itself() => Verify<RecursionRule>.Reports("""
        static class P
        {
            static int A(int n) => n == 0 ? 1 : n * [|A(n - 1)|];
            static int B<T>(int n) => n == 0 ? 1 : [|B<int>(n - 1)|];
            static int C(int n) { return F(n); static int F(int n) => n == 0 ? 1 : [|F(n - 1)|]; }
        }
        """);

    [Fact]
    public Task Reports_property_operator_and_constructor() => Verify<RecursionRule>.Reports("""
        struct S
        {
            public int X { get => [|X|]; set => [|X|] = value; }
            public static S operator +(S a, S b) => [|a + b|];
            public static implicit operator int(S s) { int i = [|s|]; return i; }
            public S(int n) { if (n > 0) _ = [|new S(n - 1)|]; }
            public int this[int i] => [|this[i - 1]|];
        }
        static class P { extension(int x) { public int Down() => x == 0 ? 0 : [|(x - 1).Down()|]; } }
        """);

    [Fact]
    public Task Reports_cycle_of_several_functions_once_at_its_first_call() => Verify<RecursionRule>.Reports("""
        static class P
        {
            static void A() => [|B()|];
            static void B() => C();
            static void C() { A(); L(); void L() { } }
            static int Even(int n) { return [|Odd(n)|]; int Odd(int m) => m == 0 ? 0 : Even(m - 1); }
        }
        """);

    [Fact]
    public Task Reports_cycle_through_interface_and_override() => Verify<RecursionRule>.Reports("""
        interface I { void F(); static abstract void G(); }
        struct S : I
        {
            public void F() => [|P.A(this)|];
            public static void G() => [|P.B<S>()|];
        }
        static class P
        {
            public static void A<T>(T t) where T : I => t.F();
            public static void B<T>() where T : I => T.G();
        }
        abstract class Base { public abstract void F(); }
        sealed class Derived(Base inner) : Base { public override void F() => [|inner.F()|]; }
        """);

    [Fact]
    public Task Reports_cycle_through_enumerator() => Verify<RecursionRule>.Reports("""
        struct E { public int Current => 1; public bool MoveNext() { [|P.Walk(default)|]; return false; } }
        struct S { public E GetEnumerator() => default; }
        static class P { public static void Walk(S s) { foreach (var x in s) { } } }
        """);

    // @verifies CFY-LLR-029
    [Fact]
    public Task Accepts_calls_that_only_go_down() => Verify<RecursionRule>.Accepts("""
        static class P
        {
            static int A(int n) => B(n) + B(n);
            static int B(int n) => C(n) + Q;
            static int C(int n) { return F(n); static int F(int n) => n; }
            static int Q { get => field; set => field = value; }
        }
        """);

    [Fact]
    public Task Accepts_overloads_and_accessors_of_one_name() => Verify<RecursionRule>.Accepts("""
        struct S
        {
            public S(int x) : this(x, 0) { }
            public S(int x, int y) { X = x + y; }
            public int X { get; set { field = X + value; } }
            public int F(int x) => F((long)x);
            public int F(long x) => (int)x;
        }
        """);

    [Fact]
    public Task Accepts_static_abstract_dispatch_without_a_way_back() => Verify<RecursionRule>.Accepts("""
        interface I { static abstract int F(); static virtual int G() => 1; }
        struct S : I { public static int F() => 1; }
        static class P { static int A<T>() where T : I => T.F() + T.G(); static int B() => A<S>(); const string N = nameof(B); }
        """);

    [Fact]
    public Task Reports_cycle_through_comparison_of_tuples() => Verify<RecursionRule>.Reports("""
        struct S
        {
            public static bool operator ==(S a, S b) => [|(a, 1) == (b, 1)|];
            public static bool operator !=(S a, S b) => [|((a, 1), 2) != ((b, 1), 2)|];
            public override bool Equals(object? o) => false;
            public override int GetHashCode() => 0;
        }
        """);

    [Fact]
    public Task Reports_cycle_through_the_test_of_a_declared_short_circuit() => Verify<RecursionRule>.Reports("""
        struct A
        {
            public static A operator &(A a, A b) => b;
            public static bool operator true(A a) => true;
            public static bool operator false(A a) { A both = [|a && a|]; return false; }
        }
        struct O
        {
            public static O operator |(O a, O b) => b;
            public static bool operator true(O a) { O either = [|a || a|]; return true; }
            public static bool operator false(O a) => false;
        }
        """);

    [Fact]
    public Task Accepts_comparison_of_tuples_that_reaches_nothing_back() => Verify<RecursionRule>.Accepts("""
        struct S
        {
            private int _v;
            public static bool operator ==(S a, S b) => (a._v, 1) == (b._v, 1);
            public static bool operator !=(S a, S b) => a._v != b._v;
            public override bool Equals(object? o) => false;
            public override int GetHashCode() => 0;
            public static bool Same(S a, S b) => (a, (b, 1)) == (b, (a, 1));
        }
        """);
}
