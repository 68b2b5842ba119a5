using Certify.Analyzers.Numeric;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Numeric;

public class ClosedEnumRuleTests
{
    // @verifies CFY-LLR-170
    [Fact]
    public Task Reports_declarations() => Verify<ClosedEnumRule>.Reports("""
        enum [|A|] { X, Y }
        enum [|B|] : int { X, Y = 5 }
        enum [|C|] : byte { X = 1, Y = 2 }
        """);

    [Fact]
    public Task Reports_casts_that_are_open() => Verify<ClosedEnumRule>.Reports("""
        enum E : int { A = 0, B = 1, C = 4 }
        static class P
        {
            static E A(int x) => [|(E)x|];
            static E B(int x) => x is >= 0 and <= 4 ? [|(E)x|] : E.A;
            static E C(System.DayOfWeek d) => [|(E)d|];
        }
        """);

    [Fact]
    public Task Reports_arithmetic() => Verify<ClosedEnumRule>.Reports("""
        enum E : int { A = 0, B = 1 }
        static class P { static E A(E e) => [|e + 1|]; static int B(E e) => [|e - E.A|]; static E C(E e) { [|e++|]; [|e -= 1|]; return e; } }
        """);

    // @verifies CFY-LLR-170
    [Fact]
    public Task Accepts_closed_declarations() => Verify<ClosedEnumRule>.Accepts("""
        enum A : byte { X, Y }
        enum B : int { X = 0, Y = 1 }
        [System.Flags] enum C : uint { None = 0, X = 1, Y = 2 }
        """);

    [Fact]
    public Task Accepts_casts_of_declared_values() => Verify<ClosedEnumRule>.Accepts("""
        enum E : int { A = 0, B = 1, C = 2 }
        [System.Flags] enum F : int { None = 0, X = 1, Y = 2 }
        static class P
        {
            static E A(int x) => x is >= 0 and <= 2 ? (E)x : E.A;
            static F B(uint x) => (F)(x & 3);
            static int C(E e) => (int)e;
            static E D() => (E)1;
        }
        """);

    [Fact]
    public Task Accepts_comparison_and_flags() => Verify<ClosedEnumRule>.Accepts("""
        enum E : int { A = 0, B = 1 }
        static class P { static bool A(E e) => e == E.A || e > E.B; }
        """);
}
