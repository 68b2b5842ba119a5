using Certify.Analyzers.CodeFixes;
using Certify.Analyzers.ControlFlow;
using Fix = Certify.Analyzers.Tests.CodeFixes.Fixing<Certify.Analyzers.ControlFlow.SwitchRule, Certify.Analyzers.CodeFixes.DefaultLastFix>;

namespace Certify.Analyzers.Tests.CodeFixes;

/// <summary>What <see cref="DefaultLastFix"/> makes of findings of <see cref="SwitchRule"/>, and what it leaves alone.</summary>
public class DefaultLastFixTests
{
    // @verifies CFY-LLR-239
    [Fact]
    public Task Moves_the_default_behind_the_cases() => Fix.Gives(
        """
        static class C
        {
            static int M(int a)
            {
                switch (a)
                {
                    default:
                        return 0;
                    case 1:
                        return 2;
                    case 2:
                        return 3;
                }
            }
        }
        """,
        """
        static class C
        {
            static int M(int a)
            {
                switch (a)
                {
                    case 1:
                        return 2;
                    case 2:
                        return 3;
                    default:
                        return 0;
                }
            }
        }
        """);

    [Fact]
    public Task Moves_the_default_of_each() => Fix.GivesAll(
        """
        static class C
        {
            static int M(int a)
            {
                switch (a)
                {
                    case 1:
                        return 2;
                    default:
                        return 0;
                    case 2:
                        return 3;
                }
            }
        }

        static class D
        {
            static int M(int a)
            {
                switch (a)
                {
                    default:
                        return 0;
                    case 1:
                        return 2;
                }
            }
        }
        """,
        """
        static class C
        {
            static int M(int a)
            {
                switch (a)
                {
                    case 1:
                        return 2;
                    case 2:
                        return 3;
                    default:
                        return 0;
                }
            }
        }

        static class D
        {
            static int M(int a)
            {
                switch (a)
                {
                    case 1:
                        return 2;
                    default:
                        return 0;
                }
            }
        }
        """);

    [Fact]
    public Task Leaves_a_default_that_shares_its_section() => Fix.LeavesAlone(
        """
        static class C
        {
            static int M(int a)
            {
                switch (a)
                {
                    case 1:
                    default:
                        return 0;
                    case 2:
                        return 3;
                }
            }
        }
        """);

    [Fact]
    public Task Leaves_a_missing_default() => Fix.LeavesAlone(
        """
        static class C
        {
            static int M(int a)
            {
                switch (a)
                {
                    case 1:
                        return 2;
                    case 2:
                        return 3;
                }

                return 0;
            }
        }
        """);
}
