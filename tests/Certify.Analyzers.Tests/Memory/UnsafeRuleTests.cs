using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class UnsafeRuleTests
{
    private static Snippet Runtime(Snippet snippet) => snippet with { Profile = "runtime" };

    [Fact]
    public Task Reports_memory_that_is_not_cleared() => Verify<UnsafeRule>.Reports("""
        using System.Runtime.CompilerServices;
        [module: [|SkipLocalsInit|]]
        static class P { [[|SkipLocalsInit|]] static int A() => 1; }
        """);

    // @verifies CFY-LLR-024
    [Fact]
    public Task Reports_every_place_the_word_can_stand() => Verify<UnsafeRule>.Reports("""
        using [|unsafe|] Pointer = int*;
        [|unsafe|] struct S { public int* P; }
        static class C
        {
            static [|unsafe|] int* s_p;
            static [|unsafe|] int A(int* p) => *p;
            static int B(int x) { [|unsafe|] { return *&x; } }
            static int D(int x) { return F(); [|unsafe|] int F() => sizeof(S); }
            static [|unsafe|] int E => sizeof(S);
        }
        """, Runtime);

    [Fact]
    public Task Reports_hardware_type_in_application() => Verify<UnsafeRule>.Reports("""
        [Certify.HardwareType("port")]
        static class C { static [|unsafe|] int A(int* p) => *p; }
        """);

    [Fact]
    public Task Reports_hardware_type_without_a_reason() => Verify<UnsafeRule>.Reports("""
        [Certify.HardwareType(" ")]
        static class C { static [|unsafe|] int A(int* p) => *p; }
        """, Runtime);

    [Fact]
    public Task Reports_unsafe_iterator() => Verify<UnsafeRule>.Reports("""
        using System.Collections.Generic;
        static class C { static IEnumerable<int> A() { [|unsafe|] { int* p = null; } yield return 1; } }
        """, Runtime);

    // @verifies CFY-LLR-024
    [Fact]
    public Task Accepts_hardware_type_in_runtime() => Verify<UnsafeRule>.Accepts("""
        [Certify.HardwareType("memory-mapped port")]
        static unsafe partial class C
        {
            static int A(int* p) { fixed (int* q = new int[1]) return *q + *p; }
            struct Inner { public unsafe fixed byte B[4]; }
        }
        partial class C { unsafe static int* s_p; }
        """, Runtime);

    [Fact]
    public Task Accepts_hardware_type_below_the_runtime_root() => Verify<UnsafeRule>.Accepts("""
        [Certify.HardwareType("port")]
        static class C { static unsafe int A(int* p) => *p; }
        """, s => s with { Path = "/runtime/Kernel/C.cs", RuntimeRoot = "/other|/runtime" });

    [Fact]
    public Task Reports_application_kept_inside_the_runtime_root() => Verify<UnsafeRule>.Reports("""
        [Certify.HardwareType("port")]
        static class C { static [|unsafe|] int A(int* p) => *p; }
        """, s => s with { RuntimeRoot = "/repo", Path = "/repo/Apps/App/C.cs", ProjectDir = "/repo/Apps/App/" });

    [Fact]
    public Task Accepts_safe_stackalloc_and_inline_array() => Verify<UnsafeRule>.Accepts("""
        using System;
        [System.Runtime.CompilerServices.InlineArray(4)]
        struct Four { private int _first; }
        static class C
        {
            static int A() { Span<int> s = stackalloc int[4]; return s[0]; }
            static int B(Four f) => f[2] + sizeof(int);
        }
        """);
}
