using Certify.Analyzers.CodeFixes;
using Certify.Analyzers.ControlFlow;
using Fix = Certify.Analyzers.Tests.CodeFixes.Fixing<Certify.Analyzers.ControlFlow.OperatorGroupingRule, Certify.Analyzers.CodeFixes.GroupingFix>;

namespace Certify.Analyzers.Tests.CodeFixes;

/// <summary>What <see cref="GroupingFix"/> makes of findings of <see cref="OperatorGroupingRule"/>, and what it leaves alone.</summary>
public class GroupingFixTests
{
    // @verifies CFY-LLR-240
    [Fact]
    public Task Groups_a_shift() => Fix.Gives(
        """
        static class C
        {
            static int M(int a, int b) => a << 8 | b;
        }
        """,
        """
        static class C
        {
            static int M(int a, int b) => (a << 8) | b;
        }
        """);

    [Fact]
    public Task Groups_patterns() => Fix.Gives(
        """
        static class C
        {
            static bool M(int a) => a is > 1 and < 3 or 7;
        }
        """,
        """
        static class C
        {
            static bool M(int a) => a is (> 1 and < 3) or 7;
        }
        """);

    [Fact]
    public Task Groups_all() => Fix.GivesAll(
        """
        static class C
        {
            static bool M(bool a, bool b, bool c) => a && b || c;

            static bool N(bool a, bool b, bool c) => a || b && c;
        }
        """,
        """
        static class C
        {
            static bool M(bool a, bool b, bool c) => (a && b) || c;

            static bool N(bool a, bool b, bool c) => a || (b && c);
        }
        """);

    [Fact]
    public Task Groups_both_sides() => Fix.GivesAll(
        """
        static class C
        {
            static bool M(bool a, bool b, bool c, bool d) => a && b || c && d;
        }
        """,
        """
        static class C
        {
            static bool M(bool a, bool b, bool c, bool d) => (a && b) || (c && d);
        }
        """);
}
