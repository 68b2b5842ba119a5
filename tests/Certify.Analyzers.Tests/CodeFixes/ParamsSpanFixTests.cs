using Certify.Analyzers.CodeFixes;
using Certify.Analyzers.Memory;
using Fix = Certify.Analyzers.Tests.CodeFixes.Fixing<Certify.Analyzers.Memory.ParamsSpanRule, Certify.Analyzers.CodeFixes.ParamsSpanFix>;

namespace Certify.Analyzers.Tests.CodeFixes;

/// <summary>What <see cref="ParamsSpanFix"/> makes of findings of <see cref="ParamsSpanRule"/>, and what it leaves alone.</summary>
public class ParamsSpanFixTests
{
    // @verifies CFY-LLR-247
    [Fact]
    public Task Takes_a_span_where_elements_are_read() => Fix.Gives(
        """
        using System;

        static class C
        {
            static int M(params int[] a)
            {
                var sum = 0;
                for (var i = 0; i < a.Length; i++)
                {
                    sum += a[i];
                }

                return sum;
            }
        }
        """,
        """
        using System;

        static class C
        {
            static int M(params ReadOnlySpan<int> a)
            {
                var sum = 0;
                for (var i = 0; i < a.Length; i++)
                {
                    sum += a[i];
                }

                return sum;
            }
        }
        """);

    [Fact]
    public Task Names_the_namespace_where_it_is_not_used() => Fix.Gives(
        """
        static class C
        {
            static int M(params int[] a)
            {
                var sum = 0;
                foreach (var one in a)
                {
                    sum += one;
                }

                return sum;
            }
        }
        """,
        """
        static class C
        {
            static int M(params System.ReadOnlySpan<int> a)
            {
                var sum = 0;
                foreach (var one in a)
                {
                    sum += one;
                }

                return sum;
            }
        }
        """);

    [Fact]
    public Task Takes_spans_everywhere() => Fix.GivesAll(
        """
        static class C
        {
            static int M(params int[] a) => a.Length;

            static int N(params int[] a) => a[0];

            static int O() => M(1, 2) + N(3);
        }
        """,
        """
        static class C
        {
            static int M(params System.ReadOnlySpan<int> a) => a.Length;

            static int N(params System.ReadOnlySpan<int> a) => a[0];

            static int O() => M(1, 2) + N(3);
        }
        """);

    [Fact]
    public Task Leaves_a_body_that_writes() => Fix.LeavesAlone(
        """
        static class C
        {
            static int M(params int[] a) => a[0] = 1;
        }
        """);

    [Fact]
    public Task Leaves_a_body_that_keeps_the_array() => Fix.LeavesAlone(
        """
        static class C
        {
            static int[] M(params int[] a) => a;
        }
        """);

    [Fact]
    public Task Leaves_a_body_that_takes_a_reference() => Fix.LeavesAlone(
        """
        static class C
        {
            static ref int M(params int[] a) => ref a[0];
        }
        """);

    [Fact]
    public Task Leaves_an_implementation() => Fix.LeavesAlone(
        """
        interface I
        {
            int M(params int[] a);
        }

        sealed class C : I
        {
            public int M(params int[] a) => a.Length;
        }
        """);

    [Fact]
    public Task Leaves_a_capture() => Fix.LeavesAlone(
        """
        static class C
        {
            static System.Func<int> M(params int[] a) => () => a.Length;
        }
        """);
}
