using System.Globalization;
using Certify.Analyzers.Program;
using Certify.Analyzers.Resources;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Resources;

/// <summary>What limits a value or a number of elements: "known", "unknown", or the parameters by their ordinals.</summary>
public class UpperBoundsTests
{
    private const int DepthMax = 32;

    // @verifies CFY-LLR-205
    [Theory]
    [InlineData("5", "known")]
    [InlineData("k", "known")]
    [InlineData("s_half", "known")]
    [InlineData("s_n", "unknown")]
    [InlineData("a", "0")]
    [InlineData("r", "unknown")]
    [InlineData("changed", "unknown")]
    [InlineData("local", "known")]
    [InlineData("open", "unknown")]
    [InlineData("sum", "unknown")]
    [InlineData("Small", "known")]
    [InlineData("Tiny", "known")]
    [InlineData("Large", "unknown")]
    [InlineData("Wide", "unknown")]
    [InlineData("(long)a", "0")]
    [InlineData("a > 1 ? a : b", "0,1")]
    [InlineData("a switch { 1 => 2, _ => b }", "1")]
    public void Values_are_limited_by_where_they_come_from(string expression, string bound) => Assert.Equal(bound, Of(expression));

    // @verifies CFY-LLR-205
    [Theory]
    [InlineData("a + b", "0,1")]
    [InlineData("a + s_n", "unknown")]
    [InlineData("a & b", "0")]
    [InlineData("(a + b) & a", "0")]
    [InlineData("b & (a + b)", "1")]
    [InlineData("a & s_n", "0")]
    [InlineData("s_n & a", "0")]
    [InlineData("s_n % a", "0")]
    [InlineData("a % s_n", "0")]
    [InlineData("a / s_n", "0")]
    [InlineData("a >> s_n", "0")]
    [InlineData("a >>> s_n", "0")]
    [InlineData("s_n / a", "unknown")]
    [InlineData("a - 1", "0")]
    [InlineData("a - t.Length", "0")]
    [InlineData("a - b", "0,1")]
    [InlineData("a - s_n", "unknown")]
    [InlineData("System.Math.Min(a, s_n)", "0")]
    [InlineData("System.Math.Max(a, b)", "0,1")]
    [InlineData("System.Math.Clamp(s_n, 0, b)", "1")]
    [InlineData("System.Math.Abs(a)", "unknown")]
    public void Arithmetic_keeps_or_loses_the_limit(string expression, string bound) => Assert.Equal(bound, Of(expression));

    // @verifies CFY-LLR-205
    [Theory]
    [InlineData("t.Length", "2")]
    [InlineData("t", "2")]
    [InlineData("s_table", "known")]
    [InlineData("s_open", "unknown")]
    [InlineData("Text", "known")]
    [InlineData("new int[4]", "known")]
    [InlineData("new int[a]", "0")]
    [InlineData("s.Slice(1)", "3")]
    [InlineData("s.Slice(1, 4)", "known")]
    [InlineData("s.Slice(1, a)", "0")]
    [InlineData("s.Slice(1, s_n)", "3")]
    [InlineData("s[1..]", "3")]
    [InlineData("System.MemoryExtensions.AsSpan(t)", "2")]
    [InlineData("default(System.Span<int>)", "known")]
    [InlineData("\"abc\"u8", "known")]
    [InlineData("a > 1 ? s : s.Slice(1, b)", "1,3")]
    public void Lengths_are_limited_by_where_the_elements_come_from(string expression, string bound) => Assert.Equal(bound, Of(expression));

    // @verifies CFY-LLR-205
    [Theory]
    [InlineData("int", "3")]
    [InlineData("System.ReadOnlySpan<int>", "new int[3]")]
    public void Locals_of_locals_are_followed_so_far_and_no_further(string type, string first)
    {
        Assert.Equal("known", Of($"x{DepthMax - 1}", Chain(DepthMax)));
        Assert.Equal("unknown", Of($"x{DepthMax}", Chain(DepthMax + 1)));

        string Chain(int count) => $"{type} x0 = {first}; " + string.Concat(Enumerable.Range(1, count - 1).Select(i => string.Create(CultureInfo.InvariantCulture, $"{type} x{i} = x{i - 1}; ")));
    }

    // @verifies CFY-LLR-205
    [Theory]
    [InlineData(".Slice(1)")]
    [InlineData("[1..]")]
    public void Parts_of_parts_are_followed_so_far_and_no_further(string part)
    {
        Assert.Equal("3", Of("s" + string.Concat(Enumerable.Repeat(part, DepthMax))));
        Assert.Equal("unknown", Of("s" + string.Concat(Enumerable.Repeat(part, DepthMax + 1))));
    }

    private static string Of(string expression, string before = "")
    {
        var (value, method, compilation) = ResultExpression.In($$"""
            static class P
            {
                static int s_n; static short s_half; static byte s_small; static int[] s_open = new int[3]; static readonly int[] s_table = [1, 2];
                static int Small => 7; static int Tiny => s_small; static int Large => s_n; static int Wide { get { if (s_n > 1) { return 1; } return 2; } }
                static System.ReadOnlySpan<byte> Text => "abc"u8;
                static void F(int a, int b, int[] t, System.Span<int> s, ref int r, byte k, int changed)
                {
                    changed = s_n; int local = 3; int open = s_n; int sum = 1; sum += a; {{before}}
                    var result = {{expression}};
                }
            }
            """);
        var program = ProgramFacts.Of(compilation);
        var bounds = new UpperBounds(program.Find(method)!, program);
        var bound = UpperBounds.HasLength(value) ? bounds.Length(value) : bounds.Of(value);
        return bound.IsUnknown ? "unknown" : bound.Needs.Count == 0 ? "known" : string.Join(',', bound.Needs.Order());
    }
}
