using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class StateMachineRuleTests
{
    // @verifies CFY-LLR-101
    [Fact]
    public Task Reports_iterators_and_async_methods() => Verify<StateMachineRule>.Reports("""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        static class P
        {
            static IEnumerable<int> A() { [|yield return 1;|] [|yield break;|] }
            static [|async|] Task B(Task [|t|]) { [|await|] t; }
        }
        """);

    [Fact]
    public Task Reports_await_in_foreach_and_using() => Verify<StateMachineRule>.Reports("""
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;
        static class P
        {
            static [|async|] Task A(IAsyncEnumerable<int> [|xs|], IAsyncDisposable [|d|])
            {
                [|await|] foreach (int x in xs) { }
                [|await|] foreach (var (y, z) in (IAsyncEnumerable<(int, int)>)xs) { }
                [|await|] using (d) { }
                [|await|] using var [|e|] = d;
            }
        }
        """, s => s with { MayHaveErrors = true });

    [Fact]
    public Task Reports_async_local_functions_and_lambdas() => Verify<StateMachineRule>.Reports("""
        using System;
        using System.Threading.Tasks;
        static class P
        {
            static void A()
            {
                [|async|] Task F() { }
                Func<Task> g = [|async|] () => { };
                Func<int, Task> h = [|async|] x => { };
                Func<int, Task> i = [|async|] delegate { };
            }
        }
        """);

    [Fact]
    public Task Reports_task_types_in_declarations() => Verify<StateMachineRule>.Reports("""
        using System.Collections.Generic;
        using System.Threading.Tasks;
        class C
        {
            private Task<int>? [|_t|];
            private ValueTask [|P|] => default;
            private TaskCompletionSource? [|M|]() => null;
            private void N(IAsyncEnumerator<int> [|e|]) { var [|x|] = _t; }
            private int this[Task [|t|]] => 1;
        }
        """);

    [Fact]
    public Task Reports_await_at_top_level() => Verify<StateMachineRule>.Reports("""
        using System.Threading.Tasks;
        [|await|] Task.CompletedTask;
        """, s => s with { Output = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication });

    // @verifies CFY-LLR-101
    [Fact]
    public Task Accepts_plain_methods_and_loops() => Verify<StateMachineRule>.Accepts("""
        using System;
        struct Progress { public int Step; }
        static class P
        {
            static void Next(ref Progress p) { p.Step++; }
            static int Sum(ReadOnlySpan<int> xs) { int s = 0; foreach (int x in xs) s += x; return s; }
        }
        """);

    [Fact]
    public Task Accepts_types_that_only_share_the_name() => Verify<StateMachineRule>.Accepts("""
        struct Task { public int Id; }
        struct ValueTask { public int Id; }
        static class P { static Task F(Task t) { Task u = t; return u; } static ValueTask G() => default; }
        """);

    [Fact]
    public Task Accepts_synchronous_using_and_local_functions() => Verify<StateMachineRule>.Accepts("""
        ref struct R { public void Dispose() { } }
        static class P
        {
            static int A(R r) { using (r) { } using R s = new R(); return F(1); static int F(int x) => x; }
        }
        """);
}
