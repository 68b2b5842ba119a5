using Certify.Analyzers.Concurrency;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Concurrency;

public class BoundedWaitRuleTests
{
    // @verifies CFY-LLR-199
    [Fact]
    public Task Reports_waits_without_a_constant_limit() => Verify<BoundedWaitRule>.Reports("""
        using Certify;
        static class P
        {
            [Waits("event")] static void Wait() { }
            [Waits("event")] static void WaitFor(int timeoutMs) { }
            static void F(int n) { [|Wait()|]; [|WaitFor(n)|]; [|WaitFor(0)|]; [|WaitFor(-1)|]; }
            static void G(System.Threading.Thread t, System.Threading.WaitHandle h) { [|t.Join()|]; [|h.WaitOne()|]; [|h.WaitOne(-1)|]; }
            [Task(1, 10)] static void A() { [|WaitFor(-1)|]; }
        }
        """);

    [Fact]
    public Task Reports_polling_of_memory() => Verify<BoundedWaitRule>.Reports("""
        static class P
        {
            static volatile bool s_ready; static int s_status;
            static int Status => s_status;
            static bool Ready() => s_ready;
            static void A() { [|while|] (!s_ready) { } }
            static void B() { [|while|] (Status == 0) { } }
            static void C() { [|do|] { } while (Ready()); }
            static void D() { [|for|] (; s_status == 0;) { } }
            static void E() { int n = 0; [|while|] (!s_ready) { n++; } }
        }
        """);

    [Fact]
    public Task Reports_idle_and_register_loops() => Verify<BoundedWaitRule>.Reports("""
        static unsafe class P
        {
            static void A(uint* register) { [|while|] (*register == 0) { } }
            static void B() { [|while|] (true) { } }
            static void C() { [|while|] (true) { ; } }
        }
        """);

    // @verifies CFY-LLR-199
    [Fact]
    public Task Accepts_a_task_s_release_and_constant_limits() => Verify<BoundedWaitRule>.Accepts("""
        using Certify;
        static class P
        {
            private const int Limit = 5;
            [Waits("period")] static void Next() { }
            [Waits("event")] static void WaitFor(int timeoutMs) { Inner(timeoutMs); }
            [Waits("event")] static void Inner(long limitTicks) { }
            [Task(1, 10), TaskLoop("runs")] static void A() { while (true) { Next(); } }
            static void F(System.Threading.WaitHandle h) { WaitFor(1); WaitFor(Limit); h.WaitOne(10); }
            static string N() => nameof(Next);
        }
        """);

    [Fact]
    public Task Accepts_loops_that_move_their_condition() => Verify<BoundedWaitRule>.Accepts("""
        struct S { private int _n; public int Left => _n; public void Take() { _n--; } void F() { while (_n > 0) { _n--; } while (Left > 0) { Take(); } } }
        static class P
        {
            static volatile bool s_ready; static int s_n;
            static void A() { int tries = 0; while (!s_ready && tries < 10) { tries++; } }
            static void B() { for (int i = 0; i < 10 && !s_ready; i++) { } }
            static void C() { while (s_n > 0) { Step(); } }
            static void Step() { s_n--; }
            static void D(S s) { while (s.Left > 0) { s.Take(); } }
            static void E(int n) { while (n > 0) { n /= 2; } while (Next(ref n)) { } }
            static bool Next(ref int n) { n++; return n < 9; }
        }
        """);

    [Fact]
    public Task Accepts_loops_that_leave() => Verify<BoundedWaitRule>.Accepts("""
        static class P
        {
            static bool s_ready;
            static int A(int n) { while (true) { n++; if (n > 9) { return n; } } }
            static void B(int n) { while (s_ready) { n++; if (n > 9) { break; } } }
        }
        """);
}
