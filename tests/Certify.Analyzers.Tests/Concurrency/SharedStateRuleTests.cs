using Certify.Analyzers.Concurrency;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Concurrency;

public class SharedStateRuleTests
{
    // @verifies CFY-LLR-194
    [Fact]
    public Task Reports_static_that_two_flows_reach() => Verify<SharedStateRule>.Reports("""
        using Certify;
        static class P
        {
            private static int [|s_level|];
            private static int [|s_ticks|];
            public static int [|Mode|] { get; set; }
            [Task(1, 10)] static void Slow() { Deep(); Mode = 1; }
            [Task(2, 5)] static void Fast() { _ = s_level + Mode; s_ticks = 0; }
            [Isr(9)] static void Tick() { s_ticks++; }
            static void Deep() { s_level = 1; }
        }
        """);

    [Fact]
    public Task Reports_static_of_a_part_whose_program_is_not_known() => Verify<SharedStateRule>.Reports("""
        public static class P { private static int [|s_x|]; public static void Set(int x) { s_x = x; } internal static readonly int[] [|Table|] = [1, 2]; }
        """);

    [Fact]
    public Task Reports_open_field_of_a_protected_type_and_main_beside_a_handler() => Verify<SharedStateRule>.Reports("""
        using Certify;
        [Protected(9)] static class Box { internal static int [|Open|]; private static int s_closed; public static void Put(int x) { s_closed = x; Open = s_closed; } }
        static class P
        {
            static int [|s_x|];
            [Isr(9)] static void Tick() { Box.Put(1); s_x = 1; }
            [System.Runtime.InteropServices.UnmanagedCallersOnly] static void Start() { Box.Put(2); _ = s_x; }
        }
        """);

    // @verifies CFY-LLR-194
    [Fact]
    public Task Accepts_private_state_of_protected_types() => Verify<SharedStateRule>.Accepts("""
        using Certify;
        [Protected(2)] static class Box { private static int s_x; public static void Put(int x) { s_x = x; } public static int Get() => s_x; }
        static class P { [Task(1, 10)] static void A() => Box.Put(1); [Task(2, 5)] static void B() => _ = Box.Get(); }
        """);

    [Fact]
    public Task Accepts_state_of_one_flow() => Verify<SharedStateRule>.Accepts("""
        using Certify;
        static class P
        {
            private static int s_a; private static int s_b;
            [Task(1, 10)] static void A() { s_a++; Help(); }
            [Task(2, 5)] static void B() { s_b++; }
            static void Help() { s_a = 0; }
        }
        """);

    [Fact]
    public Task Accepts_constants_and_tables_that_nobody_writes() => Verify<SharedStateRule>.Accepts("""
        using Certify;
        static class P
        {
            private static readonly int[] s_table = [1, 2, 3]; private const int Max = 3; private static int s_never;
            [Task(1, 10)] static void A() { _ = s_table[0] + Max + s_never; }
            [Task(2, 5)] static void B() { _ = s_table[1] + s_never; }
        }
        """);

    [Fact]
    public Task Accepts_the_executive_of_one_cyclic_application() => Verify<SharedStateRule>.Accepts("""
        using Certify;
        public struct State { public int X; }
        public struct App : ICyclicApplication<State, State, State>
        {
            private static int s_frames;
            public static void Initialise(out State state) { s_frames = 0; state.X = s_frames; }
            public static void Step(ref State state, in State inputs, out State outputs) { s_frames++; outputs = inputs; }
        }
        """);
}
