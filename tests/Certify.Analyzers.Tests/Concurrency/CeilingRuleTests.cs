using Certify.Analyzers.Concurrency;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Concurrency;

public class CeilingRuleTests
{
    // @verifies CFY-LLR-197
    [Fact]
    public Task Reports_a_ceiling_below_a_caller() => Verify<CeilingRule>.Reports("""
        using Certify;
        [Protected(4)] static class [|Low|] { private static int s_x; public static void Put() { s_x++; } }
        [Protected(5)] static class Fits { private static int s_x; public static void Put() { s_x++; } }
        static class P
        {
            [Task(5, 10)] static void A() { Deep(); Fits.Put(); }
            [Task(1, 10)] static void B() => Low.Put();
            static void Deep() => Low.Put();
        }
        """);

    [Fact]
    public Task Reports_ceilings_out_of_range_and_handlers_above() => Verify<CeilingRule>.Reports("""
        using Certify;
        [Protected(0)] static class [|None|] { public static void Put() { } }
        [Protected(256)] static class [|Over|] { public static void Put() { } }
        [Protected(9)] static class [|Box|] { public static void Put() { } }
        static class P { [Isr(10)] static void Tick() => Box.Put(); }
        """);

    [Fact]
    public Task Reports_protected_calls_that_do_not_rise() => Verify<CeilingRule>.Reports("""
        using Certify;
        [Protected(5)] static class A { public static void F() => [|B.F()|]; public static void Self() => [|Helper.Back()|]; public static void Own() => F(); }
        [Protected(5)] static class B { public static void F() { } public static void G() => [|C.F()|]; public static void Up() => D.F(); }
        [Protected(4)] static class C { public static void F() { } }
        [Protected(6)] static class D { public static void F() { } }
        static class Helper { public static void Back() => A.Own(); }
        """);

    // @verifies CFY-LLR-197
    [Fact]
    public Task Accepts_a_ceiling_at_the_highest_caller() => Verify<CeilingRule>.Accepts("""
        using Certify;
        [Protected(5)] static class Box { private static int s_x; public static void Put() { s_x++; Add(); } private static void Add() { s_x++; } }
        static class P { [Task(5, 10)] static void A() => Box.Put(); [Task(1, 10)] static void B() => Box.Put(); }
        """);

    [Fact]
    public Task Accepts_calls_to_higher_ceilings() => Verify<CeilingRule>.Accepts("""
        using Certify;
        [Protected(2)] static class A { public static void F() { B.F(); Helper.F(); } }
        [Protected(3)] static class B { public static void F() => C.F(); }
        [Protected(4)] static class C { public static void F() { } }
        static class Helper { public static void F() => C.F(); }
        """);

    [Fact]
    public Task Accepts_programs_without_protected_types() => Verify<CeilingRule>.Accepts("""
        using Certify;
        static class P { [Task(200, 10)] static void A() => B(); static void B() { } }
        """);
}
