using Certify.Analyzers.Concurrency;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Concurrency;

public class InterruptHandlerRuleTests
{
    // @verifies CFY-LLR-198
    [Fact]
    public Task Reports_calls_that_nobody_vouches_for() => Verify<InterruptHandlerRule>.Reports("""
        using Certify;
        static class P
        {
            [Isr(9)] static void Tick() { [|Plain()|]; Safe(); _ = [|Half|]; }
            static void Plain() { [|Deeper()|]; }
            static void Deeper() { }
            [IsrSafe("one store")] static void Safe() { [|Plain()|]; }
            [IsrSafe(" ")] static int Half => 1;
        }
        """);

    [Fact]
    public Task Reports_waits_and_open_loops_on_any_path() => Verify<InterruptHandlerRule>.Reports("""
        using Certify;
        [IsrSafe("short")] static class P
        {
            static bool s_ready;
            [Isr(9)] static void Tick() { Deep(); }
            static void Deep() { [|Wait()|]; [|while|] (s_ready) { s_ready = false; } [|for|] (int i = 0; s_ready; i++) { } }
            [Waits("device")] static void Wait() { }
            [Isr(8)] static void Tock() { for (int i = 0; i < 4; i++) { } foreach (int x in (System.ReadOnlySpan<int>)[1, 2]) { } [|System.Threading.Thread.Sleep(1)|]; }
        }
        """);

    [Fact]
    public Task Reports_handlers_of_the_wrong_shape() => Verify<InterruptHandlerRule>.Reports("""
        using Certify;
        class P
        {
            [Isr(9)] void [|A|]() { }
            [Isr(9)] static int [|B|]() => 1;
            [Isr(0)] static void [|C|]() { }
            [Isr(256)] static void [|D|]() { [|System.Console.WriteLine()|]; }
        }
        """);

    // @verifies CFY-LLR-198
    [Fact]
    public Task Accepts_short_handlers() => Verify<InterruptHandlerRule>.Accepts("""
        using Certify;
        [Protected(9), IsrSafe("one store")] static class Box { private static int s_x; public static void Put(int x) { s_x = System.Math.Max(x, 1); } }
        static class P
        {
            private static int Last { get; set; }
            [Isr(9)] static void Tick() { Box.Put(1); Last = 2; Own(); static void Own() { } }
            [Isr(255)] static void Tock() { for (int i = 0; i < 4; i++) { Last = i; } }
        }
        """);

    [Fact]
    public Task Accepts_what_tasks_do() => Verify<InterruptHandlerRule>.Accepts("""
        using Certify;
        static class P { static bool s_on; [Task(1, 10)] static void A() { while (s_on) { Wait(); } } [Waits("x")] static void Wait() { } }
        """);

    [Fact]
    public Task Accepts_core_library_code_by_its_loops() => Verify<InterruptHandlerRule>.Accepts("""
        using Certify;
        static class Core { [Isr(1)] static void Tick() { Help(); } static void Help() { for (int i = 0; i < 3; i++) { } } }
        """, snippet => snippet with { Profile = "core" });

    [Fact]
    public Task Accepts_loops_that_count_by_their_form() => Verify<InterruptHandlerRule>.Accepts("""
        using Certify;
        static class P
        {
            static byte s_b; static sbyte s_s; static int s_n;
            [Isr(1)] static void Tick()
            {
                byte b = s_b; sbyte s = s_s; int n = s_n;
                for (byte i = 0; i < b - 1; i += 2) { }
                for (byte i = 0; i <= b - 1; i++) { }
                for (byte i = 0; i < (n & 254); i += 2) { }
                for (byte i = 0; i < (n & 255); i++) { }
                for (byte i = 0; i < (byte)n; i++) { }
                for (byte i = 0; i < (short)b; i++) { }
                for (sbyte i = 0; i < b / 2; i++) { }
                for (sbyte i = 0; i <= b % 127; i++) { }
                for (sbyte i = 0; i < b % 128; i++) { }
                for (sbyte i = 9; i > s + 1; i--) { }
                for (sbyte i = 9; i >= s + 1; i--) { }
                for (ushort i = 0; i < b + 65280; i++) { }
                for (byte i = 9; i > b - 0; i--) { }
                for (byte i = 9; i >= 1; i--) { }
            }
        }
        """);
}
