using Certify.Coverage.Obligations;

namespace Certify.Coverage.Tests.Instrumentation;

/// <summary>Forms of the language that instrumentation has to leave compiling and computing the same.</summary>
public class LanguageFormTests
{
    [Fact]
    public void Definite_assignment_survives_in_both_directions()
    {
        var program = InstrumentedProgram.Of("""
            public static class P
            {
                static bool Try(int n, out int half) { half = n / 2; return n % 2 == 0; }
                public static int F(object o, int n)
                {
                    if (n > 0 && o is int y && y > 1) return y;
                    if (!(o is string s)) return -1;
                    if (o is not string t || t.Length == 0) return -2;
                    int z;
                    if (Try(n, out z) || n < 0) return z;
                    int w;
                    if (n > 5 && Try(n + 1, out w)) return w + s.Length;
                    while (!(n is var k && k >= 0)) { n++; }
                    string? u = s.Length > 3 ? null : s;
                    if (u != null && u.Length > 0) return u.Length + t.Length;
                    return (n is > 2 and < 4) ? 1 : 2;
                }
            }
            """);
        foreach (var o in new object[] { 1, 2, 5, "", "a", "four", 3.0 })
        {
            for (var n = -3; n < 9; n++) program.Call("P", "F", o, n);
        }
        Assert.Contains("TTT:T", program.Vectors("n > 0 && o is int y && y > 1"));
        Assert.Equal(["F:F", "T:T"], program.Vectors("!(o is string s)").Select(v => v[0] == 'T' ? "F:F" : "T:T").Order());
    }

    [Fact]
    public void Members_of_every_kind_compile_and_count()
    {
        var program = InstrumentedProgram.Of("""
            using System;
            using System.Threading.Tasks;
            public struct V
            {
                private int _x = 1 > 0 ? 1 : 2;
                public V(int x) => _x = x > 0 && x < 9 ? x : 0;
                public V(bool a, bool b) : this(a && b ? 1 : 2) { }
                public int X { readonly get => _x; set => _x = value; }
                public int Y { get { return _x + 1; } init { _x = value; } }
                public int Z => _x > 3 ? 3 : _x;
                public int W { get => field; set => field = value < 0 ? 0 : value; }
                public int this[int i] => i == 0 ? _x : -1;
                public static V operator +(V a, V b) => new V(a._x + b._x);
                public void operator +=(int n) => _x += n;
                public static bool operator ==(V a, V b) => a._x == b._x && true;
                public static bool operator !=(V a, V b) => !(a == b);
                public static explicit operator int(V v) => v._x;
                public override bool Equals(object? o) => o is V v && v == this;
                public override int GetHashCode() => _x;
                public ref readonly int Ref(in int n) => ref n;
            }
            public class Base(bool flag) { public bool Flag => flag; }
            public class Derived(int n) : Base(n > 0 && n < 5) { public int N { get; } = n > 1 ? n : 1; }
            public static class P
            {
                static async Task Wait() => await Task.Yield();
                static async Task<int> Three(bool a, bool b) { await Wait(); return a && b ? 3 : 4; }
                static int Local(int n) { int Twice(int m) => m > 2 ? m * 2 : m; return Twice(n); }
                static int Pick(int n) => n switch { 0 => 1, 1 or 2 => throw new ArgumentException(), > 10 when n < 20 || n > 30 => 5, _ => default };
                static byte Narrow(int n) => n switch { 0 => 1, _ => 2 };
                static object? Target(int n) => n switch { 0 => null, 1 => "x", _ => (object)n };
                static Func<int, int> Make(int n) => m => m > n ? m : n;
                static int Sum(int n) { int r = 0; for (int i = 0, j = 1; i < n && j > 0; i++, j++) r += i; do r--; while (r > 100); foreach (var c in "ab") { if (c == 'a') continue; r++; } return r; }
                static int Switch(int n) { switch (n) { case 1: case 2: return 1; case 3 when n > 0: break; case 4: goto case 1; } label: n++; if (n < 6) goto label; return n; }
                static unsafe int Pointer(int n) { int* p = &n; fixed (char* c = "abc") { if (p != null && c[1] == 'b') (*p)++; } return *p; }
                static int Catch(int n) { try { if (n == 1) throw new InvalidOperationException(); return Pick(n); } catch (InvalidOperationException e) when (n == 1 || e is null) { return 7; } catch (Exception) { return 8; } finally { n++; } }
                static bool Mode(DayOfWeek d) => d is DayOfWeek.Saturday or DayOfWeek.Sunday;
                static bool Between(int n) { bool r = n is (> 3 and < 9) or not (< 20 or > 30); return r; }
                public static string F(int n)
                {
                    var v = new V(n) + new V(n > 1, n < 4);
                    v += 2;
                    v.W = n;
                    var d = new Derived(n);
                    checked { n++; }
                    lock (d) { n--; }
                    return string.Join(",", v.X, v.Y, v.Z, v.W, v[0], v[1], (int)v, v == v, v != v, v.Equals(v), v.Ref(n), d.Flag, d.N,
                        Three(n > 2, n < 5).Result, Local(n), Catch(n), Narrow(n), Target(n), Make(3)(n), Sum(n), Switch(n), Pointer(n),
                        Mode((DayOfWeek)(n & 7)), Between(n), n > 4 ? (n > 6 ? "x" : "y") : null ?? "z");
                }
            }
            """);
        for (var n = -2; n < 40; n++) program.Call("P", "F", n);
        Assert.All(program.Map.Decisions, d => Assert.Null(d.Limit));
        Assert.Equal(["F:F", "T:T"], program.Vectors("n == 1"));
        Assert.Contains("no-match", program.Map.Statements.Select(s => s.Kind));
        Assert.Equal(["FF:F", "FT:T", "T-:T"], program.Vectors("d is DayOfWeek.Saturday or DayOfWeek.Sunday"));
        Assert.Equal(4, program.Decision("n is (> 3 and < 9) or not (< 20 or > 30)").Conditions.Count);
    }

