using Certify.Analyzers.Numeric;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Numeric;

public class IndexRuleTests
{
    // @verifies CFY-LLR-165
    [Fact]
    public Task Reports_index_that_is_outside() => Verify<IndexRule>.Reports("""
        using System;
        using System.Runtime.CompilerServices;
        [InlineArray(4)] struct Four { int _x; }
        static class P
        {
            static readonly int[] s_t = { 1, 2, 3 };
            static ReadOnlySpan<byte> Table => [1, 2];
            static int A() => [|s_t[3]|];
            static int B(int i) => i < 0 ? [|s_t[i]|] : 0;
            static int C(ref Four f, int i) { if (i >= 4) return [|f[i]|]; return 0; }
            static byte D() => [|Table[2]|];
            static int E(Span<int> s) => [|s[s.Length]|];
        }
        """);

    [Fact]
    public Task Reports_part_that_is_outside() => Verify<IndexRule>.Reports("""
        using System;
        static class P
        {
            static int A() { Span<int> s = stackalloc int[8]; return [|s.Slice(9)|].Length; } static int C(Span<int> s) => [|s[3..2]|].Length;
            static int B(ReadOnlySpan<int> s) => [|s[^0]|];
        }
        """);

    [Fact]
    public Task Reports_pointer_outside_hardware_types() => Verify<IndexRule>.Reports("""
        static unsafe class P { static byte A(byte* p, int i) => [|p[i]|]; }
        [Certify.HardwareType("registers")] static unsafe class H { static byte A(byte* p, int i) => p[i]; }
        """);

    // @verifies CFY-LLR-165
    [Fact]
    public Task Checks_what_is_open() => Verify<IndexRule>.Checks("""
        using System;
        static class P
        {
            static int A(int[] a, int i) => [|a[i]|];
            static int B(int[] a, int i) => i <= a.Length ? [|a[i]|] : 0;
            static int C(int[,] a, int i) => [|a[i, i]|];
            static char D(string s, int i) => i >= 0 ? [|s[i]|] : ' ';
            static int E(Span<int> s, int n) => [|s.Slice(n)|].Length + [|s[..(n + 1)]|].Length;
        }
        """);

    [Fact]
    public Task Accepts_index_below_the_length() => Verify<IndexRule>.Proves("""
        using System;
        static class P
        {
            static int A(int[] a) { var n = 0; for (var i = 0; i < a.Length; i++) n ^= a[i]; return n; }
            static int B(ReadOnlySpan<int> s, int i) => i >= 0 && i < s.Length ? s[i] : 0;
            static int C(ReadOnlySpan<int> s, int i) => unchecked((uint)i < (uint)s.Length) ? s[i] : 0;
            static int D(string s) { var n = 0; for (var i = s.Length - 1; i >= 0; i--) n ^= s[i]; return n; }
            static int E(Span<int> s, int n) { n = Math.Min(n, s.Length); var x = 0; for (var i = 0; i < n; i++) x ^= s[i]; return x; }
            static int F(int[] a, int i) => i >= 0 && a.Length > i + 1 ? a[i + 1] : 0;
            static int G(ReadOnlySpan<int> s) => s.IsEmpty ? 0 : s[0] + s[^1] + s[s.Length - 1];
            static int H(ReadOnlySpan<int> s, int i) => s.Length > 0 && i >= 0 ? s[i % s.Length] : 0;
        }
        """);

    [Fact]
    public Task Accepts_fixed_lengths() => Verify<IndexRule>.Proves("""
        using System;
        using System.Runtime.CompilerServices;
        [InlineArray(8)] struct Eight { int _x; }
        static class P
        {
            static readonly int[] s_t = [1, 2, 3, 4];
            static int A(uint i) => s_t[i & 3];
            static int B(ref Eight e) { var n = 0; for (var i = 0; i < 8; i++) n ^= e[i]; return n; }
            static int C(ref Eight e, int i) { Span<int> s = e; return i is >= 0 and < 8 ? s[i] : s[7]; }
            static int D() { Span<int> s = stackalloc int[4]; return s[3]; }
            static byte E() => "abc"u8[2];
            static int F(int x) { ReadOnlySpan<int> s = [x, x, x]; return s[2]; }
        }
        """);

    [Fact]
    public Task Accepts_parts_inside() => Verify<IndexRule>.Proves("""
        using System;
        static class P
        {
            static int A(Span<int> s, int n) => n >= 0 && n <= s.Length ? s.Slice(n).Length + s[..n].Length : 0;
            static int B(Span<int> s) => s.Length >= 4 ? s.Slice(1, 3).Length + s[1..^1].Length : 0;
            static int C(Span<int> s) { if (s.Length < 6) return 0; var t = s.Slice(2, 4); return t[3]; }
            static bool D(ReadOnlySpan<int> s) => s is [1, .., 2];
        }
        """);

    [Fact]
    public Task Checks_again_after_a_write_between() => Verify<IndexRule>.Checks("""
        static class P
        {
            static void Touch(ref int i) => i = 9;
            static int A(int[] a, int i) { if (i < 0 || i >= a.Length) return 0; Touch(ref i); return [|a[i]|]; }
            static int B(int[] a, int[] b, int i) { if (i < 0 || i >= a.Length) return 0; a = b; return [|a[i]|]; }
            static int C(int[] a, int i) { if (i < 0 || i >= a.Length) return 0; void F() { i = 7; } F(); return [|a[i]|]; }
            static int D(int[] a, int i) { if (i < 0 || i >= a.Length) return 0; ref int r = ref i; r = 7; return [|a[i]|]; }
        }
        """);
}
