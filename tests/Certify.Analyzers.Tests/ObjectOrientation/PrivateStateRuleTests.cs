using Certify.Analyzers.ObjectOrientation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ObjectOrientation;

public class PrivateStateRuleTests
{
    // @verifies CFY-LLR-149
    [Fact]
    public Task Reports_fields_that_others_can_change() => Verify<PrivateStateRule>.Reports("""
        static class P { public static int [|Count|]; internal static volatile bool [|Stop|]; }
        struct S { public int [|X|]; public int Y() => X; }
        sealed class C { internal int [|X|]; }
        ref struct R { public System.Span<int> [|Values|]; }
        struct T { public string [|Name|]; public int [|X|]; }
        struct U { public int [|X|]; public U(int x) { X = x; } }
        """);

    [Fact]
    public Task Reports_properties_with_logic() => Verify<PrivateStateRule>.Reports("""
        struct S
        {
            private int _x;
            public int A { [|get|] { if (_x > 1) { return 1; } return _x; } }
            public int [|B|] => _x > 1 ? 1 : 0;
            public int C { get => _x; [|set|] => _x = value < 0 ? 0 : value; }
            public int D { get => _x; [|set|] { _x = value; _x++; } }
            public int [|E|] => F();
            public int G { [|get|] => _x++; [|init|] { F(); } }
            private readonly int F() => _x;
        }
        """);

    [Fact]
    public Task Reports_captured_parameters_and_local_functions() => Verify<PrivateStateRule>.Reports("""
        sealed class C(int x, int y)
        {
            private readonly int _y = y;
            public int F() => [|x|] + _y;
            public int P => [|x|];
        }
        static class P
        {
            static int F(int a) { int b = 1; return L() + M(); int [|L|]() => a; int [|M|]() { return b; } }
        }
        sealed class S { private int _x; int F() { return L(); int [|L|]() => _x; } }
        """);

    [Fact]
    public Task Reports_extensions_of_types_from_elsewhere() => Verify<PrivateStateRule>.Reports("""
        using System;
        static class P
        {
            public static int [|First|](this ReadOnlySpan<int> s) => s[0];
            public static T [|Same|]<T>(this T x) where T : struct => x;
            extension(int x) { public int [|Twice|]() => x * 2; }
        }
        """);

    [Fact]
    public Task Accepts_messages_constants_and_private_fields() => Verify<PrivateStateRule>.Accepts("""
        struct Inputs { public int X; public Inner Y; public const int Max = 3; }
        struct Inner { public bool A; internal double B; }
        struct Pair<T> where T : unmanaged { public T A; public T B; }
        struct S { private int _x; public readonly int Y; public static readonly int Z = 1; public const int W = 2; public int F() => _x; }
        enum E { A, B }
        """);

    [Fact]
    public Task Accepts_properties_that_show_and_store() => Verify<PrivateStateRule>.Accepts("""
        struct S
        {
            private int _x;
            public int A { get; set; }
            public int B { get => _x; set => _x = value; }
            public int C { get { return _x; } set { _x = value; } }
            public int D => _x + 1;
            public bool E => _x != 0 && A > 1;
            public string F => nameof(A);
            public int G { get; init => field = value; }
            public int this[int i] { get { if (i > 1) { return 1; } return _x; } }
        }
        """);

    [Fact]
    public Task Accepts_parameters_that_initialise_and_static_local_functions() => Verify<PrivateStateRule>.Accepts("""
        struct S(int x)
        {
            private readonly int _x = x;
            public int F() => _x + L(_x);
            static int L(int y) { return M(y); static int M(int z) { int w = z; return N(); int N() => 1; } }
        }
        record struct R(int X) { public int F() => X; }
        static class P { static int F(this R r) => r.X; extension(R r) { public int Twice() => r.X * 2; } }
        """);
}
