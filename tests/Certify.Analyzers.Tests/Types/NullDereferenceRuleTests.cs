using Certify.Analyzers.Types;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Types;

public class NullDereferenceRuleTests
{
    // @verifies CFY-LLR-112
    [Fact]
    public Task Reports_references_followed_while_they_can_be_null() => Verify<NullDereferenceRule>.Reports("""
        using System;
        class C { public int N; public int P => 1; public int M() => 1; public int[]? A; public event Action? E; }
        static class P
        {
            static int A(C? c) => [|c|].N;
            static int B(C? c) => [|c|].P;
            static int D(C? c) => [|c|].M();
            static int F(C c) => [|c.A|][0] + c.A.Length;
            static char G(string? s) => [|s|][0];
            static int H(int[]? xs) { int n = 0; foreach (int x in [|xs|]) n++; return n; }
            static Func<int> I(C? c) => [|c|].M;
            static int J<T>(T t) where T : class? => [|t|].GetHashCode();
            static char K(string? s) => [|s|][^1];
        }
        """);

    [Fact]
    public Task Reports_silenced_analysis() => Verify<NullDereferenceRule>.Reports("""
        static class P
        {
            static int A(string? s) => s[|!|].Length;
            static string B() => default[|!|];
            static readonly string s_text = null[|!|];
            static int C(int? x) => x[|!|].Value;
            static string D(string? s) => (s[|!|]);
        }
        """);

    [Fact]
    public Task Reports_null_put_where_it_is_not_expected() => Verify<NullDereferenceRule>.Reports("""
        class C
        {
            private string _f = [|null|];
            private string P { get; set; } = [|default|];
            private static string s_f = [|null|];
            static string A() => [|null|];
            static string B(string? s) { string t = [|s|]; t = [|s|]; D([|s|]); return s; }
            static string N(string? s) => [|s|];
            static void D(string s) { }
            static void E(string s = [|null|]) { }
            void F(string? s) { P = [|s|]; _f ??= [|s|]; string G() => [|s|]; G(); }
        }
        """);

    [Fact]
    public Task Reports_holes_of_the_analysis() => Verify<NullDereferenceRule>.Reports("""
        struct S { public string [|Name|]; public string [|Title|] { get; set; } }
        class C
        {
            private static string [|s_late|];
            private static string [|P|] { get; set; }
            private static readonly string[] s_names = [|new string[3]|];
            static C() { s_late = "a"; P = "b"; }
        }
        """);

    // @verifies CFY-LLR-112
    [Fact]
    public Task Checks_values_that_can_be_empty() => Verify<NullDereferenceRule>.Checks("""
        static class P
        {
            static int A(int? x) => [|x|].Value;
            static int B(int? x) => (int)[|x|];
            static long D(int? x) => (long)[|x|];
        }
        """);

    // @verifies CFY-LLR-112
    [Fact]
    public Task Accepts_what_was_tested() => Verify<NullDereferenceRule>.Accepts("""
        class C { public int N; public C? Next; }
        static class P
        {
            static int A(C? c) => c is null ? 0 : c.N;
            static int B(C? c) { if (c == null) { return 0; } return c.N; }
            static int D(C? c) => c?.N ?? 0;
            static int E(C? c) => c?.Next?.N ?? 0;
            static int F(int? x) => x.HasValue ? x.Value : x.GetValueOrDefault();
            static int G(int? x) => x is { } y ? y : (int)(x ?? 1);
            static bool H(string? s) => s is { Length: 1 };
            static string I(string? s) => s ?? "none";
            static string J(C? c) => nameof(c.N);
        }
        """);

    [Fact]
    public Task Accepts_declarations_that_allow_null() => Verify<NullDereferenceRule>.Accepts("""
        using System.Diagnostics.CodeAnalysis;
        struct S { public string? Name; public int N; public static string Kind = "S"; public const string Unit = "m"; }
        class C
        {
            private string? _f = null;
            private static readonly string?[] s_names = new string?[3];
            private static readonly string[] s_none = new string[0];
            private static readonly string[] s_two = ["a", "b"];
            private static string P { get; } = "p";
            static string? A(string? s = null) { string? t = s; var u = t; u = null; return u; }
            static void B([AllowNull] string s) { }
            [return: MaybeNull] static string D() => null;
            void E() { B(null); _f = null; }
            static T F<T>(T t) => t;
            static void G(out string? s) => s = null;
        }
        """);

    [Fact]
    public Task Accepts_values_and_this() => Verify<NullDereferenceRule>.Accepts("""
        struct V { public int N; public int M() => N + this.N; }
        class C { private int _n; int A(V v, V? w) => v.N + v.M() + _n + this._n + (w == null ? 1 : w.Value.N); static int B(int x) => x.CompareTo(1); }
        """);

    [Fact]
    public Task Accepts_conversions_that_keep_or_know_the_value() => Verify<NullDereferenceRule>.Proves("""
        struct V { public int N; public static implicit operator int(V? v) => 1; }
        static class P
        {
            static object? A(int? x) => x;
            static long? B(int? x) => x;
            static int C(V? v) => v;
            static int D(int? x) => x is null ? 0 : (int)x;
            static int E(long x) => (int)x;
        }
        """);

    [Fact]
    public Task Accepts_arrays_with_elements_or_none_and_references_to_variables() => Verify<NullDereferenceRule>.Accepts("""
        ref struct R { private ref string _name; }
        sealed class AAttribute(string text) : System.Attribute { public string Text => text; }
        [A(null)]
        class C
        {
            private static readonly string[] s_two = new string[2] { "a", "b" };
            private static readonly string[,] s_none = new string[0, 3];
            [System.Diagnostics.CodeAnalysis.AllowNull] private string P { get; set; } = "p";
            void F() { P = null; }
        }
        """);

    [Fact]
    public Task Reports_default_of_a_parameter_where_it_stands_and_not_at_the_calls() => Verify<NullDereferenceRule>.Reports("""
        static class P { static void A(string s = [|null|]) { } static void B() { A(); } }
        """);
}
