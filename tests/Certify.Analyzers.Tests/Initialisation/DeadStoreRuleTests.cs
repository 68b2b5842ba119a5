using Certify.Analyzers.Initialisation;
using Certify.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Tests.Initialisation;

public class DeadStoreRuleTests
{
    // @verifies CFY-LLR-203
    [Fact]
    public Task Reports_stores_that_no_path_reads() => Verify<DeadStoreRule>.Reports("""
        static class P
        {
            static int A(int n) { int [|x = Get()|]; x = n; return x; }
            static int B(int n) { int x = 1; if (n > 0) { x = 2; } int y = x; [|x = 3|]; return y; }
            static int C(int n) { [|n++|]; return 1; }
            static int D(bool b) { int x = b ? 1 : 2; int y = x; [|x = b ? 3 : 4|]; return y; }
            static int E(int n) { for (int i = 0; i < n; i++) { int last = i; n -= last; [|last = 0|]; } return n; }
            static int F(int n) { return L(n); static int L(int m) { int k = m; [|m = 0|]; return k; } }
            static int Get() => 1;
        }
        """);

    [Fact]
    public Task Reports_variables_that_nobody_reads() => Verify<DeadStoreRule>.Reports("""
        static class P
        {
            static void A() { int [|x|] = 1; x = 2; int [|n|] = 0; n++; string [|s|] = "a"; }
            static void B(int used, int [|spare|]) { C(used); void L(int [|idle|]) { C(2); } L(1); }
            static void C(int n) { _ = n; }
            private sealed class Q { public Q(int [|size|], int kept) { Kept = kept; } public int Kept { get; } }
            static int D() => new Q(1, 2).Kept;
        }
        """);

    [Fact]
    public Task Reports_private_fields_without_use() => Verify<DeadStoreRule>.Reports("""
        class C
        {
            private int [|_unused|];
            private int [|_written|];
            private readonly int [|_set|] = 3;
            private int [|_never|];
            private int [|_once|];
            private string [|_name|] = "a";
            private static int [|s_count|];
            public C(int n) { _once = n; _written = n; }
            public int Sum() { s_count++; _written += 1; return _once + _never + _name.Length; }
        }
        """);

    // @verifies CFY-LLR-203
    [Fact]
    public Task Accepts_values_that_some_path_reads() => Verify<DeadStoreRule>.Accepts("""
        using System;
        static class P
        {
            static int A(int n) { int x = 0; if (n > 0) { x = 1; } return x; }
            static int B(int n) { int x = 0; while (n > 0) { x += n; n--; } return x; }
            static int C(bool b) { int x; if (b) { x = 1; } else { x = 2; } return x; }
            static int D(int n) { int x = n switch { 1 => 2, _ => 3 }; x = x > 2 ? x : 1; return x; }
            static int E() { int last = 0; for (int i = 0; i < 3; i++) { int now = last; last = i + now; } return 1 + last; }
            static int F(ReadOnlySpan<int> s) { int sum = 0; foreach (int x in s) { sum += x; } return sum; }
            static bool G(string? s) { string t = s ?? "x"; t ??= "y"; return t.Length > 1; }
            static (int, int) H() { var a = 1; var b = 2; (a, b) = (b, a); return (a, b); }
            static int I(int n) { var p = new Point { X = n }; p.Y = 2; p = p with { X = 3 }; return p.X + p.Y; }
            static int J(ref int r) { r = 3; int own = 1; Inc(ref own); return own; }
            static void Inc(ref int n) { n++; }
        }
        record struct Point(int X, int Y);
        """);

    [Fact]
    public Task Accepts_what_cannot_be_followed() => Verify<DeadStoreRule>.Accepts("""
        using System;
        using System.Collections.Generic;
        static class P
        {
            static void A() { _ = 1; if (int.TryParse("1", out _)) { } if (int.TryParse("1", out int n)) { } }
            static Func<int> B() { int x = 1; Func<int> f = () => x; x = 2; return f; }
            static int C() { int x = 1; void L() { x = 3; } L(); return x; }
            static int D() { int x = 0; try { x = 1; Inc(); x = 2; } catch (Exception) { return x; } finally { x = 4; } return 5; }
            static void Inc() { }
            static void E(object o) { if (o is string s) { } switch (o) { case int i: break; default: break; } var (a, b) = (1, 2); foreach (var x in new[] { 1 }) { } }
            static void F() { using var r = new System.IO.MemoryStream(); }
            static void G(int[] t) { ref int r = ref t[0]; r = 2; Span<int> s = t; s[0] = 1; }
            static unsafe int H() { int x = 1; int* p = &x; x = 2; return *p; }
            static IEnumerable<int> I() { int x = 1; yield return x; x = 2; yield return x; }
            static async System.Threading.Tasks.Task<int> J() { int x = 1; await System.Threading.Tasks.Task.Yield(); return x; }
            static string K(int n) { int x = n; return nameof(x); }
            static int M(int n) { int x = n; ref int r = ref x; x = 4; return r; }
        }
        """);