    [Fact]
    public void Splits_only_patterns_whose_meaning_cannot_change()
    {
        var map = InstrumentedProgram.Of("""
            public static class P
            {
                static int Next() => 1;
                public static bool Call() => Next() is 1 or 2;
                public static bool Type(object o) => o is int and > 3;
                public static bool Text(string s) => s is "a" or "b";
                public static bool If(object o) { if (o is int and > 3) return true; return false; }
                public static bool Plain(char c) => c is 'a' or 'b';
            }
            """).Map;
        Assert.Equal(["if", "expression"], map.Decisions.Select(d => d.Kind));
        Assert.Single(map.Decisions[0].Conditions);
        Assert.Equal(["c is 'a'", "c is 'b'"], map.Decisions[1].Conditions.Select(c => c.Text));
    }

    [Fact]
    public void Measures_conditions_that_convert_to_bool()
    {
        var program = InstrumentedProgram.Of("""
            public struct B { public bool V; public static implicit operator bool(B b) => b.V; }
            public struct T { public bool V; public static bool operator true(T b) => b.V; public static bool operator false(T b) => !b.V; }
            public static class P
            {
                public static int F(bool v) { var b = new B { V = v }; var t = new T { V = v }; int r = 0; if (b) r = 1; if (b && v) r += 2; if (t) r += 4; return r; }
            }
            """);
        program.Call("P", "F", true);
        program.Call("P", "F", false);
        Assert.Equal(["F:F", "T:T"], program.Vectors("b"));
        Assert.Equal(["F-:F", "TT:T"], program.Vectors("b && v"));
        Assert.Equal(RecordingForm.None, program.Decision("t").Recording);
        Assert.Contains("is no bool", program.Decision("t").Limit);
    }

    [Fact]
    public void Missing_default_of_a_switch_is_an_obligation()
    {
        var program = InstrumentedProgram.Of("""
            public static class P
            {
                public static int F(int n) { int r = 0; switch (n) { case 1: r = 1; break; case 2: r = 2; break; } return r; }
            }
            """);
        program.Call("P", "F", 1);
        program.Call("P", "F", 2);
        var noMatch = program.Map.Statements.Single(s => s.Kind == "no-match");
        Assert.Empty(program.Record().TestsOf(noMatch));
        program.Call("P", "F", 3);
        Assert.NotEmpty(program.Record().TestsOf(noMatch));
    }
}
