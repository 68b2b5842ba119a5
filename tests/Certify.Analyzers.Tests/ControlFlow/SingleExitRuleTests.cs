using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ControlFlow;

public class SingleExitRuleTests
{
    // @verifies CFY-LLR-133
    [Fact]
    public Task Reports_return_in_loop_and_in_branches_at_the_end() => Verify<SingleExitRule>.Reports("""
        static class P
        {
            static int A(int n) { for (int i = 0; i < n; i++) { if (i == 3) { [|return|] i; } } return 0; }
            static int B(bool b) { if (b) { [|return|] 1; } else { [|return|] 0; } }
            static int C(int x) { switch (x) { case 1: [|return|] 1; default: [|return|] 0; } }
        }
        """);

    [Fact]
    public Task Reports_guard_behind_work() => Verify<SingleExitRule>.Reports("""
        static class P
        {
            static int A(int x) { x++; if (x > 3) { [|return|] 1; } return x; }
            static void B(int x) { if (x > 3) { x = 1; } if (x > 1) [|return|]; x = 2; }
        }
        """);

    [Fact]
    public Task Reports_return_deeper_in_a_guard() => Verify<SingleExitRule>.Reports("""
        static class P
        {
            static int A(int x) { if (x > 3) { if (x > 4) { [|return|] 1; } x = 2; } return x; }
            static int B(int x) { if (x > 3) { [|return|] 1; x = 2; } return x; }
            static int C(int x) { { [|return|] x; } }
        }
        """);

    [Fact]
    public Task Accepts_return_in_the_last_statement() => Verify<SingleExitRule>.Accepts("""
        static class P
        {
            static int A(int x) { int y = x + 1; return y; }
            static int B => 1;
            static void C(int x) { x++; return; }
            static int D(int x) { return L(x); static int L(int y) { return y; } }
        }
        """);

    [Fact]
    public Task Accepts_guards_at_the_beginning() => Verify<SingleExitRule>.Accepts("""
        static class P
        {
            static int A(int x)
            {
                if (x < 0) { return 0; }
                int y = x * 2;
                if (y > 100) { x = 1; return 100; }
                if (y > 50) return 50;
                y++;
                return y;
            }
            static void B(bool b) { if (b) { return; } System.Console.Write(1); }
        }
        """);

    [Fact]
    public Task Accepts_accessors_lambdas_and_bodies_of_expressions() => Verify<SingleExitRule>.Accepts("""
        using System;
        static class P
        {
            static int Q { get { if (field > 3) { return 3; } return field; } set => field = value; }
            static Func<int, int> A() { return static x => { return x; }; }
            static Func<int, int> B() => static x => x + 1;
        }
        """);
}
