using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ControlFlow;

public class ComplexityRuleTests
{
    // @verifies CFY-LLR-139
    [Fact]
    public Task Reports_eleventh_path() => Verify<ComplexityRule>.Reports("""
        static class P
        {
            static int [|A|](int x) { if (x > 0) { x--; } if (x > 1) { x--; } if (x > 2) { x--; } if (x > 3) { x--; } if (x > 4) { x--; } if (x > 5) { x--; } if (x > 6) { x--; } if (x > 7) { x--; } if (x > 8) { x--; } if (x > 9) { x--; } return x; }
            static int [|B|](int x) => x switch { 1 => 1, 2 => 2, 3 => 3, 4 => 4, 5 => 5, 6 => 6, 7 => 7, 8 => 8, 9 => 9, 10 => 10, _ => 0 };
            static int [|C|](bool a, bool b, int x)
            {
                while (a && b) { x++; }
                for (int i = 0; i < 3 || a; i++) { x--; }
                foreach (var y in (int[])[1]) { x += y; }
                do { x++; } while (x is 1 or 2 or 3);
                return x > 1 ? 1 : (int?)x ?? 2;
            }
        }
        """);

    [Fact]
    public Task Reports_fifth_level_and_seventh_parameter() => Verify<ComplexityRule>.Reports("""
        static class P
        {
            static int [|A|](bool a, int x)
            {
                if (a) { while (a) { for (int i = 0; i < 3; i++) { switch (x) { default: if (x > 1) { x--; } break; } } } }
                return x;
            }
            static void [|B|](int p0, int p1, int p2, int p3, int p4, int p5, int p6) { }
            static void C() { L(1, 2, 3, 4, 5, 6, 7); static void [|L|](int p0, int p1, int p2, int p3, int p4, int p5, int p6) { } }
            struct [|S|](int p0, int p1, int p2, int p3, int p4, int p5, int p6) { public int Sum = p0 + p1 + p2 + p3 + p4 + p5 + p6; }
        }
        """);

    [Fact]
    public Task Reports_sixty_first_line() => Verify<ComplexityRule>.Reports("""
        static class P
        {
            static int [|A|](int x)
            {
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                return x;
            }
        }
        """);

    [Fact]
    public Task Reports_fifth_condition() => Verify<ComplexityRule>.Reports("""
        static class P
        {
            static bool A(bool a, bool b, bool c, bool d, bool e) => [|a && b && c && d && e|];
            static bool B(int x) => x is [|1 or 2 or 3 or 4 or 5|];
        }
        """);

    [Fact]
    public Task Accepts_tenth_path() => Verify<ComplexityRule>.Accepts("""
        static class P
        {
            static int A(int x) { if (x > 0) { x--; } if (x > 1) { x--; } if (x > 2) { x--; } if (x > 3) { x--; } if (x > 4) { x--; } if (x > 5) { x--; } if (x > 6) { x--; } if (x > 7) { x--; } if (x > 8) { x--; } return x; }
            static int B(int x) => x switch { 1 => 1, 2 => 2, 3 => 3, 4 => 4, 5 => 5, 6 => 6, 7 => 7, 8 => 8, 9 => 9, _ => 0 };
            static int C(int x) { if (x > 0) { x--; } if (x > 1) { x--; } if (x > 2) { x--; } if (x > 3) { x--; } if (x > 4) { x--; } if (x > 5) { x--; } if (x > 6) { x--; } if (x > 7) { x--; } if (x > 8) { x--; } return L(x); static int L(int y) { if (y > 1) { y--; } return y; } }
        }
        """);

    [Fact]
    public Task Accepts_fourth_level_and_sixth_parameter() => Verify<ComplexityRule>.Accepts("""
        static class P
        {
            static int A(bool a, int x)
            {
                if (a) { while (a) { for (int i = 0; i < 3; i++) { if (x > 1) { x--; } else if (x > 2) { x++; } else { x = 3; } } } }
                return x;
            }
            static void B(int p0, int p1, int p2, int p3, int p4, int p5) { }
        }
        """);

    [Fact]
    public Task Accepts_sixtieth_line_and_fourth_condition() => Verify<ComplexityRule>.Accepts("""
        static class P
        {
            [System.Obsolete]
            static int A(int x)
            {
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                x++;
                return x;
            }

            static bool B(bool a, bool b, bool c, bool d) => a && b && c && d;
        }
        """);
}
