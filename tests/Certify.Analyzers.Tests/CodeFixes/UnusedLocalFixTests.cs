using Certify.Analyzers.CodeFixes;
using Certify.Analyzers.Initialisation;
using Fix = Certify.Analyzers.Tests.CodeFixes.Fixing<Certify.Analyzers.Initialisation.DeadStoreRule, Certify.Analyzers.CodeFixes.UnusedLocalFix>;

namespace Certify.Analyzers.Tests.CodeFixes;

/// <summary>What <see cref="UnusedLocalFix"/> makes of findings of <see cref="DeadStoreRule"/>, and what it leaves alone.</summary>
public class UnusedLocalFixTests
{
    // @verifies CFY-LLR-245
    [Fact]
    public Task Removes_a_local() => Fix.Gives(
        """
        static class C
        {
            static int M(int a)
            {
                var b = 5;
                return a;
            }
        }
        """,
        """
        static class C
        {
            static int M(int a)
            {
                return a;
            }
        }
        """);

    [Fact]
    public Task Removes_a_store() => Fix.Gives(
        """
        static class C
        {
            static int M(int a)
            {
                var b = a;
                a = b;
                b = 7;
                return a;
            }
        }
        """,
        """
        static class C
        {
            static int M(int a)
            {
                var b = a;
                a = b;
                return a;
            }
        }
        """);

    [Fact]
    public Task Removes_all() => Fix.GivesAll(
        """
        static class C
        {
            static int M(int a)
            {
                var b = 5;
                var c = a;
                return a;
            }
        }
        """,
        """
        static class C
        {
            static int M(int a)
            {
                return a;
            }
        }
        """);

    [Fact]
    public Task Leaves_a_call() => Fix.LeavesAlone(
        """
        static class C
        {
            static int M(int a)
            {
                var b = M(2);
                return a;
            }
        }
        """);

    [Fact]
    public Task Leaves_a_division() => Fix.LeavesAlone(
        """
        static class C
        {
            static int M(int a)
            {
                var b = 5 / a;
                return a;
            }
        }
        """);

    [Fact]
    public Task Leaves_a_local_that_is_written_again() => Fix.LeavesAlone(
        """
        static class C
        {
            static int M(int a)
            {
                var b = 5;
                b++;
                return a;
            }
        }
        """);

    [Fact]
    public Task Leaves_a_store_that_calls() => Fix.LeavesAlone(
        """
        static class C
        {
            static int M(int a)
            {
                var b = a;
                a = b;
                b = M(0);
                return a;
            }
        }
        """);
}
