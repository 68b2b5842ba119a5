using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.DynamicCode;

public class FunctionPointerRuleTests
{
    // @verifies CFY-LLR-225
    [Fact]
    public Task Reports_types_addresses_and_calls() => Verify<FunctionPointerRule>.Reports("""
        static unsafe class P
        {
            static [|delegate*<void>|] s_action;
            static void F() { }
            static void A() { [|delegate*<void>|] f = [|&F|]; [|f()|]; }
            static int B([|delegate*<delegate*<int>, int>|] f) => 1;
        }
        """);

    [Fact]
    public Task Reports_table_that_is_not_declared_or_not_constant() => Verify<FunctionPointerRule>.Reports("""
        using Certify;
        static unsafe class P
        {
            static void F() { }
            static readonly [|delegate*<void>|][] s_plain = [[|&F|]];
            [VectorTable("not read-only")] static [|delegate*<void>|][] s_variable = [[|&F|]];
            [VectorTable("")] static readonly [|delegate*<void>|][] s_reasonless = [[|&F|]];
            static void A(int i) { [|s_plain[i]()|]; [|s_variable[i]()|]; }
        }
        """);

    [Fact]
    public Task Reports_entries_and_marshalling() => Verify<FunctionPointerRule>.Reports("""
        using System;
        using System.Runtime.InteropServices;
        static class P
        {
            [UnmanagedCallersOnly] static void [|Entry|]() { }
            static void Host() { [UnmanagedCallersOnly] static void [|Local|]() { } }
            static IntPtr A(Action a) => [|Marshal.GetFunctionPointerForDelegate(a)|];
            static Action B(IntPtr p) => [|Marshal.GetDelegateForFunctionPointer<Action>(p)|];
        }
        """);

    // @verifies CFY-LLR-225
    [Fact]
    public Task Accepts_declared_vector_table() => Verify<FunctionPointerRule>.Accepts("""
        using Certify;
        static unsafe class P
        {
            static void F() { }
            static void G() { }
            [VectorTable("the vector is the processor's number")] static readonly delegate*<void>[] s_table = [&F, &G];
            [VectorTable("one hook")] static readonly delegate*<void> s_hook = &F;
            static void A(int i) { s_table[i](); s_hook(); }
        }
        """);

    [Fact]
    public Task Accepts_entries_of_boundary_types() => Verify<FunctionPointerRule>.Accepts("""
        using System.Runtime.InteropServices;
        [Certify.Boundary("the assembler enters here")]
        static class P { [UnmanagedCallersOnly] static void Entry() { } }
        [Certify.HardwareType("vector 32")]
        static class Q { [UnmanagedCallersOnly] static void Entry() { } }
        """);

    [Fact]
    public Task Accepts_data_pointers_and_delegates() => Verify<FunctionPointerRule>.Accepts("""
        static unsafe class P
        {
            static int A(int x) { int* p = &x; return *p; }
            static void B(System.Action a) { a(); }
            static void C() { static void Local() { } Local(); }
        }
        """);
}
