using Certify.Analyzers.Documentation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Documentation;

public class LeftoverRuleTests
{
    // @verifies CFY-LLR-229
    [Fact]
    public Task Reports_marks_of_unfinished_work() => Verify<LeftoverRule>.Reports("""
        // [|TODO|]: finish
        // [|FIXME|](me) finish
        /// <summary>x</summary>
        /// [|HACK|] around it
        static class P
        {
            static void A() { } // [|XXX|]
            /* [|UNDONE|] */
            static void B() { }
            /*
             * [|TODO|] later
             */
            static void C() { }
        }
        """, s => s with { Profile = "host" });

    [Fact]
    public Task Reports_code_in_comments() => Verify<LeftoverRule>.Reports("""
        static class P
        {
            static void A(int x)
            {
                [|// x = 3;|]
                A(x); [|// B(x);|]
                // [|if (x > 3)
                // {
                //     x++;
                // }|]
                // The old way was this.
                // [|int y = x + 1;|]
                [|/* return x + 1; */|]
                [|/* { x--; } */|]
            }
            [|// private static int Count() { return 3; }
            // public int Level { get; set; }
            // throw new System.Exception();|]
        }
        """, s => s with { Profile = "host" });

    [Fact]
    public Task Reports_blocks_for_debugging_and_missing_code() => Verify<LeftoverRule>.Reports("""
        using System;
        static class P
        {
        #if [|DEBUG|]
        #elif [|FLIGHT && !DEBUG|]
        #endif
        #if [|false|]
        #endif
            static int A() => throw [|new NotImplementedException()|];
        }
        """, s => s with { Profile = "host" });

    // @verifies CFY-LLR-229
    [Fact]
    public Task Accepts_prose() => Verify<LeftoverRule>.Accepts("""
        // A TODO in prose is a word, and so is one at the begin:
        // TODO comments are reported by a rule, TODO/FIXME alike.
        // todo is Spanish. TODOs are many.
        static class P
        {
            // Returns early; the caller sees nothing.
            // see the manual (chapter 3);
            // order: a = b; then c;
            // frames; then seconds;
            // returns x;
            // return early;
            // https://example.org/a;b;
            // {0} stands for the name {1}
            const string Text = "// TODO: x = 3;";
            const string Raw = "/* FIXME */";
            static int A(int x) => x; // bytes; at most 3
        }
        """, s => s with { Profile = "host" });

    // @verifies CFY-LLR-229
    [Fact]
    public Task Accepts_formulas_and_sketches_of_an_algorithm() => Verify<LeftoverRule>.Accepts("""
        static class P
        {
            // for i = 1, .. , n
            // {
            //     if (w(j) < drop)
            //     {
            //         w(j) = 0;
            //     }
            // }
            static int A(int x)
            {
                // a[r] = 1;
                // a[r - 1] = -a[r] * S[r, 1];
                // ...
                // a[1] = -a[r] - ... - a[2];
                x += 2; // hessian[i, i] = hessian[i, i] + mu;
                x += 3; // total = total + 3;
                // s[i] / s[k] = s[k] / s[i];
                // if it got better, stop;
                // otherwise m = 2 * m;
                // Makes a tree like
                // {
                //   object result;
                //   Try(out result) ? result : Rest(result)
                // }
                return x;
            }
        }
        """, s => s with { Profile = "host" });

    // @verifies CFY-LLR-229
    [Fact]
    public Task Reports_code_behind_code_and_code_beside_prose() => Verify<LeftoverRule>.Reports("""
        static class P
        {
            static int A(int x)
            {
                x += 2; [|// x = x + 2;|]
                x += 3; [|// B(total);|]
                // This was slower...
                // [|x = x + 1;|]
                // using the sum.
                x++;
                // [|Other y = x;|]
                // of the sum.
                x++;
                [|// int z;|]
                x++;
                // Before, it read:
                // [|using System.Linq;|]
                // as the first line.
                return x;
            }
        }
        """, s => s with { Profile = "host" });

    [Fact]
    public Task Accepts_examples_in_documentation() => Verify<LeftoverRule>.Accepts("""
        /// <summary>Adds.</summary>
        /// <example><code>
        /// x = Add(1, 2);
        /// </code></example>
        static class P { /** x = 3; */ static int Add(int a, int b) => a + b; }
        """, s => s with { Profile = "host" });

    [Fact]
    public Task Accepts_other_conditions_and_finished_code() => Verify<LeftoverRule>.Accepts("""
        using System;
        #if NET10_0_OR_GREATER
        #endif
        #region DEBUG
        static class P { static void A() { throw new NotSupportedException(); } const bool DEBUG = false; }
        #endregion
        """, s => s with { Profile = "host" });
}
