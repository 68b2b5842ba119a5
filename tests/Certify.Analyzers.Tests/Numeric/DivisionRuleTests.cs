using Certify.Analyzers.Numeric;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Numeric;

public class DivisionRuleTests
{
    // @verifies CFY-LLR-164
    [Fact]
    public Task Reports_divisor_that_is_zero() => Verify<DivisionRule>.Reports("""
        static class P
        {
            static int A(int x, int y) { if (y == 0) return [|x / y|]; return 0; }
            static int B(int x) { var y = 0; return [|x % y|]; }
        }
        """);

    [Fact]
    public Task Reports_compound_division_by_zero() => Verify<DivisionRule>.Reports("""
        static class P { static int A(int x, uint y) { if (y < 1) [|x /= (int)y|]; return x; } }
        """);

    [Fact]
    public Task Reports_least_value_by_minus_one() => Verify<DivisionRule>.Reports("""
        static class P { static int A() { var x = int.MinValue; var y = -1; return [|x / y|]; } }
        """);

    // @verifies CFY-LLR-164
    [Fact]
    public Task Checks_divisors_that_can_be_zero() => Verify<DivisionRule>.Checks("""
        static class P
        {
            static int A(int x, int y) => [|x / y|];
            static uint B(uint x, uint y) => y >= 0 ? [|x % y|] : 0;
            static int C(int x, int y) => y != 0 ? [|x / y|] : 0;
            static int D(int x, int y) => y >= -1 && x > 5 ? [|x / y|] : 0;
        }
        """);

    [Fact]
    public Task Accepts_divisors_that_a_condition_excludes() => Verify<DivisionRule>.Proves("""
        static class P
        {
            static int A(int x, int y) => y > 0 ? x / y : 0;
            static uint B(uint x, uint y) => y != 0 ? x / y : 0;
            static int C(int x, int y) => x > int.MinValue && y != 0 ? x % y : 0;
            static int D(int x, int y) { if (y <= -2) return x / y; return 0; }
        }
        """);

    [Fact]
    public Task Accepts_constants() => Verify<DivisionRule>.Proves("""
        static class P { const int N = 4; static int A(int x) => x / N + x % 10 + x / -3; }
        """);

    [Fact]
    public Task Accepts_floating_point_and_own_operators() => Verify<DivisionRule>.Proves("""
        struct V { public static V operator /(V a, int b) => a; }
        static class P { static double A(double x, double y) => x / y; static V B(V v, int x) => v / x; }
        """);
}
