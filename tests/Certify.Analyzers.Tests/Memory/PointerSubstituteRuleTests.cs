using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class PointerSubstituteRuleTests
{
    // @verifies CFY-LLR-108
    [Fact]
    public Task Reports_every_use_in_an_application() => Verify<PointerSubstituteRule>.Reports("""
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using Certify;
        [HardwareType("reason")]
        static class P
        {
            static int A(ref float x) => [|Unsafe.As<float, int>(ref x)|];
            static Span<int> B(ref int x) => [|MemoryMarshal.CreateSpan(ref x, 1)|];
            static void C(GCHandle [|h|]) { [|h.Free()|]; object? o = [|h.Target|]; }
            static int D(nint p) => [|Marshal.ReadInt32(p)|];
            static unsafe void E(void* p) => [|NativeMemory.Free(p)|];
            static GCHandle [|F|](object o) => [|GCHandle.Alloc(o)|];
        }
        """);

    [Fact]
    public Task Reports_use_outside_hardware_types_in_the_runtime() => Verify<PointerSubstituteRule>.Reports("""
        using System.Runtime.CompilerServices;
        using Certify;
        [HardwareType(" ")]
        static class P { static ref int A(ref int x) => ref [|Unsafe.Add(ref x, 1)|]; }
        static class Q { static void A(out int x) { [|Unsafe.SkipInit(out x)|]; } }
        """, s => s with { Profile = "runtime" });

    [Fact]
    public Task Reports_operators_conversions_and_method_values() => Verify<PointerSubstituteRule>.Reports("""
        using System;
        using System.Runtime.InteropServices;
        static class P
        {
            static bool A(GCHandle [|a|], GCHandle [|b|]) => [|a == b|];
            static nint B(GCHandle [|a|]) => [|(nint)a|];
            static Func<nint, int> C() => [|Marshal.ReadInt32|];
            static string D() => nameof(Marshal.ReadInt32);
        }
        """);

    // @verifies CFY-LLR-108
    [Fact]
    public Task Accepts_declared_hardware_types_in_the_runtime() => Verify<PointerSubstituteRule>.Accepts("""
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        using Certify;
        [HardwareType("registers of the timer")]
        static class P
        {
            static ref int A(ref int x) => ref Unsafe.Add(ref x, 1);
            static class Inner { static Span<int> B(ref int x) => MemoryMarshal.CreateSpan(ref x, 1); static void C(GCHandle h) { } }
        }
        """, s => s with { Profile = "runtime" });

    [Fact]
    public Task Accepts_asking_for_a_size() => Verify<PointerSubstituteRule>.Accepts("""
        using System.Runtime.CompilerServices;
        static class P { static int A<T>() where T : unmanaged => Unsafe.SizeOf<T>(); }
        """);

    [Fact]
    public Task Accepts_own_types_of_the_same_name() => Verify<PointerSubstituteRule>.Accepts("""
        static class Unsafe { public static int Add(ref int x, int y) => x + y; }
        static class Marshal { public static int SizeOf() => 4; }
        static class P { static int A(int x) => Unsafe.Add(ref x, 1) + Marshal.SizeOf(); }
        """);

    [Fact]
    public Task Reports_every_declaration_of_such_a_type() => Verify<PointerSubstituteRule>.Reports("""
        using System.Runtime.InteropServices;
        static class P
        {
            private static GCHandle [|s_field|];
            static GCHandle [|Property|] { get; set; }
            static void Take(out GCHandle [|h|]) { h = s_field; }
            static void Locals(object o)
            {
                GCHandle [|declared|] = s_field;
                Take(out GCHandle [|given|]);
                if (o is GCHandle [|pattern|]) { }
                if (o is GCHandle { } [|recursive|]) { }
                _ = Local(s_field);
                GCHandle [|Local|](GCHandle [|x|]) => x;
                System.Action<GCHandle> a = (GCHandle [|y|]) => { };
            }
        }
        """);
}
