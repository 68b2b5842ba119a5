using Certify.Analyzers.CodeFixes;
using Certify.Analyzers.ControlFlow;
using Fix = Certify.Analyzers.Tests.CodeFixes.Fixing<Certify.Analyzers.ControlFlow.NestedAssignmentRule, Certify.Analyzers.CodeFixes.NestedAssignmentFix>;

namespace Certify.Analyzers.Tests.CodeFixes;

/// <summary>What <see cref="NestedAssignmentFix"/> makes of findings of <see cref="NestedAssignmentRule"/>, and what it leaves alone.</summary>
public class NestedAssignmentFixTests
{
    // @verifies CFY-LLR-246
    [Fact]
    public Task Splits_a_chain() => Fix.Gives(
        """
        static class C
        {
            static int M(int a, int b, int c)
            {
                a = b = 5;
                return a + b + c;
            }
        }
        """,
        """
        static class C
        {
            static int M(int a, int b, int c)
            {
                b = 5;
                a = b;
                return a + b + c;
            }
        }
        """);

    [Fact]
    public Task Moves_an_increment_behind() => Fix.Gives(
        """
        static class C
        {
            static int M(int a, int b, int c)
            {
                a = b++;
                return a + b + c;
            }
        }
        """,
        """
        static class C
        {
            static int M(int a, int b, int c)
            {
                a = b;
                b++;
                return a + b + c;
            }
        }
        """);

    [Fact]
    public Task Moves_an_increment_before() => Fix.Gives(
        """
        static class C
        {
            static int M(int a, int b, int c)
            {
                a = ++b;
                return a + b + c;
            }
        }
        """,
        """
        static class C
        {
            static int M(int a, int b, int c)
            {
                ++b;
                a = b;
                return a + b + c;
            }
        }
        """);

    [Fact]
    public Task Moves_an_increment_out_of_a_declaration() => Fix.Gives(
        """
        static class C
        {
            static int M(int a, int b, int c)
            {
                var d = b--;
                c = d;
                return a + b + c;
            }
        }
        """,
        """
        static class C
        {
            static int M(int a, int b, int c)
            {
                var d = b;
                b--;
                c = d;
                return a + b + c;
            }
        }
        """);

    [Fact]
    public Task Splits_all() => Fix.GivesAll(
        """
        static class C
        {
            static int M(int a, int b, int c)
            {
                a = b = 5;
                b = c++;
                return a + b + c;
            }
        }
        """,
        """
        static class C
        {
            static int M(int a, int b, int c)
            {
                b = 5;
                a = b;
                b = c;
                c++;
                return a + b + c;
            }
        }
        """);

    [Fact]
    public Task Leaves_the_same_variable() => Fix.LeavesAlone(
        """
        static class C
        {
            static int M(int a, int b, int c)
            {
                a = a++;
                return a + b + c;
            }
        }
        """);

    [Fact]
    public Task Leaves_a_part_of_an_expression() => Fix.LeavesAlone(
        """
        static class C
        {
            static int M(int a, int b, int c)
            {
                a = b++ + c;
                return a + b + c;
            }
        }
        """);

    [Fact]
    public Task Leaves_elements() => Fix.LeavesAlone(
        """
        static class C
        {
            static void M(int[] a, int b)
            {
                a[b] = b = 5;
            }
        }
        """);

    [Fact]
    public Task Leaves_a_reference() => Fix.LeavesAlone(
        """
        static class C
        {
            static int M(ref int a, int b)
            {
                b = a++;
                return b;
            }
        }
        """);

    [Fact]
    public Task Leaves_a_condition() => Fix.LeavesAlone(
        """
        static class C
        {
            static int M(bool a, bool b)
            {
                if (a = b)
                {
                    return 1;
                }

                return a ? 2 : 3;
            }
        }
        """);
}
