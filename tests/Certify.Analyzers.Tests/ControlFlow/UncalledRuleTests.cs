using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Tests.ControlFlow;

public class UncalledRuleTests
{
    // @verifies CFY-LLR-192
    [Fact]
    public Task Reports_what_no_entry_reaches() => Verify<UncalledRule>.Reports("""
        static class P
        {
            static void Main() { Used(); }
            static void Used() { void Inner() { } void [|Idle|]() { Inner(); } Inner(); }
            static void [|Left|]() { Deeper(); void L() { } }
            static void [|Deeper|]() { }
            public static int Count { get; set; }
            public static int Half { [|get|] => Count / 2; }
        }
        struct S { public [|S|](int x) { } public static S operator [|+|](S a, S b) => a; public void [|Old|]() { } }
        """, snippet => snippet with { Output = OutputKind.ConsoleApplication });

    [Fact]
    public Task Reports_private_members_of_a_library() => Verify<UncalledRule>.Reports("""
        public static class P
        {
            public static int A() => B();
            internal static int Open() => 1;
            private static int B() => 1;
            private static int [|C|]() => 2;
            private static int D { [|get|] => 1; }
            private struct Nested { public void [|F|]() { } }
        }
        """);

    [Fact]
    public Task Reports_members_that_the_cyclic_application_leaves_aside() => Verify<UncalledRule>.Reports("""
        using Certify;
        public struct State { public int X; }
        public struct App : ICyclicApplication<State, State, State>
        {
            public static void Initialise(out State state) { state.X = Helper.Start(); }
            public static void Step(ref State state, in State inputs, out State outputs) { outputs = inputs; }
            public static void [|Extra|]() { }
        }
        internal static class Helper { public static int Start() => 1; public static int [|Stop|]() => 2; [Deactivated("")] public static void [|Blank|]() { } }
        """);

    // @verifies CFY-LLR-192
    [Fact]
    public Task Accepts_every_hidden_way_of_calling() => Verify<UncalledRule>.Accepts("""
        using System;
        using System.Runtime.CompilerServices;
        static class P
        {
            static void Main()
            {
                foreach (var (a, b) in new Bag()) { _ = a + b; }
                if (new Row() is [var first, ..] && first > 0) { }
                if (new Row() is [.. var rest]) { }
                if (new Pair() is (1, 2)) { }
                Log($"x{1}");
                using var r = new Res();
                _ = new Row()[^1];
                int n = new Num(); n += 1;
                Num m = new(); m++; m += m;
                Run<Impl>();
                new Derived().F();
                Later(static () => Handle());
                Action after = After; after();
                System.Collections.Generic.List<int> list = [1]; Own own = [1, 2];
                _ = own.Size + "a".Ext;
                "b".Old();
            }
            static void Handle() { }
            static void After() { }
            static void Later(Action a) => a();
            static void Log(Handler h) { }
            static void Run<T>() where T : I { T.Make(); }
            extension(string s) { public int Ext => Helper(); }
            static int Helper() => 1;
            static void Old(this string s) { }
        }
        struct Bag { public E GetEnumerator() => default; }
        struct E { public Pair Current => default; public bool MoveNext() => false; }
        struct Pair { public void Deconstruct(out int a, out int b) { a = 1; b = 2; } }
        struct Row { public int Length => 1; public int this[int i] => 1; public Row Slice(int a, int b) => this; }
        ref struct Res { public void Dispose() { } }
        struct Num { public static implicit operator int(Num n) => 1; public static Num operator ++(Num n) => n; public static Num operator +(Num a, Num b) => a; }
        interface I { static abstract void Make(); }
        struct Impl : I { public static void Make() { } }
        abstract class Base { public abstract void F(); }
        sealed class Derived : Base { public override void F() { } public override string ToString() => "d"; }
        [InterpolatedStringHandler] ref struct Handler { public Handler(int a, int b) { } public void AppendLiteral(string s) { } public void AppendFormatted<T>(T t) { } }
        [CollectionBuilder(typeof(Builder), "Make")] struct Own : System.Collections.Generic.IEnumerable<int> { public int Size => 1; public System.Collections.Generic.IEnumerator<int> GetEnumerator() => null!; System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => null!; }
        static class Builder { public static Own Make(ReadOnlySpan<int> s) => default; }
        """, snippet => snippet with { Output = OutputKind.ConsoleApplication });

    [Fact]
    public Task Accepts_tasks_handlers_exports_and_declared_deactivation() => Verify<UncalledRule>.Accepts("""
        using Certify;
        static class P
        {
            [Task(1, 10)] static void Work() => Help();
            [Isr(9)] static void Tick() { }
            [System.Runtime.InteropServices.UnmanagedCallersOnly] static void Export() { }
            static void Help() { }
            [Deactivated("PR-7")] static void Maintenance() => Tool();
            static int X { [Deactivated("PR-8")] get => 1; }
            [Deactivated("PR-9")] static void Tool() { }
        }
        [Deactivated("PR-9")] static class Loader { public static void A() { } static int B() { return C(); int C() => 1; } }
        """);

    [Fact]
    public Task Accepts_static_constructors_and_initialisers_of_used_types() => Verify<UncalledRule>.Accepts("""
        static class P { static void Main() { _ = Q.X; _ = new R(); } static int Unit() => 1; public static int Y = Unit(); }
        static class Q { static Q() { X = One(); } public static int X; static int One() => P.Y; }
        sealed class R { private int _a = Two(); private static int Two() => 2; ~R() { } public override int GetHashCode() => _a; }
        """, snippet => snippet with { Output = OutputKind.ConsoleApplication });
}
