using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ControlFlow;

public class OperatorGroupingRuleTests
{
    // @verifies CFY-LLR-136
    [Fact]
    public Task Reports_and_within_or() => Verify<OperatorGroupingRule>.Reports("""
        static class P
        {
            static bool A(bool a, bool b, bool c) => a || [|b && c|];
            static bool B(bool a, bool b, bool c) => [|a && b|] || c;
            static bool C(int x) => x is [|> 1 and < 5|] or 7;
        }
        """);

    [Fact]
    public Task Reports_bits_and_shifts_beside_anything() => Verify<OperatorGroupingRule>.Reports("""
        static class P
        {
            static int A(int a, int b) => [|a + b|] << 1;
            static int B(int a, int b) => [|a & b|] | 1;
            static int C(int a, int b) => a | [|b << 2|];
            static bool D(bool a, int b) => a & [|b == 1|];
            static int E(int a, int b) => a ^ [|b * 2|];
            static bool F(int a, int b) => [|a >>> 2|] < b;
        }
        """);

    [Fact]
    public Task Reports_quotients_comparisons_and_choices() => Verify<OperatorGroupingRule>.Reports("""
        static class P
        {
            static int A(int a, int b, int c) => [|a / b|] * c;
            static int B(int a, int b, int c) => [|a * b|] / c;
            static bool D(int a, int b, bool c) => [|a < b|] == c;
            static int E(bool a, bool b) => a ? 1 : [|b ? 2 : 3|];
            static int F(int? a, int b) => a ?? [|b + 1|];
            static int G(int a, int b, int c) => [|a / b|] / c;
        }
        """);

    [Fact]
    public Task Accepts_parenthesised_groups() => Verify<OperatorGroupingRule>.Accepts("""
        static class P
        {
            static bool A(bool a, bool b, bool c) => a || (b && c);
            static int B(int a, int b) => (a + b) << 1;
            static int C(int a, int b, int c) => (a / b) * c;
            static bool D(int x) => x is (> 1 and < 5) or 7;
            static int E(bool a, bool b) => a ? 1 : (b ? 2 : 3);
        }
        """);

    [Fact]
    public Task Accepts_school_arithmetic_and_comparisons_in_conditions() => Verify<OperatorGroupingRule>.Accepts("""
        static class P
        {
            static int A(int a, int b, int c) => a + b * c - 1;
            static bool B(int a, int b, int c) => a + 1 < b && b != c * 2;
            static int C(int a, int b, int c) => a * b * c + a / b;
        }
        """);

    [Fact]
    public Task Accepts_chains_of_one_operator() => Verify<OperatorGroupingRule>.Accepts("""
        static class P
        {
            static bool A(bool a, bool b, bool c) => a && b && c;
            static bool B(bool a, bool b, bool c) => a || b || c;
            static int C(int a, int b, int c) => a | b | c;
            static int? D(int? a, int? b, int? c) => a ?? b ?? c;
            static bool E(int x) => x is 1 or 2 or 3;
            static int F(int a) => -a + ~a;
            static int G(bool a, int b) => a ? b + 1 : b * 2;
        }
        """);
}
