using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class StructCopyRuleTests
{
    // @verifies CFY-LLR-111
    [Fact]
    public Task Reports_calls_that_work_on_a_hidden_copy() => Verify<StructCopyRule>.Reports("""
        struct S { private int _n; public int Next() => ++_n; public int N => _n; public readonly int Get() => _n; }
        class C
        {
            private readonly S _s;
            private static readonly S s_s;
            static int A(in S s) => [|s.Next()|] + [|s.N|] + s.Get();
            static int B(ref readonly S s) => [|s.Next()|];
            int D() => [|_s.Next()|] + [|s_s.Next()|];
            static int E(S t) { ref readonly S r = ref t; return [|r.Next()|] + t.Next(); }
        }
        """);

    [Fact]
    public Task Reports_copies_below_other_places() => Verify<StructCopyRule>.Reports("""
        using System;
        using System.Runtime.CompilerServices;
        struct S { private int _n; public int Next() => ++_n; }
        struct Outer { public S Inner; public readonly int A() => [|Inner.Next()|]; public int B() => Inner.Next(); public readonly int C() => [|B()|]; }
        [InlineArray(2)] struct Two { private S _s; }
        static class P
        {
            static int A(in Outer o) => [|o.Inner.Next()|];
            static int B(ReadOnlySpan<S> s, Span<S> t) => [|s[0].Next()|] + t[0].Next();
            static int C(Span<S> s) { int n = 0; foreach (S x in s) n += [|x.Next()|]; foreach (ref S y in s) n += y.Next(); return n; }
            static int D(in Two t) => [|t[0].Next()|];
            static ref readonly S E(in S s) => ref s;
            static int F(S s) => [|E(in s).Next()|];
        }
        """);

    [Fact]
    public Task Reports_calls_through_a_constraint() => Verify<StructCopyRule>.Reports("""
        interface I { int Next(); int N { get; } }
        static class P
        {
            static int A<T>(in T t) where T : struct, I => [|t.Next()|] + [|t.N|];
            static int B<T>(ref T t) where T : struct, I => t.Next() + t.N;
        }
        """);

    [Fact]
    public Task Reports_large_structs_passed_and_returned_by_value() => Verify<StructCopyRule>.Reports("""
        using System.Runtime.CompilerServices;
        [InlineArray(65)] struct Big { private byte _b; }
        [InlineArray(64)] struct Fits { private byte _b; }
        struct Nested { private Big _a; private int _b; }
        static class P
        {
            static int A(Big [|b|], Fits f) => 1;
            static Big [|B|]() => default;
            static Big [|C|] => default;
            static Fits D() => default;
            static int E(in Big b, ref Big c, out Big d, Nested [|e|]) { d = default; return 1; }
            static int F() { int G(Big [|b|]) => 1; return G(default); }
        }
        """);

    [Fact]
    public Task Reports_copies_of_large_structs() => Verify<StructCopyRule>.Reports("""
        using System;
        using System.Runtime.CompilerServices;
        [InlineArray(65)] struct Big { private byte _b; }
        struct Holder { public Big Value; public int N; }
        static class P
        {
            private static Big s_b;
            static void A(ref Big x, Span<Big> xs)
            {
                Big y = [|x|];
                s_b = [|y|];
                y = [|xs[0]|];
                foreach (Big [|z|] in xs) { }
                Holder h = default;
                Holder i = [|h|] with { N = 1 };
                h.Value = [|i.Value|];
            }
        }
        """);

    // @verifies CFY-LLR-111
    [Fact]
    public Task Accepts_readonly_members_and_writable_places() => Verify<StructCopyRule>.Accepts("""
        readonly struct R(int n) { private readonly int _n = n; public int Get() => _n; }
        struct S { private int _n; public int Auto { get; set; } public int Next() => ++_n; public readonly int Get() => _n; }
        class C
        {
            private S _s;
            private readonly R _r;
            private readonly S _q;
            public C() { _q.Next(); }
            int A(in R r, in S s) => r.Get() + _r.Get() + _s.Next() + s.Get() + s.Auto;
            static int B(S s, ref S t, in int n, in int? m) => s.Next() + t.Next() + n.CompareTo(1) + (m.HasValue ? m.Value : 0);
        }
        """);

    [Fact]
    public Task Accepts_large_structs_by_reference() => Verify<StructCopyRule>.Accepts("""
        using System;
        using System.Runtime.CompilerServices;
        [InlineArray(65)] struct Big { private byte _b; public readonly int Length => 65; }
        static class P
        {
            static int A(in Big x, ref Big y, Span<Big> xs)
            {
                ref Big r = ref y;
                ref readonly Big q = ref x;
                r = default;
                foreach (ref readonly Big z in xs) { }
                return q.Length;
            }
            static void B(out Big x) => x = default;
            static T C<T>(T t) where T : unmanaged { T u = t; return u; }
        }
        """);

    [Fact]
    public Task Accepts_copies_up_to_the_limit() => Verify<StructCopyRule>.Accepts("""
        using System.Runtime.CompilerServices;
        [InlineArray(16)] struct Fits { private int _b; }
        struct Outer { public Fits F; }
        static class P { static Fits A(Fits f) { Fits g = f; Outer o = default; o.F = g; Outer p = o with { }; return p.F; } static string B(string s) { string t = s; return t; } }
        """);

    // The sizes stand in the messages on file.
    [Fact]
    public Task Reports_sizes_by_type_and_layout() => Verify<StructCopyRule>.Reports("""
        using System;
        using System.Runtime.CompilerServices;
        using System.Runtime.InteropServices;
        [InlineArray(64)] struct Pad { private byte _b; }
        [InlineArray(9)] struct Nine { private long _b; }
        enum Short : short { None }
        struct Empty { }
        struct With<T> { public Pad P; public T V; private static long s_x; public const long C = 1; }
        unsafe struct Pointer { public Pad P; public int* V; public delegate*<int> F; }
        ref struct Window { public Pad P; public Span<int> V; }
        ref struct Referring { public Pad P; public ref byte V; }
        struct Gaps { public byte A; public Pad P; public int B; public byte C; public long D; }
        [StructLayout(LayoutKind.Sequential, Pack = 1)] struct Packed { public byte A; public Pad P; public int B; public byte C; public long D; }
        [StructLayout(LayoutKind.Sequential, Pack = 2)] struct Loose { public byte A; public Pad P; public int B; public byte C; public long D; }
        [StructLayout(LayoutKind.Explicit)] struct Placed { [FieldOffset(0)] public long A; [FieldOffset(70)] public byte B; [FieldOffset(4)] public int C; }
        [StructLayout(LayoutKind.Sequential, Size = 100)] struct Sized { public byte A; }
        [StructLayout(LayoutKind.Sequential, Size = 10)] struct Undersized { public Pad P; public byte A; }
        unsafe struct Row { public byte A; public fixed int B[20]; }
        static class P
        {
            static void A(With<bool> [|a|], With<byte> [|b|], With<sbyte> [|c|], With<char> [|d|], With<short> [|e|], With<ushort> [|f|]) { }
            static void B(With<int> [|a|], With<uint> [|b|], With<float> [|c|], With<long> [|d|], With<ulong> [|e|], With<double> [|f|]) { }
            static void C(With<nint> [|a|], With<nuint> [|b|], With<DateTime> [|c|], With<decimal> [|d|], With<string> [|e|], With<Short> [|f|]) { }
            static void D(With<int?> [|a|], With<byte?> [|b|], With<long?> [|c|], With<Empty> [|d|], With<Nine> [|e|], With<With<int>> [|f|]) { }
            static void E(Pointer [|a|], Window [|b|], Referring [|c|], Gaps [|d|], Packed [|e|], Loose [|f|]) { }
            static void F(Placed [|a|], Sized [|b|], Undersized [|c|], Row [|d|], Nine [|e|]) { }
            static void G<T>(With<T> a, Pad b) { }
        }
        """);
}
