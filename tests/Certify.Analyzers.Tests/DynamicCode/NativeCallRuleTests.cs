using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.DynamicCode;

public class NativeCallRuleTests
{
    // @verifies CFY-LLR-227
    [Fact]
    public Task Reports_members_without_body_outside_the_boundary() => Verify<NativeCallRule>.Reports("""
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        static class P
        {
            [DllImport("libc")] static extern int [|getpid|]();
            [MethodImpl(MethodImplOptions.InternalCall)] static extern void [|Halt|]();
            static void A() { [DllImport("libc")] static extern int [|getppid|](); int x = getppid(); }
        }
        """);

    [Fact]
    public Task Reports_source_generated_imports() => Verify<NativeCallRule>.Reports("""
        using System.Runtime.InteropServices;
        static partial class P
        {
            [LibraryImport("libc")] private static partial int [|getpid|]();
        }
        """, s => s with { MayHaveErrors = true });

    [Fact]
    public Task Reports_signatures_without_fixed_form() => Verify<NativeCallRule>.Reports("""
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        struct Pair { public int A; public string B; }
        [Certify.Boundary("libc")]
        static class P
        {
            [DllImport("libc")] static extern int [|A|](string text);
            [DllImport("libc")] static extern int [|B|](int[] numbers);
            [DllImport("libc")] static extern int [|C|](System.Action callback);
            [DllImport("libc")] static extern bool [|D|]();
            [DllImport("libc")] static extern int [|E|](char c);
            [DllImport("libc")] static extern int [|F|](Pair pair);
            [MethodImpl(MethodImplOptions.InternalCall)] static extern object [|G|]();
            [MethodImpl(MethodImplOptions.InternalCall)] static extern void [|H|](System.ReadOnlySpan<byte> text);
            [DllImport("libc")] static extern void [|I|](decimal d);
        }
        """);

    // @verifies CFY-LLR-227
    [Fact]
    public Task Accepts_numbers_in_boundary_types() => Verify<NativeCallRule>.Accepts("""
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        enum Mode { A }
        struct Pair { public int A; public Mode B; public const string C = ""; }
        [Certify.HardwareType("port")]
        static unsafe class P
        {
            [DllImport("libc")] static extern int A(int x, double y, Pair p, ref Pair q, int* r, nuint n, Mode m);
            [MethodImpl(MethodImplOptions.InternalCall)] static extern bool B(char c);
            static class Inner { [DllImport("libc")] internal static extern void C(); }
        }
        """);

    [Fact]
    public Task Accepts_intrinsics_of_the_core_library() => Verify<NativeCallRule>.Accepts("""
        namespace System.Runtime.CompilerServices { sealed class IntrinsicAttribute : Attribute { } }
        static class P { [System.Runtime.CompilerServices.Intrinsic] static extern T A<T>(T t); }
        """, s => s with { Profile = "core" });

    [Fact]
    public Task Reports_intrinsics_elsewhere() => Verify<NativeCallRule>.Reports("""
        namespace System.Runtime.CompilerServices { sealed class IntrinsicAttribute : Attribute { } }
        static class P { [System.Runtime.CompilerServices.Intrinsic] static extern T [|A|]<T>(T t); }
        """, s => s with { Profile = "runtime" });

    [Fact]
    public Task Accepts_members_with_a_body() => Verify<NativeCallRule>.Accepts("""
        static partial class P { static partial void A(); private static partial int B(string s); private static partial int B(string s) => s.Length; }
        """);
}
