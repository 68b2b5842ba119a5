using Certify.Analyzers.Numeric;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Numeric;

public class NumericCategoryRuleTests
{
    // @verifies CFY-LLR-167
    [Fact]
    public Task Reports_mixed_signs_and_kinds() => Verify<NumericCategoryRule>.Reports("""
        static class P
        {
            static long A(int a, uint b) => a + [|b|];
            static float B(int a) => [|a|];
            static double C(long a) => [|a|] * 0.5;
            static long D(uint a) => [|a|];
            static bool E(int a, uint b) => a < [|b|];
        }
        """);

    [Fact]
    public Task Reports_characters_as_numbers() => Verify<NumericCategoryRule>.Reports("""
        static class P { static int A(char c) => [|c|] - [|c|]; static char B(char c) { [|c++|]; return c; } static int C(char c) => [|c|]; }
        """);

    [Fact]
    public Task Reports_bits_of_signed_values_and_plain_enums() => Verify<NumericCategoryRule>.Reports("""
        enum E { A, B }
        static class P
        {
            static int A(int a, int b) => [|a & b|];
            static int B(int a) => [|~a|];
            static int C(int a) { [|a |= 1|]; return a; }
            static E D(E a, E b) => [|a | b|];
        }
        """);

    // @verifies CFY-LLR-167
    [Fact]
    public Task Accepts_casts() => Verify<NumericCategoryRule>.Accepts("""
        static class P { static long A(int a, uint b) => a + (long)b; static float B(int a) => (float)a; static int C(char c) => (int)c; }
        """);

    [Fact]
    public Task Accepts_constants_and_steps_inside_a_kind() => Verify<NumericCategoryRule>.Accepts("""
        static class P
        {
            static uint A(uint a) => a + 1;
            static double B(float a) => a;
            static long C(int a) => a;
            static int D(byte a, ushort b) => a + b;
            static double E() => 3;
            static bool F(char c) => c >= 'a' && c <= 'z';
        }
        """);

    [Fact]
    public Task Accepts_bits_of_unsigned_values_and_flags() => Verify<NumericCategoryRule>.Accepts("""
        [System.Flags] enum E { A = 1, B = 2 }
        static class P { static uint A(uint a, uint b) => a & ~b; static E B(E a, E b) => a | b; static bool C(bool a, bool b) => a & b; static int D(byte a) => a & 7; }
        """);
}
