using Certify.Analyzers.Exceptions;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Exceptions;

public class FailStopRuleTests
{
    // @verifies CFY-LLR-222
    [Fact]
    public Task Reports_exits_of_the_library() => Verify<FailStopRule>.Reports("""
        using System;
        using System.Diagnostics;
        static class P
        {
            static void A() => [|Environment.Exit(1)|];
            static void B() => [|Environment.FailFast("text")|];
            static void C() => [|Environment.ExitCode|] = 2;
            static void D(Process p) => [|p.Kill()|];
            static void E() => [|Debugger.Break()|];
            static Action<int> F() => [|Environment.Exit|];
        }
        """);

    [Fact]
    public Task Reports_endless_loop_without_content() => Verify<FailStopRule>.Reports("""
        static class P
        {
            static void A() { [|while|] (true) { } }
            static void B() { [|while|] (1 < 2) ; }
            static void C() { [|for|] (;;) { ; { } } }
            static void D() { [|for|] (int i = 0; true;) { } }
            static void E() { [|do|] { } while (true); }
        }
        """);

    [Fact]
    public Task Reports_application_that_stops_the_machine() => Verify<FailStopRule>.Reports("""
        using System.Diagnostics.CodeAnalysis;
        static class P
        {
            private const int Fault = 3;
            [DoesNotReturn] static void Stop(int reason) { [|Stop(reason)|]; }
            static void A() { [|Stop(Fault)|]; }
        }
        """);

    [Fact]
    public Task Reports_stop_of_the_kernel_for_a_reason_without_name() => Verify<FailStopRule>.Reports("""
        using System.Diagnostics.CodeAnalysis;
        static class P
        {
            private const int Fault = 3;
            [DoesNotReturn] static extern void Stop(int reason, int detail);
            static void A(int x) { [|Stop(3, Fault)|]; [|Stop(Fault, x)|]; [|Stop(Fault, -1)|]; }
        }
        """, s => s with { Profile = "runtime" });

    // @verifies CFY-LLR-222
    [Fact]
    public Task Accepts_stop_of_the_kernel_with_a_named_reason() => Verify<FailStopRule>.Accepts("""
        using System.Diagnostics.CodeAnalysis;
        enum Fault { Index, Overflow }
        static class P
        {
            private const int Code = 3;
            [DoesNotReturn] static extern void Stop(int reason, int detail = 7);
            [DoesNotReturn] static extern void Stop(Fault reason);
            [DoesNotReturn] static extern void StopForIndex();
            static void A() { const int Own = 4; Stop(Code); Stop(Fault.Index); Stop(Own, Code); StopForIndex(); }
        }
        """, s => s with { Profile = "runtime" });

    [Fact]
    public Task Accepts_loops_that_do_something_or_end() => Verify<FailStopRule>.Accepts("""
        static class P
        {
            static int s_n;
            static bool Ready => s_n > 0;
            static void A() { while (true) { s_n++; } }
            static void B() { for (;; s_n++) { } }
            static void C() { while (!Ready) { } }
            static void D() { for (int i = 0; i < 3;) { } }
            static void E() { do { } while (s_n > 3); }
        }
        """);

    [Fact]
    public Task Accepts_own_members_of_such_names() => Verify<FailStopRule>.Accepts("""
        static class Environment { public static void Exit(int code) { } public static int ExitCode { get; set; } }
        static class P { static void A() { Environment.Exit(1); Environment.ExitCode = 3; } static string B() => nameof(System.Environment.Exit); }
        """);
}
