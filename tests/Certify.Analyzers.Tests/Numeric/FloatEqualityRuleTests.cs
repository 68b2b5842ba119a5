using Certify.Analyzers.Numeric;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Numeric;

public class FloatEqualityRuleTests
{
    // @verifies CFY-LLR-168
    [Fact]
    public Task Reports_operators() => Verify<FloatEqualityRule>.Reports("""
        static class P { static bool A(float x, float y) => [|x == y|]; static bool B(double? x, int y) => [|x != y|]; static bool C(double x) => [|x == 0.0|]; }
        """);

    [Fact]
    public Task Reports_patterns_and_cases() => Verify<FloatEqualityRule>.Reports("""
        static class P
        {
            static bool A(float x) => x is [|1.5f|];
            static int B(double x) => x switch { [|0.5|] => 1, _ => 0 };
            static int C(double x) { switch (x) { case [|0.25|]: return 1; default: return 0; } }
        }
        """);

    [Fact]
    public Task Reports_Equals() => Verify<FloatEqualityRule>.Reports(
        "static class P { static bool A(float x, float y) => [|x.Equals(y)|]; }");

    // @verifies CFY-LLR-168
    [Fact]
    public Task Accepts_orders_and_tolerances() => Verify<FloatEqualityRule>.Accepts("""
        static class P { static bool A(float x, float y) => x < y || x >= y; static bool B(double x) => System.Math.Abs(x) < 0.1; static bool C(double x) => x is > 0.5 and < 1.5; }
        """);

    [Fact]
    public Task Accepts_integers_and_constants() => Verify<FloatEqualityRule>.Accepts("""
        static class P { const bool B = 1.5 == 2.5; static bool A(int x) => x == 3 && x is 3 && x.Equals(3); }
        """);

    [Fact]
    public Task Accepts_whole_constants_on_the_host() => Verify<FloatEqualityRule>.Accepts(
        "static class P { static bool A(double x) => x == 0.0 || x is 100 || x.Equals(0); }", s => s with { Profile = "host" });

    [Fact]
    public Task Reports_computed_values_on_the_host() => Verify<FloatEqualityRule>.Reports(
        "static class P { static bool A(double x, double y) => [|x == y|] || [|x == 0.1|] || [|x == double.NaN|] || [|x.Equals(y)|]; }", s => s with { Profile = "host" });
}
