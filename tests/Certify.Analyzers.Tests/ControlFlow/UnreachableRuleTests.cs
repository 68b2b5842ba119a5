using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ControlFlow;

public class UnreachableRuleTests
{
    // @verifies CFY-LLR-130
    [Fact]
    public Task Reports_code_behind_return_throw_and_endless_loop() => Verify<UnreachableRule>.Reports("""
        using System;
        static class P
        {
            static int A(int x) { return x; [|x = 1;|] }
            static int B() { throw new Exception(); [|Console.Write(1);|] }
            static void C() { while (true) { Console.Write(1); } [|Console.Write(2);|] }
            static void D(int n) { for (int i = 0; i < n; i++) { continue; [|Console.Write(i);|] } }
        }
        """);

    [Fact]
    public Task Reports_branch_that_a_constant_cuts_off() => Verify<UnreachableRule>.Reports("""
        using System;
        static class P
        {
            const bool Debug = false;
            static void A() { if (Debug) { [|Console.Write(1);|] } }
            static void B() { if (!Debug) { Console.Write(1); } else { [|Console.Write(2);|] Console.Write(3); } }
            static void C(bool b) { while (b && Debug) { [|Console.Write(1);|] } }
            static void D() { if (1 + 1 == 3) [|Console.Write(1);|] }
        }
        """);

    [Fact]
    public Task Reports_code_behind_a_call_that_never_returns() => Verify<UnreachableRule>.Reports("""
        using System;
        using System.Diagnostics.CodeAnalysis;
        static class P
        {
            [DoesNotReturn] static void Halt() { while (true) { } }
            static void Require([DoesNotReturnIf(false)] bool holds) { if (!holds) { Halt(); } }
            static void A() { Halt(); [|Console.Write(1);|] Console.Write(2); }
            static int B(int x) { if (x > 1) { Halt(); [|x = 2;|] } return x; }
            static int C() { Halt(); [|return Next();|] }
            static void D() { Require(false); [|Console.Write(1);|] }
            static int Next() => 1;
        }
        """);

    [Fact]
    public Task Reports_code_in_functions_inside_a_try_whose_handlers_belong_to_the_method() => Verify<UnreachableRule>.Reports("""
        using System;
        static class P
        {
            static int A(int x)
            {
                if (x > 1) { x = 2; }
                if (x > 3) { x = 4; }
                try
                {
                    Func<int, int> f = y => { if (y > 1) { return 1; } return 2; [|Console.Write(1);|] };
                    return L(f(x));
                    static int L(int z) { return z; [|Console.Write(2);|] }
                }
                catch (ArgumentException) when (x > 5) { return 3; }
                catch (Exception) { return 4; }
                finally { Console.Write(3); }
            }
            static Action B() { try { return () => { try { Console.Write(1); return; [|Console.Write(2);|] } catch (Exception) { Console.Write(3); } }; } finally { Console.Write(4); } }
        }
        """);

    [Fact]
    public Task Reports_code_in_local_function_lambda_and_accessor() => Verify<UnreachableRule>.Reports("""
        using System;
        static class P
        {
            static int Q { get { return 1; [|Console.Write(1);|] } }
            static int A() { return L(); static int L() { return 1; [|Console.Write(1);|] } }
            static Action B() => static () => { return; [|Console.Write(1);|] };
        }
        """);

    [Fact]
    public Task Reports_on_the_host_too() => Verify<UnreachableRule>.Reports("""
        static class P { static int A(int x) { return x; [|x = 1;|] } }
        """, snippet => snippet with { Profile = "host" });

    [Fact]
    public Task Accepts_closing_jump_that_the_language_demands() => Verify<UnreachableRule>.Accepts("""
        using System;
        using System.Diagnostics.CodeAnalysis;
        static class P
        {
            [DoesNotReturn] static void Halt() { while (true) { } }
            static int A() { Halt(); return 0; }
            static int B(int x) { switch (x) { case 1: Halt(); break; case 2: Halt(); return 1; default: x = 2; break; } return x; }
            static int C() { Halt(); throw new InvalidOperationException(); }
        }
        """);

    [Fact]
    public Task Accepts_handlers_loops_and_endless_task() => Verify<UnreachableRule>.Accepts("""
        using System;
        static class P
        {
            static void A() { try { Console.Write(1); throw new Exception(); } catch (Exception) { Console.Write(2); } finally { Console.Write(3); } }
            static int B() { try { return 1; } finally { Console.Write(3); } }
            static void C(bool b) { while (true) { if (b) { break; } } Console.Write(1); }
            static void D() { do { Console.Write(1); } while (false); Console.Write(2); }
            static void E() { for (; ; ) { Console.Write(1); } }
        }
        """);

    [Fact]
    public Task Accepts_lambda_inside_a_try_whose_handlers_lie_in_another_graph() => Verify<UnreachableRule>.Accepts("""
        using System;
        static class P
        {
            static int F(int x)
            {
                int y = x > 0 ? 1 : 2;
                if (y > 1) { y = 3; }
                try { Func<int, int> f = static z => z + 1; int G(int z) => z; y = f(G(x)); }
                catch (FormatException) when (y > 2) { y = 4; }
                catch (InvalidOperationException) { y = 5; }
                finally { Console.Write(y); }
                return y;
            }
        }
        """);

    [Fact]
    public Task Accepts_assertion_that_a_build_leaves_out() => Verify<UnreachableRule>.Accepts("""
        using System.Diagnostics;
        static class P
        {
            static int A(int x) { Debug.Assert(false, "no"); x = 2; return x; }
            static int B(int x) { Debug.Fail("no"); x = 2; return x; }
        }
        """, snippet => snippet with { Profile = "host" });

    [Fact]
    public Task Accepts_new_forms_whose_graph_has_blocks_of_the_compiler() => Verify<UnreachableRule>.Accepts("""
        using System;
        using System.Collections.Generic;
        static class P
        {
            static int A(int x) => x switch { < 0 => -1, 0 => 0, > 0 => 1 };
            static int B(ReadOnlySpan<int> s) { foreach (var x in s) { if (x is > 1 and < 5 or 7) { return x; } } return 0; }
            static IEnumerable<int> C(List<int> l) { foreach (var x in l) { yield return x; } yield break; }
            static int[] D(int[] a) => [1, .. a];
            static string E(string? s) => s?.Trim() ?? throw new ArgumentNullException(nameof(s));
            static void F(List<int> l) { foreach (var x in l) { return; } }
        }
        """);

    [Fact]
    public Task Reports_a_whole_statement_once() => Verify<UnreachableRule>.Reports("""
        using System;
        static class P
        {
            static int A(int x) { return x; [|if (x > 0) { x = 2; } else { while (x < 0) { x++; } }|] }
            static int B(int x) { return x; [|{ x = 3; }|] }
            static int C(int x) { if (x > 0) { return x; [|for (int i = 0; i < 3; i++) { x = i; }|] } return 1; }
        }
        """.Replace("[|{ x = 3; }|]", "{ [|x = 3;|] }", StringComparison.Ordinal));

    [Fact]
    public Task Accepts_statement_of_which_a_constant_cuts_off_a_part() => Verify<UnreachableRule>.Accepts("""
        static class P
        {
            const bool Debug = false;
            static int Next() => 1;
            static int A(int x) { int y = Debug ? Next() : x; return Debug ? Next() : y; }
            static bool B(bool b) => Debug && Next() > 0 || b;
        }
        """);
}
