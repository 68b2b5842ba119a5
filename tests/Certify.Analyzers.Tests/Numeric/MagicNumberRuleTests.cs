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
}
