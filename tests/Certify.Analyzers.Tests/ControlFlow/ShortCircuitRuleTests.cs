using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ControlFlow;

public class ShortCircuitRuleTests
{
    // @verifies CFY-LLR-134
    [Fact]
    public Task Reports_bitwise_operators_on_truth_values() => Verify<ShortCircuitRule>.Reports("""
        static class P
        {
            static bool A(bool a, bool b) => [|a & b|];
            static bool B(bool a, bool b) { if ([|a | b|]) { return true; } return [|a ^ b|]; }
            static bool? C(bool? a, bool b) => [|a & b|];
            static bool D(int x) => [|x > 1 & x < 5|];
        }
        """);

    [Fact]
    public Task Reports_compound_assignment() => Verify<ShortCircuitRule>.Reports("""
        static class P
        {
            static bool A(bool a, bool b) { [|a &= b|]; [|a |= b|]; [|a ^= b|]; return a; }
        }
        """);

    [Fact]
    public Task Reports_types_that_say_when_they_are_true() => Verify<ShortCircuitRule>.Reports("""
        struct T
        {
            public static bool operator true(T t) => true;
            public static bool operator false(T t) => false;
            public static T operator &(T a, T b) => a;
            public static T operator |(T a, T b) => a;
        }
        static class P { static T A(T a, T b) => [|a & b|]; static T B(T a, T b) { [|a |= b|]; return a; } static T C(T a, T b) => a && b; }
        """);

    [Fact]
    public Task Reports_binary_operators_on_the_host() => Verify<ShortCircuitRule>.Reports("""
        static class P { static bool A(bool a, bool b) => [|a & b|] || [|a | b|]; }
        """, snippet => snippet with { Profile = "host" });

    [Fact]
    public Task Accepts_short_circuit_operators_and_comparison() => Verify<ShortCircuitRule>.Accepts("""
        static class P { static bool A(bool a, bool b, bool c) => (a && b) || !c || a != b; }
        """);

    [Fact]
    public Task Accepts_operators_on_numbers_and_enums() => Verify<ShortCircuitRule>.Accepts("""
        [System.Flags] enum F { None, A, B }
        static class P
        {
            static int A(int x) { x &= 3; x |= 4; x ^= 1; return (x & 1) | (x ^ 2); }
            static bool B(F f) => (f & F.A) != 0;
            static T C<T>(T a, T b) where T : System.Numerics.IBitwiseOperators<T, T, T> => a & b;
        }
        """);

    [Fact]
    public Task Accepts_accumulation_and_exclusive_or_on_the_host() => Verify<ShortCircuitRule>.Accepts("""
        static class P { static bool A(bool a, bool b) { a |= b; a &= b; return a ^ b; } }
        """, snippet => snippet with { Profile = "host" });
}
