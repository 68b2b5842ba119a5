using Certify.Analyzers.Concurrency;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Concurrency;

public class StaticTaskRuleTests
{
    private const string Kernel = "static class Kernel { [Certify.Waits(\"period\")] public static void Next() { } public static void Work() { } }\n";

    // @verifies CFY-LLR-196
    [Fact]
    public Task Reports_tasks_of_the_wrong_shape() => Verify<StaticTaskRule>.Reports("""
        using Certify;
        class P
        {
            [Task(1, 10), TaskLoop("runs")] void [|A|]() { while (true) { Kernel.Next(); } }
            [Task(1, 10), TaskLoop("runs")] static void [|B|](int x) { while (true) { Kernel.Next(); } }
            [Task(1, 10), TaskLoop("runs")] static int [|C|]() { while (true) { Kernel.Next(); } }
            [Task(1, 10), TaskLoop("runs")] static void [|D|]<T>() { while (true) { Kernel.Next(); } }
            [Task(0, 10), TaskLoop("runs")] static void [|E|]() { while (true) { Kernel.Next(); } }
            [Task(256, 10), TaskLoop("runs")] static void [|F|]() { while (true) { Kernel.Next(); } }
            [Task(1, 0), TaskLoop("runs")] static void [|G|]() { while (true) { Kernel.Next(); } }
            [Task(1, 10)] static void [|H|]() { while (true) { Kernel.Next(); } }
        }
        """ + "\n" + Kernel);

    [Fact]
    public Task Reports_tasks_that_end_or_wait_elsewhere() => Verify<StaticTaskRule>.Reports("""
        using Certify;
        static class P
        {
            static bool s_on;
            [Task(1, 10), TaskLoop("runs")] static void [|A|]() { Kernel.Next(); }
            [Task(1, 10), TaskLoop("runs")] static void [|B|]() { while (true) { Kernel.Next(); break; } }
            [Task(1, 10), TaskLoop("runs")] static void [|C|]() { while (true) { Kernel.Next(); return; } }
            [Task(1, 10), TaskLoop("runs")] static void [|D|]() { while (true) { Kernel.Work(); } }
            [Task(1, 10), TaskLoop("runs")] static void [|E|]() { while (true) { Kernel.Next(); Kernel.Next(); } }
            [Task(1, 10), TaskLoop("runs")] static void [|F|]() { while (true) { if (s_on) { Kernel.Next(); } } }
            [Task(1, 10), TaskLoop("runs")] static void [|G|]() { Kernel.Next(); while (true) { } }
            [Task(1, 10), TaskLoop("runs")] static void [|H|]() { while (s_on) { Kernel.Next(); } }
            [Task(1, 10), TaskLoop("runs")] static void [|I|]() { while (true) { _ = s_on && Wait(); } }
            [Waits("x")] static bool Wait() => true;
            [Task(1, 10), TaskLoop("runs")] static void [|J|]() { if (s_on) { while (true) { Kernel.Next(); } } }
        }
        """ + "\n" + Kernel);

    [Fact]
    public Task Reports_a_task_that_the_program_starts() => Verify<StaticTaskRule>.Reports("""
        using Certify;
        static class P
        {
            [Task(1, 10), TaskLoop("runs")] static void A() { while (true) { Kernel.Next(); } }
            static void Start() { [|A()|]; System.Action a = [|A|]; }
        }
        """ + "\n" + Kernel);

    // @verifies CFY-LLR-196
    [Fact]
    public Task Accepts_a_task_with_one_release() => Verify<StaticTaskRule>.Accepts("""
        using Certify;
        static class P
        {
            [Task(1, 1), TaskLoop("runs")] static void A() { while (true) { Kernel.Next(); Kernel.Work(); } }
            [Task(255, 10), TaskLoop("runs")] static void B() { int n = 0; for (;;) { Kernel.Next(); for (int i = 0; i < 3; i++) { if (i == n) { break; } } n++; } }
        }
        """ + "\n" + Kernel);

    [Fact]
    public Task Accepts_helpers_inside_a_task() => Verify<StaticTaskRule>.Accepts("""
        using Certify;
        static class P
        {
            [Task(3, 20), TaskLoop("runs")]
            static void A()
            {
                while (true) { Kernel.Next(); _ = Half(4); }
                static int Half(int n) { return n / 2; }
            }
        }
        """ + "\n" + Kernel);

    [Fact]
    public Task Accepts_methods_that_are_no_tasks() => Verify<StaticTaskRule>.Accepts("""
        static class P { static void Task() { Kernel.Next(); } static int F(int n) { while (true) { if (n > 3) { return n; } n++; } } static void G() => Task(); }
        """ + "\n" + Kernel);
}
