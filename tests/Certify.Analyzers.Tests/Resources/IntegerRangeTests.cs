using System.Globalization;
using Certify.Analyzers.Resources;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Resources;

public class IntegerRangeTests
{
    // @verifies CFY-LLR-030
    [Theory]
    [InlineData("sb", "-128..127")]
    [InlineData("b", "0..255")]
    [InlineData("h", "-32768..32767")]
    [InlineData("uh", "0..65535")]
    [InlineData("c", "0..65535")]
    [InlineData("i", "-2147483648..2147483647")]
    [InlineData("u", "0..4294967295")]
    [InlineData("l", "-9223372036854775808..9223372036854775807")]
    [InlineData("n", "-9223372036854775808..9223372036854775807")]
    [InlineData("w", "0..18446744073709551615")]
    [InlineData("nu", "0..18446744073709551615")]
    [InlineData("d", "none")]
    [InlineData("3", "3..3")]
    [InlineData("'a'", "97..97")]
    [InlineData("2.5", "none")]
    [InlineData("t.Length", "0..2147483647")]
    public void Types_constants_and_lengths_have_a_range(string expression, string range) => Assert.Equal(range, Of(expression));

    // @verifies CFY-LLR-030
    [Theory]
    [InlineData("b + 1", "1..256")]
    [InlineData("b - 1", "-1..254")]
    [InlineData("b & 15", "0..15")]
    [InlineData("i & 0", "0..0")]
    [InlineData("i & -1", "-2147483648..2147483647")]
    [InlineData("b / 2", "0..127")]
    [InlineData("b / -2", "-2147483648..2147483647")]
    [InlineData("i / 2", "-2147483648..2147483647")]
    [InlineData("b % 10", "0..9")]
    [InlineData("b % -3", "-2147483648..2147483647")]
    [InlineData("i % 10", "-2147483648..2147483647")]
    [InlineData("b * 2", "-2147483648..2147483647")]
    [InlineData("b + i", "-2147483648..2147483647")]
    public void Arithmetic_with_a_constant_moves_the_range(string expression, string range) => Assert.Equal(range, Of(expression));

    // @verifies CFY-LLR-030
    [Theory]
    [InlineData("i + 1", "-2147483648..2147483647")]
    [InlineData("i - 1", "-2147483648..2147483647")]
    [InlineData("u + 1u", "0..4294967295")]
    [InlineData("(int)b", "0..255")]
    [InlineData("(byte)i", "0..255")]
    [InlineData("(sbyte)b", "-128..127")]
    [InlineData("(byte)(b & 15)", "0..15")]
    [InlineData("(sbyte)(b & 127)", "0..127")]
    [InlineData("(byte)(b - 1)", "0..255")]
    [InlineData("(long)i", "-2147483648..2147483647")]
    [InlineData("(int)d", "-2147483648..2147483647")]
    public void A_range_that_does_not_fit_its_type_is_all_of_the_type(string expression, string range) => Assert.Equal(range, Of(expression));

    private static string Of(string expression)
    {
        var (value, _, _) = ResultExpression.In($$"""
            static class P
            {
                static void F(sbyte sb, byte b, short h, ushort uh, char c, int i, uint u, long l, ulong w, nint n, nuint nu, double d, string t) { var result = {{expression}}; }
            }
            """);
        return IntegerRange.Of(value) is { } range ? string.Create(CultureInfo.InvariantCulture, $"{range.Min}..{range.Max}") : "none";
    }
}
