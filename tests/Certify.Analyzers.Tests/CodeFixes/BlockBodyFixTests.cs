using Certify.Analyzers.CodeFixes;
using Certify.Analyzers.ControlFlow;
using Fix = Certify.Analyzers.Tests.CodeFixes.Fixing<Certify.Analyzers.ControlFlow.BlockBodyRule, Certify.Analyzers.CodeFixes.BlockBodyFix>;

namespace Certify.Analyzers.Tests.CodeFixes;

/// <summary>What <see cref="BlockBodyFix"/> makes of findings of <see cref="BlockBodyRule"/>, and what it leaves alone.</summary>
public class BlockBodyFixTests
{
    // @verifies CFY-LLR-238
    [Fact]
    public Task Wraps_a_body_on_its_own_line() => Fix.Gives(
        """
        static class C
        {
            static int M(int a)
            {
                if (a > 0)
                    a = 1;
                return a;
            }
        }
        """,
        """
        static class C
        {
            static int M(int a)
            {
                if (a > 0)
                {
                    a = 1;
                }
                return a;
            }
        }
        """);

    [Fact]
    public Task Wraps_a_body_on_the_same_line() => Fix.Gives(
        """
        static class C
        {
            static int M(int a)
            {
                while (a > 0) a--;
                return a;
            }
        }
        """,
        """
        static class C
        {
            static int M(int a)
            {
                while (a > 0)
                {
                    a--;
                }
                return a;
            }
        }
        """);

    [Fact]
    public Task Keeps_a_comment() => Fix.Gives(
        """
        static class C
        {
            static int M(int a)
            {
                if (a > 0) // Above.
                    a = 1;
                return a;
            }
        }
        """,
        """
        static class C
        {
            static int M(int a)
            {
                if (a > 0) // Above.
                {
                    a = 1;
                }
                return a;
            }
        }
        """);

    [Fact]
    public Task Wraps_both_branches() => Fix.GivesAll(
        """
        static class C
        {
            static int M(int a)
            {
                if (a > 0) a = 1; else a = 2;
                return a;
            }
        }
        """,
        """
        static class C
        {
            static int M(int a)
            {
                if (a > 0)
                {
                    a = 1;
                }
                else
                {
                    a = 2;
                }
                return a;
            }
        }
        """);

    [Fact]
    public Task Wraps_the_body_of_do() => Fix.Gives(
        """
        static class C
        {
            static int M(int a)
            {
                do a--; while (a > 0);
                return a;
            }
        }
        """,
        """
        static class C
        {
            static int M(int a)
            {
                do
                {
                    a--;
                }
                while (a > 0);
                return a;
            }
        }
        """);

    [Fact]
    public Task Removes_a_stray_semicolon() => Fix.Gives(
        """
        static class C
        {
            static int M(int a)
            {
                a--;;
                return a;
            }
        }
        """,
        """
        static class C
        {
            static int M(int a)
            {
                a--;
                return a;
            }
        }
        """);

    [Fact]
    public Task Leaves_an_empty_loop() => Fix.LeavesAlone(
        """
        static class C
        {
            static void M(int a)
            {
                while (a > 0);
            }
        }
        """);

    [Fact]
    public Task Leaves_an_empty_block() => Fix.LeavesAlone(
        """
        static class C
        {
            static void M()
            {
            }
        }
        """);
}
