using Certify.Analyzers.Concurrency;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Concurrency;

public class ThreadingRuleTests
{
    // @verifies CFY-LLR-195
    [Fact]
    public Task Reports_locks_threads_and_timers() => Verify<ThreadingRule>.Reports("""
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        static class P
        {
            static void F(object o, Action a)
            {
                [|lock|] (o) { }
                [|Monitor.Enter(o)|];
                [|Thread.Sleep(1)|];
                _ = [|new Thread(() => { })|];
                _ = [|Task.Run(a)|];
                _ = [|new Timer(_ => { })|];
                _ = [|Task.CompletedTask|];
                Action b = [|Thread.MemoryBarrier|];
            }
        }
        """);

    [Fact]
    public Task Reports_fields_of_threads_and_fences() => Verify<ThreadingRule>.Reports("""
        using System;
        using System.Threading;
        class P
        {
            private volatile int [|_x|];
            [ThreadStatic] private static int [|s_y|];
            private AsyncLocal<int>? [|_z|];
            private int _plain;
            void F() { _ = [|Interlocked.Increment(ref _plain)|]; _ = [|Volatile.Read(ref _plain)|]; }
        }
        """);

    [Fact]
    public Task Reports_hidden_lock_and_new_lock_type() => Verify<ThreadingRule>.Reports("""
        using System.Runtime.CompilerServices;
        using System.Threading;
        class P
        {
            private readonly Lock [|_gate|] = [|new()|];
            [MethodImpl(MethodImplOptions.Synchronized)] void [|F|]() { }
            void G() { using ([|_gate.EnterScope()|]) { } [|lock|] (_gate) { } }
        }
        """);

    // @verifies CFY-LLR-195
    [Fact]
    public Task Accepts_tasks_of_the_kernel() => Verify<ThreadingRule>.Accepts("""
        using Certify;
        static class P { [Task(1, 10)] static void A() => Box.Put(1); }
        [Protected(1)] static class Box { private static int s_x; public static void Put(int x) { s_x = x; } }
        """);

    [Fact]
    public Task Accepts_volatile_memory_of_hardware_types() => Verify<ThreadingRule>.Accepts("""
        using Certify;
        [HardwareType("device")] struct Registers { public volatile uint Status; void F(ref uint x) { _ = System.Threading.Volatile.Read(ref x); } }
        """);

    [Fact]
    public Task Accepts_names_that_only_look_alike() => Verify<ThreadingRule>.Accepts("""
        namespace Own
        {
            struct Thread { public static void Sleep(int n) { } }
            struct Task { public int Id; }
            static class P { static int F(Task t) { Thread.Sleep(1); return t.Id; } static string N() => nameof(System.Threading.Thread.Sleep); }
        }
        """);
}
