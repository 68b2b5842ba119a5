using Certify.Analyzers.CodeFixes;
using Certify.Analyzers.ObjectOrientation;
using Fix = Certify.Analyzers.Tests.CodeFixes.Fixing<Certify.Analyzers.ObjectOrientation.ClosedTypeRule, Certify.Analyzers.CodeFixes.ClosedTypeFix>;

namespace Certify.Analyzers.Tests.CodeFixes;

/// <summary>What <see cref="ClosedTypeFix"/> makes of findings of <see cref="ClosedTypeRule"/>, and what it leaves alone.</summary>
public class ClosedTypeFixTests
{
    // @verifies CFY-LLR-243
    [Fact]
    public Task Seals_a_class() => Fix.Gives(
        """
        internal class C
        {
            private readonly int _a;

            internal C(int a) => _a = a;

            internal int Value() => _a;
        }
        """,
        """
        internal sealed class C
        {
            private readonly int _a;

            internal C(int a) => _a = a;

            internal int Value() => _a;
        }
        """);

    [Fact]
    public Task Makes_a_class_of_static_members_static() => Fix.Gives(
        """
        class C
        {
            internal static int M() => 1;
        }
        """,
        """
        static class C
        {
            internal static int M() => 1;
        }
        """);

    [Fact]
    public Task Stands_before_partial() => Fix.Gives(
        """
        internal partial class C
        {
            internal int M() => 1;
        }
        """,
        """
        internal sealed partial class C
        {
            internal int M() => 1;
        }
        """);

    [Fact]
    public Task Seals_all() => Fix.GivesAll(
        """
        class C
        {
            internal int M() => 1;
        }

        class D
        {
            internal int M() => 1;
        }
        """,
        """
        sealed class C
        {
            internal int M() => 1;
        }

        sealed class D
        {
            internal int M() => 1;
        }
        """);

    [Fact]
    public Task Leaves_a_base_class() => Fix.LeavesAlone(
        """
        class C
        {
        }

        sealed class D : C
        {
        }
        """);

    [Fact]
    public Task Leaves_a_class_with_virtual_members() => Fix.LeavesAlone(
        """
        class C
        {
            internal virtual int M() => 1;
        }
        """);

    [Fact]
    public Task Leaves_a_class_with_protected_members() => Fix.LeavesAlone(
        """
        class C
        {
            protected int M() => 1;
        }
        """);

    [Fact]
    public Task Leaves_an_abstract_class() => Fix.LeavesAlone(
        """
        abstract class C
        {
            internal abstract int M();
        }
        """);
}
