using Certify.Analyzers.Exceptions;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Exceptions;

public class UnusedResultRuleTests
{
    // @verifies CFY-LLR-220
    [Fact]
    public Task Reports_statement_that_drops_a_result() => Verify<UnusedResultRule>.Reports("""
        struct S { public int F() => 1; public ref int R(ref int x) => ref x; }
        static class P
        {
            static int F() => 1;
            static void A() { [|F()|]; }
            static void B() => [|F()|];
            static void C(S s, ref int x) { [|s.F()|]; [|s.R(ref x)|]; [|new S()|]; }
            static void D() { for (int i = 0; i < 3; [|F()|]) i++; }
            static void E() { static bool Local() => true; [|Local()|]; }
            static void G(string? s) { [|s?.Trim()|]; }
            static void H(System.Func<int> f) { [|f()|]; System.Action a = () => [|F()|]; a(); }
        }
        """);

    [Fact]
    public Task Reports_discards() => Verify<UnusedResultRule>.Reports("""
        static class P
        {
            static int Q => 1;
            static bool Try(out int x) { x = 1; return true; }
            static void A() { _ = [|Try(out int y)|]; int z = y; }
            static bool B() => Try([|out _|]);
            static bool C() => Try([|out int _|]);
            static void D() { _ = [|Q|]; }
            static async System.Threading.Tasks.Task E() { [|await System.Threading.Tasks.Task.FromResult(1)|]; }
            extension(int x) { public int Twice() => x + x; }
            static void G() { [|1.Twice()|]; }
        }
        """);

    [Fact]
    public Task Reports_out_variable_that_nobody_reads() => Verify<UnusedResultRule>.Reports("""
        static class P
        {
            static bool Try(out int x) { x = 1; return true; }
            static bool A() => Try([|out int x|]);
            static bool B() { int x; bool b = Try([|out x|]); x = 3; return b; }
            static bool C() { if (Try([|out var x|])) return true; return Try([|out x|]); }
        }
        """);

    // @verifies CFY-LLR-220
    [Fact]
    public Task Accepts_what_is_used() => Verify<UnusedResultRule>.Accepts("""
        static class P
        {
            static int s_x;
            static bool Try(out int x) { x = 1; return true; }
            static int F() => 1;
            static int A() { if (Try(out int x)) return x; s_x = F(); return F(); }
            static bool B() => Try(out s_x);
            static bool C(out int x) => Try(out x);
            static void D() { int n = 0; n++; n += F(); (n, s_x) = (s_x, n); }
            static void E() { if (Try(out int x)) x++; }
        }
        """);

    [Fact]
    public Task Accepts_members_that_may_be_ignored() => Verify<UnusedResultRule>.Accepts("""
        using Certify;
        static class P
        {
            [MayIgnore("the count is for tests")] static int F() => 1;
            [MayIgnore("as above")] static T G<T>(T t) => t;
            static bool Try([MayIgnore("a hint")] out int hint) { hint = 1; return true; }
            static void A() { F(); _ = F(); G(3); }
            static bool B() => Try(out _);
            static bool C() => Try(out int hint);
        }
        """);

    [Fact]
    public Task Reports_mark_without_reason() => Verify<UnusedResultRule>.Reports("""
        static class P { [Certify.MayIgnore(" ")] static int F() => 1; static void A() { [|F()|]; } }
        """);

    [Fact]
    public Task Accepts_calls_without_result() => Verify<UnusedResultRule>.Accepts("""
        static class P
        {
            static void F() { }
            static void A(System.Action a, string? s) { F(); a(); a?.Invoke(); }
            static async System.Threading.Tasks.Task B(System.Threading.Tasks.Task t) { await t; }
            static void C((int, int) p) { var (_, y) = p; int z = y; _ = z; }
        }
        """);
}
