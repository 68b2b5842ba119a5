using Certify.Analyzers.Initialisation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Initialisation;

public class ValidDefaultRuleTests
{
    private const string Divisor = "[Certify.NoDefault(\"0 divides nothing\")] readonly struct Divisor { public Divisor(int n) { Value = n == 0 ? 1 : n; } public int Value { get; } }\n";

    // @verifies CFY-LLR-202
    [Fact]
    public Task Reports_values_made_without_constructor() => Verify<ValidDefaultRule>.Reports(Divisor + """
        static class P
        {
            static Divisor A() => [|default|];
            static Divisor B() => [|default(Divisor)|];
            static Divisor C() => [|new Divisor()|];
            static Divisor D() => [|new()|];
            static Divisor[] E(int n) => [|new Divisor[n]|];
            static T Make<T>() where T : new() => new T();
            static void F() { _ = [|Make<Divisor>()|]; System.Span<Divisor> s = [|stackalloc Divisor[2]|]; }
        }
        """);

    [Fact]
    public Task Reports_fields_that_nobody_sets() => Verify<ValidDefaultRule>.Reports(Divisor + """
        struct Holder { public Divisor [|D|]; }
        class Bare { public Divisor [|D|]; }
        class Statics { public static Divisor [|D|]; public static Divisor [|Auto|] { get; set; } public static Divisor Good = new(1); }
        [System.Runtime.CompilerServices.InlineArray(2)] struct Two { private Divisor [|_e|]; }
        """);

    [Fact]
    public Task Reports_constructor_that_leaves_it_out() => Verify<ValidDefaultRule>.Reports(Divisor + """
        class C { private Divisor _d; public [|C|](bool b) { if (b) { _d = new Divisor(2); } } public C() : this(true) { } }
        [Certify.NoDefault("holds a divisor")] struct S { private Divisor _d; public [|S|](int n) { } public S(long n) { _d = new Divisor(1); } }
        """);

    // @verifies CFY-LLR-202
    [Fact]
    public Task Accepts_values_made_by_constructor() => Verify<ValidDefaultRule>.Accepts(Divisor + """
        class C { private Divisor _d; private Divisor _e = new(3); public C(bool b) { _d = b ? new Divisor(1) : new Divisor(2); } }
        static class P { static Divisor[] A() => [new(1), new(2)]; static Divisor B(Divisor d) => d; static Divisor[] C() => new Divisor[0]; static Divisor[] D() => new[] { new Divisor(1) }; }
        """);

    [Fact]
    public Task Accepts_structs_whose_zero_is_a_value() => Verify<ValidDefaultRule>.Accepts("""
        struct Point { public int X; public int Y; }
        struct Line { public Point A; public Point B; }
        static class P { static Point A() => default; static Line B() => new(); static Point[] C(int n) => new Point[n]; static T D<T>() where T : new() => new T(); static Point E() => D<Point>(); }
        """);

    [Fact]
    public Task Accepts_holders_that_forbid_their_default_too() => Verify<ValidDefaultRule>.Accepts(Divisor + """
        [Certify.NoDefault("holds a divisor")] readonly struct Holder(Divisor d) { private readonly Divisor _d = d; public int Value => _d.Value; }
        static class P { static string N() => nameof(Divisor); static int V(Holder h) => h.Value; static int O(Divisor? d = null) => d is null ? 0 : 1; }
        """);
}
