using Certify.Analyzers.Numeric;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Numeric;

public class NumericTypeRuleTests
{
    // @verifies CFY-LLR-171
    [Fact]
    public Task Reports_decimal_and_software_types() => Verify<NumericTypeRule>.Reports("""
        using System;
        using System.Numerics;
        static class P
        {
            static [|decimal|] A([|Decimal|] x) => x;
            static [|Half|] B() => default;
            static [|BigInteger|] C([|Int128|] x) => default;
            static bool D() { var x = [|2m|]; return x > [|1.5m|]; }
        }
        """);

    [Fact]
    public Task Reports_native_integers() => Verify<NumericTypeRule>.Reports("""
        static class P { static [|nint|] A([|nuint|] x, System.[|IntPtr|] y) => y; }
        """);

    [Fact]
    public Task Reports_vectors_and_functions() => Verify<NumericTypeRule>.Reports("""
        using System;
        static class P { static double A(double x) => [|Math.Sin(x)|] + [|Math.Pow(x, x)|]; static System.Numerics.[|Vector<int>|] B() => default; }
        """);

    // @verifies CFY-LLR-171
    [Fact]
    public Task Accepts_fixed_types() => Verify<NumericTypeRule>.Accepts("""
        static class P { static double A(byte a, short b, uint c, long d, float e) => a + b + c + d + e + 1.5; }
        """);

    [Fact]
    public Task Accepts_listed_functions() => Verify<NumericTypeRule>.Accepts("""
        using System;
        static class P { static double A(double x) => Math.Abs(x) + Math.Min(x, 1.0) + Math.Max(x, 1.0) + Math.Clamp(x, 0.0, 1.0) + Math.Sqrt(2.0) + Math.Floor(x); }
        """);

    [Fact]
    public Task Accepts_native_integers_at_the_boundary() => Verify<NumericTypeRule>.Accepts("""
        [Certify.HardwareType("addresses")] static class P { static nint A(nuint x) => 0; }
        static class Q { [System.Runtime.InteropServices.DllImport("x")] static extern void Clear(nuint length); }
        """);

    [Fact]
    public Task Accepts_own_names() => Verify<NumericTypeRule>.Accepts("""
        struct Half { } struct Vector { } static class Math { public static int Sin(int x) => x; } static class P { static Half A(Vector v) => default; static int B() => Math.Sin(1); }
        """);

    [Fact]
    public Task Reports_every_type_that_depends_on_the_machine() => Verify<NumericTypeRule>.Reports("""
        using System;
        using System.Numerics;
        using System.Runtime.InteropServices;
        using System.Runtime.Intrinsics;
        static class P
        {
            static [|UInt128|] A() => default;
            static [|Complex|] B() => default;
            static [|NFloat|] C() => default;
            static [|Vector2|] D([|Vector3|] x, [|Vector4|] y) => default;
            static [|Vector128<int>|] E([|Vector64<int>|] x, [|Vector256<int>|] y, [|Vector512<int>|] z) => default;
            static [|UIntPtr|] F() => default;
            static float G(float x) => [|MathF.Sin(x)|] + [|MathF.Round(x)|];
            static bool H() => [|Vector.IsHardwareAccelerated|];
        }
        """.Replace("[|Vector.IsHardwareAccelerated|]", "[|Vector|].IsHardwareAccelerated", StringComparison.Ordinal));

    [Fact]
    public Task Reports_native_integers_of_the_core_library_outside_fields() => Verify<NumericTypeRule>.Reports("""
        struct S { private nint _first; private decimal2 _second; static int A([|nint|] x) => 0; }
        struct decimal2 { }
        """, s => s with { Profile = "core" });
}
