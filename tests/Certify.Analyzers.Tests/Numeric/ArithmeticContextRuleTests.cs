using Certify.Analyzers.Numeric;
using Certify.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Tests.Numeric;

public class ArithmeticContextRuleTests
{
    // @verifies CFY-LLR-173
    [Fact]
    public Task Reports_unchecked_outside_modular_members() => Verify<ArithmeticContextRule>.Reports("""
        static class P { static int A(int x) => [|unchecked|](x + 1); static int B(int x) { [|unchecked|] { return x + 1; } } }
        """);

    [Fact]
    public Task Reports_modular_without_reason() => Verify<ArithmeticContextRule>.Reports("""
        static class P { [Certify.Modular("")] static int A(int x) => [|unchecked|](x + 1); }
        """);

    [Fact]
    public async Task Reports_project_without_checking()
    {
        var findings = await new Snippet("class C { }") { Options = o => o.WithOverflowChecks(false) }.RunAsync(new ArithmeticContextRule());
        Assert.Equal(Location.None, Assert.Single(findings).Location);
    }

    // @verifies CFY-LLR-173
    [Fact]
    public Task Accepts_unchecked_in_modular_members() => Verify<ArithmeticContextRule>.Accepts("""
        static class P
        {
            [Certify.Modular("sum modulo 2^32")] static uint A(uint x) => unchecked(x + 1);
            [Certify.Modular("sum modulo 2^32")] static uint B { get { unchecked { return A(1) + 1; } } }
        }
        """);

    [Fact]
    public Task Accepts_unchecked_in_modular_types() => Verify<ArithmeticContextRule>.Accepts("""
        [Certify.Modular("sums modulo 2^32")] static class P { static uint A(uint x) => unchecked(x + 1); static class Q { static uint B(uint x) => unchecked(x + 1); } }
        """);

    [Fact]
    public Task Accepts_checked_and_nothing_said() => Verify<ArithmeticContextRule>.Accepts(
        "static class P { static int A(int x) => checked(x + 1); static int B(int x) => x + 1; }");

    [Fact]
    public Task Accepts_checked_statement_of_a_project_that_checks() => Verify<ArithmeticContextRule>.Accepts(
        "static class P { static int A(int x) { checked { return x + 1; } } }");
}
