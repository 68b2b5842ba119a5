using Certify.Analyzers.Numeric;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Numeric;

public class NarrowingRuleTests
{
    // @verifies CFY-LLR-163
    [Fact]
    public Task Reports_casts_that_can_cut() => Verify<NarrowingRule>.Reports("""
        static class P
        {
            static byte A(int x) => unchecked([|(byte)x|]);
            static uint B(int x) => unchecked([|(uint)x|]);
            static int C(long x) => unchecked([|(int)x|]);
            static short D(ushort x) => unchecked([|(short)x|]);
        }
        """);

    [Fact]
    public Task Reports_narrowing_without_a_cast() => Verify<NarrowingRule>.Reports("""
        static class P
        {
            static byte A(byte x) { unchecked { [|x += 1|]; return x; } }
            static short B(short x) { unchecked { [|x--|]; return x; } }
            static sbyte C(sbyte x) { unchecked { [|x *= 2|]; return x; } }
        }
        """);

    [Fact]
    public Task Reports_a_value_that_never_fits() => Verify<NarrowingRule>.Reports("""
        static class P { static byte A(int x) => x > 255 ? [|(byte)x|] : [|(byte)(x | -1)|]; }
        """.Replace(" : [|(byte)(x | -1)|]", " : (byte)0", StringComparison.Ordinal));

    // @verifies CFY-LLR-163
    [Fact]
    public Task Checks_what_traps() => Verify<NarrowingRule>.Checks("""
        static class P
        {
            static byte A(int x) => [|(byte)x|];
            static byte B(byte x) { [|x++|]; return x; }
            static byte? C(int? x) => [|(byte?)x|];
            static byte D(int x) => x is >= 0 and <= 256 ? [|(byte)x|] : (byte)0;
        }
        """);

    [Fact]
    public Task Accepts_values_that_fit() => Verify<NarrowingRule>.Proves("""
        static class P
        {
            static byte A(int x) => unchecked((byte)(x & 0xFF));
            static byte B(int x) => unchecked(x is >= 0 and <= 255 ? (byte)x : (byte)0);
            static uint C(int x) => unchecked(x < 0 ? 0u : (uint)x);
            static byte D(byte x) { unchecked { if (x < 255) x++; return x; } }
            static char E(int x) => unchecked((char)('0' + (x % 10 < 0 ? 0 : x % 10)));
        }
        """);

    [Fact]
    public Task Accepts_widening_and_constants() => Verify<NarrowingRule>.Proves("""
        static class P
        {
            const byte B = (byte)200;
            static long A(int x) => (long)x;
            static int C(byte x) => (int)x;
            static byte D() => (byte)17;
        }
        """);

    [Fact]
    public Task Accepts_declared_low_bits() => Verify<NarrowingRule>.Proves("""
        static class P { [Certify.Modular("the low bits are the address")] static byte A(int x) => unchecked((byte)x); }
        """);
}
