using Certify.Analyzers.Numeric;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Numeric;

public class ShiftRuleTests
{
    // @verifies CFY-LLR-166
    [Fact]
    public Task Reports_counts_outside_the_width() => Verify<ShiftRule>.Reports("""
        static class P
        {
            static uint A(uint x) => [|x << 32|];
            static ulong B(ulong x) => [|x >> -1|];
            static uint C(uint x) { [|x >>= 33|]; return x; }
            static uint D(uint x, int n) => n > 40 ? [|x << n|] : 0;
            static uint E(byte x) => (uint)([|x << 32|]);
        }
        """);

    [Fact]
    public Task Reports_counts_that_are_open() => Verify<ShiftRule>.Reports("""
        static class P { static uint A(uint x, int n) => [|x << n|]; static ulong B(ulong x, int n) => n <= 64 && n >= 0 ? [|x >> n|] : 0; }
        """);

    [Fact]
    public Task Reports_signed_operands() => Verify<ShiftRule>.Reports("""
        static class P { static int A(int x) => [|x >> 1|]; static long B(long x) { [|x <<= 2|]; return x; } }
        """);

    // @verifies CFY-LLR-166
    [Fact]
    public Task Accepts_counts_inside_the_width() => Verify<ShiftRule>.Accepts("""
        static class P
        {
            static uint A(uint x) => x << 31;
            static ulong B(ulong x, int n) => x >> (n & 63);
            static uint C(uint x, int n) => n is >= 0 and < 32 ? x >> n : 0;
            static uint D(uint x) { uint y = 0; for (var i = 0; i < 32; i++) y ^= x >> i; return y; }
        }
        """);

    [Fact]
    public Task Accepts_constants_and_own_operators() => Verify<ShiftRule>.Accepts("""
        struct V { public static V operator <<(V v, int n) => v; }
        static class P { const int Bit = 1 << 4; static V A(V v, int n) => v << n; }
        """);

    [Fact]
    public Task Accepts_open_counts_and_signs_on_the_host() => Verify<ShiftRule>.Accepts(
        "static class P { static int A(int x, int n) => x >> n; }", s => s with { Profile = "host" });

    [Fact]
    public Task Reports_certain_errors_on_the_host() => Verify<ShiftRule>.Reports(
        "static class P { static int A(int x, int n) => n < 0 ? [|x >> n|] : [|x << 32|]; }", s => s with { Profile = "host" });
}