    [Fact]
    public Task Accepts_parameters_that_somebody_else_decides() => Verify<DeadStoreRule>.Accepts("""
        using System;
        interface I { void F(int a); }
        class Base { public virtual void V(int a) { Console.Write(1); } }
        sealed class C : Base, I
        {
            public void F(int a) { Console.Write(1); }
            public override void V(int a) { Console.Write(2); }
            static void Handler(object? sender, EventArgs e) { Console.Write(3); }
            public static EventHandler H => Handler;
            static void Stub(int a) { }
            static void Soon(int a) => throw new NotSupportedException();
            static void Discard(int _, int __) { Console.Write(4); }
            public C(int a) : base() { Kept = nameof(a); }
            public string Kept { get; }
        }
        static class X { public static int Zero(this string s) => 0; public static int Named([System.Runtime.CompilerServices.CallerLineNumber] int line = 0) => 1; }
        record R(int A);
        delegate void D(int a);
        """);

    [Fact]
    public Task Accepts_private_fields_in_use() => Verify<DeadStoreRule>.Accepts("""
        using System.Runtime.InteropServices;
        class C
        {
            private int _a; private readonly int _b = 2; private static int s_c; private int[] _d = [1]; private Value _e; private const int F = 1; private System.Action? _g;
            public int Sum(int n) { _a = n; s_c += _a; _d = [s_c]; _e.Add(); _g = null; return _a + _b + s_c + _d[0] + F + _e.X + (_g is null ? 1 : 2); }
            public bool Is(object o) => o is C { _b: 2 };
        }
        struct Value { public int X; public void Add() { X++; } }
        [StructLayout(LayoutKind.Sequential)] struct Wire { private int _reserved; public int X; }
        class Holder { private readonly System.Threading.Timer _timer = new(_ => { }); }
        partial class Parts { private int _x; } partial class Parts { public int Next() => _x++; }
        """);

    [Fact]
    public Task Accepts_public_signatures_of_host_code() => Verify<DeadStoreRule>.Accepts("""
        public static class Api { public static int Old(int unused) => Help(1); private static int Help(int n) => n; }
        """, snippet => snippet with { Profile = "host" });

    [Fact]
    public Task Reports_compound_stores_and_steps_that_nobody_reads() => Verify<DeadStoreRule>.Reports("""
        static class P
        {
            static int A(int n) { int x = n; int y = x; [|x += 1|]; return y; }
            static int B(int n) { int x = n; int y = [|x++|]; return y; }
            static int C(int n) { int x = n; int y = x; [|++x|]; return y; }
            static int D(int n) { int [|x = n|]; Set(out x); return x; }
            static int E(int n) { [|n -= 2|]; return 1; }
            static int F(int n) { int y = n; [|n = 1|]; n = 2; return y + n; }
            static void Set(out int x) { x = 1; }
        }
        """);

    [Fact]
    public Task Accepts_compound_stores_and_steps_that_are_read() => Verify<DeadStoreRule>.Accepts("""
        static class P
        {
            static int A(int n) { int x = 1; x += n; return x; }
            static int B(int n) { int x = 1; int y = x += n; return y; }
            static int C(int n) { int x = n; x++; return x; }
            static int D(int n) { int x = n; int y = ++x; return y; }
            static int E(int n) { int x; Set(out x); return x + n; }
            static int F(int n) { int x = n; int y = x++; return x + y; }
            static int G(int n) { int x = 0; int y = 0; while (n > 0) { y = x; x = n; n--; } return y; }
            static void Set(out int x) { x = 1; }
        }
        """);

    [Fact]
    public Task Reports_parameters_of_any_signature_that_is_own() => Verify<DeadStoreRule>.Reports("""
        using System;
        static class P
        {
            static int Both(this string s, int [|spare|]) { return s.Length; }
            [Obsolete] static int Old(int [|left|]) { return 1; }
            static int Outer() { return In(1); static int In(int [|n|]) { return 2; } }
            static void Late(int [|n|]) { Console.Write(1); throw new NotSupportedException(); }
            static int Length(string? s, int [|n|]) { return (s ?? throw new NotSupportedException()).Length; }
            static int One(int [|n|]) { return 1; }
        }
        """);

    [Fact]
    public Task Accepts_signatures_that_the_language_or_other_code_asks_for() => Verify<DeadStoreRule>.Accepts("""
        using System;
        sealed class HandlerAttribute : Attribute;
        static class P
        {
            [Handler] static int Found(int n) { return 1; }
            static void Never(int n) { throw new NotSupportedException(); }
            static int Nor(int n) { throw new NotSupportedException(); }
            static void NotYet(int n) => throw new NotSupportedException();
            static int Main(string[] args) { return 0; }
        }
        static class X { extension(string s) { public int Zero() => 0; } }
        abstract class A { public abstract int F(int n); public virtual int G(int n) { return 1; } }
        partial class Q { partial void Half(int n); partial void Half(int n) { Console.Write(1); } }
        sealed class R(int n) { public int F() { return 1; } }
        """, snippet => snippet with { Output = OutputKind.ConsoleApplication });

    [Fact]
    public Task Reports_parameters_of_hidden_signatures_of_host_code() => Verify<DeadStoreRule>.Reports("""
        public static class Api
        {
            private static int A(int [|spare|]) => 1;
            internal static int B(int [|spare|]) => 1;
            public static int C() { return L(1); static int L(int [|spare|]) => 2; }
            public static int D(int spare) => 1;
        }
        internal static class Inner { public static int D(int [|spare|]) => 1; }
        public class Open { private protected int E(int [|spare|]) => 1; protected int F(int spare) => 1; }
        """, snippet => snippet with { Profile = "host" });
}
