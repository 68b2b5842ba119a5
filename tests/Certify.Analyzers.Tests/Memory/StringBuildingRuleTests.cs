using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class StringBuildingRuleTests
{
    // @verifies CFY-LLR-102
    [Fact]
    public Task Reports_concatenation() => Verify<StringBuildingRule>.Reports("""
        static class P
        {
            static string A(string s) => [|s + "x" + s|];
            static string C(string s) { [|s += "x"|]; return s; }
            static string D(string s) => ([|s + 1|]);
        }
        """);

    [Fact]
    public Task Reports_interpolation() => Verify<StringBuildingRule>.Reports("""
        using System;
        static class P
        {
            static string B(int x) => [|$"{x}!"|];
            static FormattableString E(int x) => [|$"{x}"|];
            static string F(string a) => [|$"a{a}"|];
        }
        """);

    [Fact]
    public Task Reports_members_of_string_that_make_one() => Verify<StringBuildingRule>.Reports("""
        static class P
        {
            static string A(string s) => [|string.Concat(s, s)|];
            static string B(string s) => [|s.Substring(1)|];
            static string C(string s) => [|string.Join(",", s, s)|];
            static string D(string s) => [|string.Format("{0}", s)|];
            static string E(string s) => [|s.Trim()|];
            static string F() => [|new string('a', 3)|];
            static string G() => [|new('a', 3)|];
        }
        """);

    [Fact]
    public Task Reports_texts_of_built_in_values() => Verify<StringBuildingRule>.Reports("""
        static class P
        {
            static string A(int x) => [|x.ToString()|];
            static string B(bool x) => [|x.ToString()|];
            static string C(double x) => [|x.ToString("F2")|];
            static string? D(int? x) => [|x.ToString()|];
            static string E(nuint x) => [|x.ToString()|];
            static string F(nint x) => [|x.ToString()|];
        }
        """);

    // @verifies CFY-LLR-102
    [Fact]
    public Task Accepts_constant_strings() => Verify<StringBuildingRule>.Accepts("""
        static class P
        {
            const string A = "a" + "b";
            const string B = $"{A}c";
            static string C => nameof(P) + A;
            static System.ReadOnlySpan<byte> D => "text"u8;
            static bool E(string s) => s == "a";
        }
        """);

    [Fact]
    public Task Accepts_interpolation_into_a_struct_handler_of_the_program() => Verify<StringBuildingRule>.Accepts("""
        using System.Runtime.CompilerServices;
        [InterpolatedStringHandler]
        readonly ref struct Line
        {
            public Line(int literals, int holes) { }
            public void AppendLiteral(string s) { }
            public void AppendFormatted(int x) { }
        }
        static class P { static void Write(Line line) { } static void F(int x) => Write($"x={x}"); }
        """);

    [Fact]
    public Task Accepts_members_that_make_no_string() => Verify<StringBuildingRule>.Accepts("""
        struct S { public override string ToString() => "S"; }
        readonly struct Name { public static string operator +(Name a, Name b) => "sum"; }
        static class P
        {
            static int A(string s) => s.Length + s.IndexOf('a') + string.CompareOrdinal(s, s);
            static string B(S s) => s.ToString();
            static string C(string s) => s.ToString();
            static string D(Name n) => n + n;
            static string? E(string s) => string.IsInterned(s);
        }
        """);
}
