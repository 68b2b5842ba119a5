using Certify.Analyzers.CodeFixes;
using Certify.Analyzers.Types;
using Fix = Certify.Analyzers.Tests.CodeFixes.Fixing<Certify.Analyzers.Types.GenericConstraintRule, Certify.Analyzers.CodeFixes.StructConstraintFix>;

namespace Certify.Analyzers.Tests.CodeFixes;

/// <summary>What <see cref="StructConstraintFix"/> makes of findings of <see cref="GenericConstraintRule"/>, and what it leaves alone.</summary>
public class StructConstraintFixTests
{
    // @verifies CFY-LLR-242
    [Fact]
    public Task Constrains_a_method() => Fix.Gives(
        """
        static class C
        {
            static int M<T>(T a) => 1;

            static int N() => M(2);
        }
        """,
        """
        static class C
        {
            static int M<T>(T a) where T : struct => 1;

            static int N() => M(2);
        }
        """);

    [Fact]
    public Task Puts_it_first_among_constraints() => Fix.Gives(
        """
        static class C
        {
            static int M<T>(T a)
                where T : System.IComparable<T> => 1;
        }
        """,
        """
        static class C
        {
            static int M<T>(T a)
                where T : struct, System.IComparable<T> => 1;
        }
        """);

    [Fact]
    public Task Constrains_all() => Fix.GivesAll(
        """
        struct P<T>
        {
        }

        struct Q<T>
        {
        }
        """,
        """
        struct P<T> where T : struct
        {
        }

        struct Q<T> where T : struct
        {
        }
        """);

    [Fact]
    public Task Leaves_a_use_with_a_class() => Fix.LeavesAlone(
        """
        static class C
        {
            static int M<T>(T a) => 1;

            static int N() => M("");
        }
        """);

    [Fact]
    public Task Leaves_a_nullable_use() => Fix.LeavesAlone(
        """
        static class C
        {
            static T? M<T>(T? a) => a;
        }
        """);

    [Fact]
    public Task Leaves_a_class_constraint() => Fix.LeavesAlone(
        """
        static class C
        {
            static T M<T>(T a)
                where T : class => a;
        }
        """);
}
