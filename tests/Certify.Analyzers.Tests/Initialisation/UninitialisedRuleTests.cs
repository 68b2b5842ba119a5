using Certify.Analyzers.Initialisation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Initialisation;

public class UninitialisedRuleTests
{
    // @verifies CFY-LLR-200
    [Fact]
    public Task Reports_ways_round_definite_assignment() => Verify<UninitialisedRule>.Reports("""
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        [module: [|SkipLocalsInit|]]
        [[|SkipLocalsInit|]] static class Q { }
        static unsafe class P
        {
            [[|SkipLocalsInit|]] static int F() { Span<int> s = stackalloc int[4]; [|Unsafe.SkipInit(out int x)|]; return x + s[0]; }
            static void G() { _ = [|GC.AllocateUninitializedArray<int>(3)|]; _ = [|NativeMemory.Alloc(3)|]; }
            static int H { [[|SkipLocalsInit|]] get => 1; }
        }
        """);

    [Fact]
    public Task Reports_struct_constructor_that_leaves_a_field() => Verify<UninitialisedRule>.Reports("""
        struct S { public int A; public int B; public [|S|](int a) { A = a; } }
        struct T { public int A; public [|T|](int a, bool b) { if (b) { A = a; } } }
        struct U { public int A { get; } public int B { get; } public [|U|](int a) => A = a; }
        struct W(int x) { public int X = x; public int Y; }
        """);

    [Fact]
    public Task Reports_field_set_in_some_arms_only() => Verify<UninitialisedRule>.Reports("""
        struct S
        {
            private int _a; private (int, int) _b;
            public [|S|](int n) { switch (n) { case 1: _a = 1; break; default: break; } _b = (1, 2); }
            public [|S|](long n) { for (int i = 0; i < 3; i++) { _a = i; } _b = default; }
        }
        """);

    // @verifies CFY-LLR-200
    [Fact]
    public Task Accepts_constructors_that_set_every_field() => Verify<UninitialisedRule>.Accepts("""
        struct S
        {
            private int _a; private int _b; public int C { get; }
            public S(int n) { if (n > 0) { _a = 1; } else { _a = 2; } (_b, C) = (n, n); }
            public S(bool x) { this = default; }
            public S(long n) : this((int)n) { }
            public S(short n) { Set(out _a); _b = n > 1 ? 1 : 2; C = _b; }
            public S(byte n) { _a = n; _b = 0; while (true) { if (n > 3) { C = 1; return; } n++; } }
            static void Set(out int x) { x = 1; }
        }
        """);

    [Fact]
    public Task Accepts_initialisers_records_and_classes() => Verify<UninitialisedRule>.Accepts("""
        struct A { private int _x = 1; public int Y { get; } = 2; public A(int n) { _x = n; } }
        readonly record struct B(int X, int Y) { public int Z { get; } = X; }
        struct D(int x) { private readonly int _x = x; public int Get => _x + x; }
        class C { private int _x; public C(int n) { if (n > 0) { _x = n; } } }
        """);

    [Fact]
    public Task Accepts_cleared_stack_buffers_and_overlays() => Verify<UninitialisedRule>.Accepts("""
        using System;
        using System.Runtime.InteropServices;
        static class P { static int F() { Span<int> s = stackalloc int[4]; return s[0]; } static string N() => nameof(System.Runtime.CompilerServices.Unsafe.SkipInit); }
        [StructLayout(LayoutKind.Explicit)] struct U { [FieldOffset(0)] public int A; [FieldOffset(0)] public uint B; public U(int a) { A = a; } }
        """);

    [Fact]
    public Task Reports_every_call_that_hands_out_raw_memory() => Verify<UninitialisedRule>.Reports("""
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        static unsafe class P
        {
            static void A() { _ = [|RuntimeHelpers.GetUninitializedObject(typeof(P))|]; _ = [|Marshal.AllocHGlobal(3)|]; _ = [|Marshal.AllocCoTaskMem(3)|]; }
            static void B(void* p) { _ = [|NativeMemory.AlignedAlloc(3, 4)|]; _ = [|NativeMemory.Realloc(p, 3)|]; _ = [|NativeMemory.AlignedRealloc(p, 3, 4)|]; }
            static Func<int, bool, int[]> C() => [|GC.AllocateUninitializedArray<int>|];
        }
        """);

    [Fact]
    public Task Reports_constructor_that_hands_to_one_without_parameters() => Verify<UninitialisedRule>.Reports("""
        struct S { public int A; public static int B; public const int C = 1; public [|S|](int n) : this() { _ = n; } }
        """);

    [Fact]
    public Task Accepts_calls_of_the_same_name_elsewhere() => Verify<UninitialisedRule>.Accepts("""
        static class Unsafe { public static int SkipInit(out int x) { x = 1; return x; } }
        static class Marshal { public static int AllocHGlobal(int n) => n; }
        static class NativeMemory { public static int Alloc(int n) => n; }
        static unsafe class P
        {
            static int F() { return Unsafe.SkipInit(out int x) + Marshal.AllocHGlobal(x) + NativeMemory.Alloc(x); }
            static void* Cleared() => System.Runtime.InteropServices.NativeMemory.AllocZeroed(3);
        }
        """);
}
