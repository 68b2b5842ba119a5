using Certify.Analyzers.CodeFixes;
using Certify.Analyzers.ControlFlow;
using Fix = Certify.Analyzers.Tests.CodeFixes.Fixing<Certify.Analyzers.ControlFlow.ShortCircuitRule, Certify.Analyzers.CodeFixes.ShortCircuitFix>;

namespace Certify.Analyzers.Tests.CodeFixes;

/// <summary>What <see cref="ShortCircuitFix"/> makes of findings of <see cref="ShortCircuitRule"/>, and what it leaves alone.</summary>
public class ShortCircuitFixTests
{
    // @verifies CFY-LLR-237
    [Fact]
    public Task Turns_and() => Fix.Gives(
        """
        static class C
        {
            static bool M(bool a, bool b) => a & b;
        }
        """,
        """
        static class C
        {
            static bool M(bool a, bool b) => a && b;
        }
        """);

    [Fact]
    public Task Turns_or_with_a_comparison() => Fix.Gives(
        """
        static class C
        {
            static bool M(bool a, int b) => a | b > 3;
        }
        """,
        """
        static class C
        {
            static bool M(bool a, int b) => a || b > 3;
        }
        """);

    [Fact]
    public Task Turns_exclusive_or_and_keeps_comparisons_together() => Fix.Gives(
        """
        static class C
        {
            static bool M(int a, int b, bool c) => a == b ^ c;
        }
        """,
        """
        static class C
        {
            static bool M(int a, int b, bool c) => (a == b) != c;
        }
        """);

    [Fact]
    public Task Keeps_the_grouping_within_a_looser_operator() => Fix.Gives(
        """
        static class C
        {
            static bool M(bool a, bool b, bool c) => a && b | c;
        }
        """,
        """
        static class C
        {
            static bool M(bool a, bool b, bool c) => a && (b || c);
        }
        """);

    [Fact]
    public Task Writes_out_an_accumulating_assignment() => Fix.Gives(
        """
        static class C
        {
            static bool M(bool a, bool b)
            {
                a &= b;
                return a;
            }
        }
        """,
        """
        static class C
        {
            static bool M(bool a, bool b)
            {
                a = a && b;
                return a;
            }
        }
        """);

    [Fact]
    public Task Puts_parentheses_around_a_longer_value() => Fix.Gives(
        """
        static class C
        {
            static bool M(bool a, bool b, bool c)
            {
                a |= b && c;
                return a;
            }
        }
        """,
        """
        static class C
        {
            static bool M(bool a, bool b, bool c)
            {
                a = a || (b && c);
                return a;
            }
        }
        """);

    [Fact]
    public Task Turns_all() => Fix.GivesAll(
        """
        static class C
        {
            static bool M(bool a, bool b) => a & b;

            static bool N(bool a, bool b) => a | b;
        }
        """,
        """
        static class C
        {
            static bool M(bool a, bool b) => a && b;

            static bool N(bool a, bool b) => a || b;
        }
        """);

    [Fact]
    public Task Turns_a_chain() => Fix.GivesAll(
        """
        static class C
        {
            static bool M(bool a, bool b, bool c) => a & b & c;
        }
        """,
        """
        static class C
        {
            static bool M(bool a, bool b, bool c) => (a && b) && c;
        }
        """);

    [Fact]
    public Task Leaves_a_call_on_the_right() => Fix.LeavesAlone(
        """
        static class C
        {
            static bool M(bool a) => a & N();

            static bool N() => true;
        }
        """);

    [Fact]
    public Task Leaves_a_write_on_the_right() => Fix.LeavesAlone(
        """
        static class C
        {
            static bool M(bool a, bool b) => a & (b = true);
        }
        """);

    [Fact]
    public Task Leaves_nullable_values() => Fix.LeavesAlone(
        """
        static class C
        {
            static bool? M(bool? a, bool? b) => a & b;
        }
        """);

    [Fact]
    public Task Leaves_an_element_as_target() => Fix.LeavesAlone(
        """
        static class C
        {
            static void M(bool[] a, bool b)
            {
                a[0] |= b;
            }
        }
        """);
}
