using Certify.Analyzers.Exceptions;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Exceptions;

public class AssertionRuleTests
{
    // @verifies CFY-LLR-221
    [Fact]
    public Task Reports_assertions_in_code_for_the_target() => Verify<AssertionRule>.Reports("""
        using System.Diagnostics;
        using System.Diagnostics.Contracts;
        static class P
        {
            static void A(int x)
            {
                [|Debug.Assert(x > 0)|];
                [|Trace.Assert(x > 0, "text")|];
                [|Debug.Fail("text")|];
                [|Contract.Requires(x > 0)|];
                [|Contract.Assume(x > 0)|];
            }
        }
        """);

    [Fact]
    public Task Reports_side_effects_on_the_host() => Verify<AssertionRule>.Reports("""
        using System.Collections.Generic;
        using System.Diagnostics;
        static class P
        {
            static int s_count;
            [Conditional("LOG")] static void Log(int x) { }
            static bool Try(out int y) { y = 1; return true; }
            static int A(int x, List<int> list)
            {
                [|Debug.Assert(++x > 0)|];
                [|Debug.Assert((s_count += 1) > 0)|];
                [|Debug.Assert(x > 0, $"{x--}")|];
                [|Debug.Assert(list.Remove(x))|];
                [|Log(x = 3)|];
                [|Debug.Assert(Try(out int y))|];
                [|Debug.Assert(Try(out s_count))|];
                y = 2;
                return y;
            }
        }
        """, s => s with { Profile = "host" });

    [Fact]
    public Task Reports_side_effect_in_a_conditional_call_of_the_target() => Verify<AssertionRule>.Reports("""
        static class P
        {
            [System.Diagnostics.Conditional("LOG")] static void Log(int x) { }
            [System.Diagnostics.Conditional("LOG")] static void Count(ref int x) { x++; }
            static void A(int x) { [|Log(x++)|]; [|Count(ref x)|]; }
        }
        """);

    // @verifies CFY-LLR-221
    [Fact]
    public Task Accepts_assertions_without_side_effect_on_the_host() => Verify<AssertionRule>.Accepts("""
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Diagnostics;
        using System.Linq;
        static class P
        {
            record struct R(int X) { public int Y { get; set; } }
            static bool Try(out int y) { y = 1; return true; }
            static void A(int x, List<int> list, ImmutableList<int> fixedList)
            {
                Debug.Assert(x > 0, $"{x} of {list.Count}");
                Debug.Assert(list.All(y => { int z = y; z++; return z > 0; }));
                Debug.Assert(new R(1) { Y = 2 } != new R(2) with { X = 3 });
                Debug.Assert(fixedList.Add(3).Count > 0 && Try(out _) && Try(out int unread));
                Debug.WriteLine(x);
            }
        }
        """, s => s with { Profile = "host" });

    [Fact]
    public Task Accepts_own_members_of_such_a_name() => Verify<AssertionRule>.Accepts("""
        static class Debug { public static void Assert(bool holds) { } }
        static class P { static void A(int x) { Debug.Assert(x++ > 0); } }
        """);

    [Fact]
    public Task Accepts_conditional_call_with_plain_values() => Verify<AssertionRule>.Accepts("""
        static class P
        {
            [System.Diagnostics.Conditional("LOG")] static void Log(int x) { }
            static void A(int x) { Log(x + 1); x++; }
        }
        """);

    [Fact]
    public Task Reports_await_in_an_argument_on_the_host() => Verify<AssertionRule>.Reports("""
        using System.Diagnostics;
        using System.Threading.Tasks;
        static class P { static async Task A(Task<bool> t) { [|Debug.Assert(await t)|]; } }
        """, s => s with { Profile = "host" });

    [Fact]
    public Task Accepts_methods_named_like_changes_that_change_no_collection() => Verify<AssertionRule>.Accepts("""
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Diagnostics;
        readonly struct Number { public bool Add(int x) => x > 0; }
        static class P
        {
            static void A(Number n, ImmutableList<int> l, List<int> m)
            {
                Debug.Assert(n.Add(1));
                Debug.Assert(l.Add(1).Count > 0);
                Debug.Assert(m.Contains(1));
            }
        }
        """, s => s with { Profile = "host" });
}
