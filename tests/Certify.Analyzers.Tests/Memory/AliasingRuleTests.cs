using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class AliasingRuleTests
{
    // @verifies CFY-LLR-193
    [Fact]
    public Task Reports_the_same_variable_twice() => Verify<AliasingRule>.Reports("""
        struct V { public int A; public int B; public void Add(ref V other) { A += other.A; other.B = 0; } }
        static class P
        {
            static void F(ref int a, ref int b) { a = b; }
            static void G(in int a, out int b) { b = a; }
            static void K(ref V v, ref int a) { v.B = a; }
            static void M(int x, V v, int[] t, int i)
            {
                F(ref x, ref [|x|]);
                G(in x, out [|x|]);
                K(ref v, ref [|v.A|]);
                F(ref t[i], ref [|t[0]|]);
                F(ref t[1], ref [|t[1]|]);
                v.Add(ref [|v|]);
                ref int r = ref x;
                F(ref r, ref [|x|]);
            }
        }
        """);

    [Fact]
    public Task Reports_a_field_that_the_function_uses_by_name() => Verify<AliasingRule>.Reports("""
        struct V { public int A; }
        static class P
        {
            private static int s_x;
            private static V s_v;
            static void Write(ref int a) { s_x = a; }
            static void Read(ref int a) { a = s_x; }
            static void Deep(in int a) { Other(a); }
            static void Other(int a) { s_x = a; s_v.A = a; }
            static void M() { Write(ref [|s_x|]); Read(ref [|s_x|]); Deep(in [|s_x|]); Deep(in [|s_v.A|]); }
        }
        class C { private int _n; void Set(ref int a) { _n = a; } void M() { Set(ref [|_n|]); } }
        struct S { private int _n; private int _m; void Set(ref int a) { _n = a; } void M() { Set(ref [|_n|]); Set(ref _m); } }
        """);

    [Fact]
    public Task Reports_spans_that_can_overlap() => Verify<AliasingRule>.Reports("""
        using System;
        static class P
        {
            static void Copy(ReadOnlySpan<int> from, Span<int> to) { to[0] = from[0]; }
            static void M(Span<int> s, int[] t, int n)
            {
                Copy(s, [|s|]);
                Copy(s.Slice(0, 4), [|s.Slice(3)|]);
                Copy(s[..n], [|s[n..]|]);
                Copy(t, [|t.AsSpan(2)|]);
                Span<int> u = s.Slice(1);
                Copy(u, [|s|]);
                Copy(s.Slice(0, 10).Slice(5, 1), [|s.Slice(3, 7).Slice(2, 1)|]);
            }
        }
        """);

    // @verifies CFY-LLR-193
    [Fact]
    public Task Accepts_different_variables() => Verify<AliasingRule>.Accepts("""
        struct V { public int A; public int B; public V2 C; }
        struct V2 { public int D; public int E; }
        static class P
        {
            static void F(ref int a, ref int b) { a = b; }
            static int Same(in int a, in int b) => a + b;
            static void M(int x, int y, V v, int[] t, int[] u)
            {
                F(ref x, ref y); F(ref v.A, ref v.B); F(ref v.C.D, ref v.C.E); F(ref v.A, ref v.C.D);
                F(ref t[0], ref t[1]); F(ref t[0], ref u[0]); _ = Same(in x, in x);
            }
        }
        """);

    [Fact]
    public Task Accepts_fields_that_the_function_does_not_touch() => Verify<AliasingRule>.Accepts("""
        static class P
        {
            private static int s_x; private static int s_y;
            static void Write(ref int a) { s_y = a; }
            static int Read(in int a) => a + s_x;
            static void M() { Write(ref s_x); _ = Read(in s_x); s_x = s_y; }
        }
        struct S { private int _n; private int _m; readonly int Sum(ref int a) { a++; return _m; } void M() { _ = Sum(ref _n); } }
        """);

    [Fact]
    public Task Accepts_windows_apart() => Verify<AliasingRule>.Accepts("""
        using System;
        [System.Runtime.CompilerServices.InlineArray(4)] struct Four { private int _e; }
        static class P
        {
            static void Copy(ReadOnlySpan<int> from, Span<int> to) { to[0] = from[0]; }
            static void F(ref int a, ref int b) { a = b; }
            static int Sum(ReadOnlySpan<int> a, ReadOnlySpan<int> b) => a[0] + b[0];
            static void M(Span<int> s, Span<int> t, Four f)
            {
                Copy(s, t); Copy(s.Slice(0, 4), s.Slice(4)); Copy(s.Slice(0, 4), s.Slice(4, 4)); _ = Sum(s, s); F(ref s[0], ref s[1]); F(ref f[0], ref f[1]);
            }
        }
        """);

    [Fact]
    public Task Reports_fields_that_share_their_memory_and_no_others() => Verify<AliasingRule>.Reports("""
        using System;
        using System.Runtime.InteropServices;
        [StructLayout(LayoutKind.Explicit)] struct U { [FieldOffset(0)] public int A; [FieldOffset(0)] public uint B; }
        [StructLayout(LayoutKind.Sequential)] struct V { public int A; public uint B; }
        static class P
        {
            static void Mix(ref int a, ref uint b) { a = (int)b; }
            static void Copy(ReadOnlySpan<int> from, Span<int> to) { to[0] = from[0]; }
            static void M(U u, V v, Span<int> s)
            {
                Mix(ref u.A, ref [|u.B|]);
                Mix(ref v.A, ref v.B);
                Copy(s.Slice(0, 4), s.Slice(4, 4));
                Copy(s.Slice(4, 4), s.Slice(0, 4));
                Copy(s.Slice(0, 5), [|s.Slice(4, 4)|]);
            }
        }
        """);
}
