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

    [Fact]
    public Task Reports_results_whose_test_is_another_s_or_comes_before() => Verify<FloatRangeRule>.Reports("""
        static class P
        {
            static int A(float x) { int r = unchecked([|(int)x|]); return r > 3 ? 1 : 0; }
            static float B(float x, float y, float z) { float r = [|x / y|]; return z > 0.0f ? r : 0.0f; }
            static float C(float x, float y) { float r = 1.0f; bool b = r > 0.0f; r = [|x / y|]; return b ? r : 0.0f; }
            static float D(float x, float y) { float r = [|x / y|]; float s = r + 1.0f; return s > 0.0f ? s : 0.0f; }
            static float E(float x, float y) { float r = [|x / y|]; System.Math.Abs(r); return r; }
        }
        """);

    [Fact]
    public Task Accepts_tests_behind_conversions_and_signs() => Verify<FloatRangeRule>.Proves("""
        static class P
        {
            static double A(float x, float y) { double r = x / y; return double.IsFinite(r) ? r : 0.0; }
            static double B(float x, float y) { double r = (double)(x / y); return double.IsInfinity(r) ? 0.0 : r; }
            static float C(float x, float y) { float r = x / y; return -r > 3.0f ? r : 0.0f; }
            static float D(float x, float y) { float r = x / y; return (double)r < 9.0 ? r : 0.0f; }
            static float E(float x, float y) { float r = x / y; return r is > 0.0f and < 3.0f ? r : 0.0f; }
            static float F(float x, float y) { x /= y; return float.IsNormal(x) ? x : 0.0f; }
        }
        """);
}
