using Certify.Analyzers.Initialisation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Initialisation;

public class StaticInitialisationRuleTests
{
    // @verifies CFY-LLR-201
    [Fact]
    public Task Reports_static_constructors_and_module_initialisers() => Verify<StaticInitialisationRule>.Reports("""
        class A { static [|A|]() { } }
        struct B { static int s_x; static [|B|]() => s_x = 1; }
        static class C { [System.Runtime.CompilerServices.ModuleInitializer] internal static void [|Init|]() { } }
        """);

    [Fact]
    public Task Reports_initialisers_that_compute() => Verify<StaticInitialisationRule>.Reports("""
        static class Other { public static readonly int Value = 3; public static int Make() => 1; }
        struct S { public S(int x) { X = x; } public int X; }
        static class P
        {
            static int s_a = [|Other.Make()|];
            static readonly int s_b = [|Other.Value + 1|];
            static int Auto { get; } = [|Other.Make()|];
            static S s_c = [|new S(1)|];
            static readonly object s_d = [|new object()|];
            static readonly int[] s_e = [|[1, Other.Value]|];
            static readonly int[] s_f = [|[.. s_e]|];
        }
        """);

    [Fact]
    public Task Reports_lazy_values() => Verify<StaticInitialisationRule>.Reports("""
        using System;
        using System.Threading;
        static class P
        {
            static void F() { var l = [|new Lazy<int>(() => 1)|]; object? o = null; _ = [|LazyInitializer.EnsureInitialized(ref o, () => new object())|]; _ = l; }
        }
        """);

    // @verifies CFY-LLR-201
    [Fact]
    public Task Accepts_constant_statics() => Verify<StaticInitialisationRule>.Accepts("""
        using System;
        enum E { A, B }
        static class P
        {
            const int Max = 3;
            static int s_a = Max * 2 + 1; static readonly double s_b = -1.5; static string s_c = "a" + "b"; static E s_d = E.B; static bool s_n;
            static readonly int[] s_e = [1, Max, 3]; static readonly byte[] s_f = new byte[] { 1, 2 }; static readonly int[] s_g = new int[8];
            static ReadOnlySpan<byte> Text => "abc"u8; static ReadOnlySpan<int> Row => [1, 2, 3];
            static (int, int) s_h = (1, 2); static long s_i = 5; static int Auto { get; set; } = 4; static Guid s_j = default; static string? s_k = null;
        }
        """);

    [Fact]
    public Task Accepts_structs_without_constructor_code() => Verify<StaticInitialisationRule>.Accepts("""
        struct S { public int X; public int Y { get; set; } }
        readonly record struct R(int A, int B);
        static class P { static S s_a = new S { X = 1, Y = 2 }; static readonly R s_b = new(1, 2); static S s_c = new(); static readonly R[] s_d = [new(1, 2), new(3, 4)]; }
        """);

    [Fact]
    public Task Accepts_initialisers_of_objects() => Verify<StaticInitialisationRule>.Accepts("""
        class C { private int _x = Make(); private static int Make() => 1; public int Y { get; } = Make(); [System.Obsolete("x")] public void F() { } }
        """);
}
