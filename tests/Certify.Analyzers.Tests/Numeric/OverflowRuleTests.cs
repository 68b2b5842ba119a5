using Certify.Analyzers.Numeric;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Numeric;

public class OverflowRuleTests
{
    // @verifies CFY-LLR-162
    [Fact]
    public Task Reports_unchecked_arithmetic_that_can_wrap() => Verify<OverflowRule>.Reports("""
        static class P
        {
            static int A(int x, int y) => unchecked([|x + y|]);
            static uint B(uint x) { unchecked { [|x--|]; return [|x * 3|]; } }
            static int C(int x) { unchecked { return [|-x|]; } }
            static long D(long x) { unchecked { [|x += 1|]; return x; } }
        }
        """);

    [Fact]
    public Task Reports_what_overflows_in_every_run() => Verify<OverflowRule>.Reports("""
        static class P
        {
            static int A(int x) { if (x > 2000000000) return [|x + 1000000000|]; return x; }
            static int B() { var x = int.MaxValue; return [|x + 1|]; }
            static uint C(uint x) => x < 5 ? [|x - 5|] : x;
        }
        """);

    [Fact]
    public Task Reports_modular_without_reason() => Verify<OverflowRule>.Reports("""
        static class P
        {
            [Certify.Modular(" ")] static int A(int x) => unchecked([|x + 1|]);
            static int B(int x) { [Certify.Modular("inner")] static int F(int y) => unchecked([|y + 1|]); return F(x); }
        }
        """.Replace("[Certify.Modular(\"inner\")] ", "", StringComparison.Ordinal));

    // @verifies CFY-LLR-162
    [Fact]
    public Task Checks_what_traps() => Verify<OverflowRule>.Checks("""
        static class P
        {
            static int A(int x, int y) => [|x + y|];
            static int B(int x) { [|x--|]; return [|-x|]; }
            static long C(long x) => [|x * x|];
            static int D(int x) => x >= int.MaxValue - 1 ? 0 : [|x + 3|];
        }
        """);

    [Fact]
    public Task Accepts_results_that_fit() => Verify<OverflowRule>.Proves("""
        static class P
        {
            static int A(int x) => unchecked(x < 100 && x > -100 ? x * 1000 + 7 : 0);
            static int B(byte x, short y) => unchecked(x * y + x);
            static long C(int x, int y) => unchecked((long)x * y);
            static int D(int[] a) { unchecked { var n = 0; for (var i = 0; i < a.Length; i++) n = i; return n; } }
            static int E(int x) => unchecked(x > int.MinValue ? -x : 0);
            static uint F(uint x) => unchecked(x > 0 ? x - 1 : 0);
            static int G(int x) => unchecked(x == int.MaxValue ? 0 : x + 1);
        }
        """);

    [Fact]
    public Task Accepts_wrapping_that_is_declared() => Verify<OverflowRule>.Proves("""
        static class P
        {
            [Certify.Modular("checksum")] static int A(int x) => unchecked(x * 31);
            [Certify.Modular("checksum")] static int B { get { unchecked { int x = A(1); return x + x; } } }
        }
        [Certify.Modular("counters")] struct S { uint _n; void F() { unchecked { _n++; } } }
        """);

    [Fact]
    public Task Accepts_counters_and_differences_of_relations() => Verify<OverflowRule>.Proves("""
        using System;
        static class P
        {
            static int A(ReadOnlySpan<byte> s) { unchecked { var n = 0; for (var i = s.Length - 1; i >= 0; i--) if (s[i] != 0) n = i; return n; } }
            static int B(Span<int> s, int used) => unchecked(used >= 0 && used <= s.Length ? s.Length - used : 0);
            static int C([Certify.Range(0, 100)] int level) => unchecked(level * 1000);
            static int D(int x) => unchecked((x & 0xFF) + (Math.Min(x, 5) > 0 ? 1 : 2));
            static int E(int x) { unchecked { switch (x) { case 3: return x + 1; case > 5 and < 9: return x + 1; default: return 0; } } }
        }
        struct S { int _n; int F() { unchecked { if (_n < 10) { _n = _n + 1; } return _n; } } }
        """);
}
