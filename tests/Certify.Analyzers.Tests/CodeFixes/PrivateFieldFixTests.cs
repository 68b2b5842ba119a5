using Certify.Analyzers.CodeFixes;
using Certify.Analyzers.ObjectOrientation;
using Fix = Certify.Analyzers.Tests.CodeFixes.Fixing<Certify.Analyzers.ObjectOrientation.PrivateStateRule, Certify.Analyzers.CodeFixes.PrivateFieldFix>;

namespace Certify.Analyzers.Tests.CodeFixes;

/// <summary>What <see cref="PrivateFieldFix"/> makes of findings of <see cref="PrivateStateRule"/>, and what it leaves alone.</summary>
public class PrivateFieldFixTests
{
    // @verifies CFY-LLR-244
    [Fact]
    public Task Hides_a_field() => Fix.Gives(
        """
        internal sealed class C
        {
            internal int _a;

            internal int Next() => _a++;
        }
        """,
        """
        internal sealed class C
        {
            private int _a;

            internal int Next() => _a++;
        }
        """);

    [Fact]
    public Task Hides_a_public_field_of_an_internal_type() => Fix.Gives(
        """
        internal sealed class C
        {
            public int _a;

            internal int Next() => _a++;
        }
        """,
        """
        internal sealed class C
        {
            private int _a;

            internal int Next() => _a++;
        }
        """);

    [Fact]
    public Task Replaces_two_words() => Fix.Gives(
        """
        internal class C
        {
            protected internal int _a;

            internal int Next() => _a++;
        }
        """,
        """
        internal class C
        {
            private int _a;

            internal int Next() => _a++;
        }
        """);

    [Fact]
    public Task Hides_all() => Fix.GivesAll(
        """
        internal sealed class C
        {
            internal int _a;
            internal int _b;

            internal int Next() => _a++ + _b++;
        }
        """,
        """
        internal sealed class C
        {
            private int _a;
            private int _b;

            internal int Next() => _a++ + _b++;
        }
        """);

    [Fact]
    public Task Leaves_a_field_that_others_use() => Fix.LeavesAlone(
        """
        internal sealed class C
        {
            internal int _a;

            internal int Next() => _a++;
        }

        internal static class D
        {
            internal static int M(C c) => c._a;
        }
        """);

    [Fact]
    public Task Leaves_a_field_that_other_assemblies_see() => Fix.LeavesAlone(
        """
        public sealed class C
        {
            public int _a;

            internal int Next() => _a++;
        }
        """);
}
