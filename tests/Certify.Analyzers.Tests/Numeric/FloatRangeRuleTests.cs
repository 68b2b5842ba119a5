using Certify.Analyzers.Numeric;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Numeric;

public class FloatRangeRuleTests
{
    // @verifies CFY-LLR-169
    [Fact]
    public Task Reports_divisors_that_can_be_zero() => Verify<FloatRangeRule>.Reports("""
        static class P
        {
            static float A(float x, float y) => [|x / y|];
            static double B(double x, int n) => [|x % n|];
            static float C(float x, float y) { if (y >= 0.0f) return [|x / y|]; return 0.0f; }
            static float D(float x, float y) { [|x /= y|]; return x; }
        }
        """);

    [Fact]
    public Task Reports_functions_outside_their_domain() => Verify<FloatRangeRule>.Reports("""
        using System;
        static class P { static double A(double x) => [|Math.Sqrt(x)|]; static double B(double x) => x >= 0 ? [|Math.Log(x)|] : 0; static float C(double x) => [|(float)x|]; }
        """);

    [Fact]
    public Task Reports_conversions_that_nothing_checks() => Verify<FloatRangeRule>.Reports("""
        static class P { static int A(float x) => unchecked([|(int)x|]); static byte B(double x) => x < 256 ? unchecked([|(byte)x|]) : (byte)0; }
        """);

    // @verifies CFY-LLR-169
    [Fact]
    public Task Checks_conversions_that_trap() => Verify<FloatRangeRule>.Checks("""
        static class P { static int A(float x) => [|(int)x|]; static long B(double x) => x < 9.3e18 && x > -9.3e18 ? [|(long)x|] : 0; }
        """);

    [Fact]
    public Task Accepts_conversions_of_what_fits() => Verify<FloatRangeRule>.Proves("""
        static class P
        {
            static int A(float x) => unchecked(x > -1e6f && x < 1e6f ? (int)x : 0);
            static byte B(double x) => unchecked(x > -1 && x < 256 ? (byte)x : (byte)0);
            static int C(double x) => unchecked(x is >= -2147483648.0 and < 2147483648.0 ? (int)x : 0);
            static float D(double x) => System.Math.Abs(x) <= 1000.0 ? (float)x : 0.0f;
            static int E(short x) => unchecked((int)(x * 0.5f));
        }
        """);

    [Fact]
    public Task Accepts_divisors_that_are_not_zero() => Verify<FloatRangeRule>.Proves("""
        static class P
        {
            static float A(float x, float y) => y > 0.5f ? x / y : 0.0f;
            static double B(double x) => x / 3.0;
            static double C(double x, int n) => n > 0 ? x / n : 0.0;
            static double D(double x) => x > 1.0 ? System.Math.Sqrt(x) : 0.0;
            static float E(float x, float y) => y < 0.0f ? x / y : 0.0f;
        }
        """);

    [Fact]
    public Task Accepts_results_that_are_tested() => Verify<FloatRangeRule>.Proves("""
        static class P
        {
            static float A(float x, float y) { float r = x / y; return float.IsFinite(r) ? r : 0.0f; }
            static double B(double x, double y) { double r; r = x / y; if (r > 0.0 && r < 9.0) { return r; } return 0.0; }
            static bool C(float x, float y) => x / y < 3.0f;
            static bool D(float x, float y) => float.IsNaN(x / y);
        }
        """);
}
