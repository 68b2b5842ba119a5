using Certify.Analyzers.Numeric;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Numeric;

public class MagicNumberRuleTests
{
    // @verifies CFY-LLR-172
    [Fact]
    public Task Reports_numbers_without_a_name() => Verify<MagicNumberRule>.Reports("""
        static class P { static int A(int x) => x > [|3|] ? [|100|] : 0; static float B(float x) => x * [|0.3f|] + [|3.0f|]; }
        """);

    [Fact]
    public Task Reports_initial_values_of_variables() => Verify<MagicNumberRule>.Reports("""
        static class P { static int s_x = [|17|]; static int A() { int y = [|42|]; return y + s_x; } }
        """);

    [Fact]
    public Task Reports_masks_that_are_no_bits() => Verify<MagicNumberRule>.Reports("""
        static class P { static uint A(uint x) => x & [|0x5A|]; static int B(int x) => -[|7|]; }
        """);

    // @verifies CFY-LLR-172
    [Fact]
    public Task Accepts_plain_numbers() => Verify<MagicNumberRule>.Accepts("""
        static class P { static int A(int x) => x * 2 + 1 - 0 + -1; static float B(float x) => x * 0.5f + 1.0f + 1.5f; }
        """);

    [Fact]
    public Task Accepts_declarations() => Verify<MagicNumberRule>.Accepts("""
        enum E : int { A = 0, B = 77 }
        static class P
        {
            const int Limit = 300;
            static readonly int[] s_t = { 3, 4, 5 };
            static System.ReadOnlySpan<byte> Table => [7, 8, 9];
            static int A(int x = 30) { const int Local = 99; return Local + Limit + x + s_t[0]; }
        }
        """);

    [Fact]
    public Task Accepts_shift_counts_and_bits() => Verify<MagicNumberRule>.Accepts("""
        static class P { static uint A(uint x) => (x >> 24) & 0xFF | 0x40 | (1u << 7); }
        """);

    [Fact]
    public Task Accepts_shifts_and_masks_in_every_form() => Verify<MagicNumberRule>.Accepts("""
        static class P
        {
            static uint A(uint x) { x <<= 3; x >>= 5; x &= 0x0F; x |= 0x10; x ^= 0x80; return (x >>> 7) ^ 0x1FF; }
            static uint B(uint x) => x & ~(uint)(0x40);
        }
        """);

    [Fact]
    public Task Accepts_fixed_buffers_attributes_and_static_tables() => Verify<MagicNumberRule>.Accepts("""
        unsafe struct S { public fixed int Row[16]; }
        static class P
        {
            static int Limit => 42;
            static int[] Table => [5, 6];
            [System.Obsolete("x", DiagnosticId = "y"), System.Runtime.CompilerServices.MethodImpl((short)64)] static void A() { }
        }
        """);

    [Fact]
    public Task Reports_fractions_and_values_of_properties() => Verify<MagicNumberRule>.Reports("""
        class C
        {
            int Limit => [|42|];
            int Sum { get { return [|43|]; } }
            static int Twice => Base * [|3|];
            const int Base = 7;
            static double A(double x) => x * [|2.5|] + x * [|0.25|] + x * [|0.75f|] + 2.0 + 0.0;
            static int B(int x) => (x << 3) + (x & [|6|]) + (x | [|5|]) + ([|3|] + x);
            int _f = [|9|];
        }
        """);
}
