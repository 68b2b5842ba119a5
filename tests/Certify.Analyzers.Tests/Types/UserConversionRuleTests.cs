using Certify.Analyzers.Types;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Types;

public class UserConversionRuleTests
{
    // @verifies CFY-LLR-114
    [Fact]
    public Task Reports_declared_conversions_and_operators_that_run_unseen() => Verify<UserConversionRule>.Reports("""
        struct S
        {
            public static implicit operator [|int|](S s) => 1;
            public static bool operator [|true|](S s) => true;
            public static bool operator [|false|](S s) => false;
            public static S operator [|++|](S s) => s;
            public static S operator [|--|](S s) => s;
        }
        """);

    [Fact]
    public Task Reports_operators_that_change_their_operand() => Verify<UserConversionRule>.Reports("""
        struct S
        {
            private int _n;
            public void operator [|+=|](int x) { _n += x; }
            public void operator checked [|+=|](int x) { _n += x; }
        }
        """);

    [Fact]
    public Task Reports_unseen_conversions_where_used() => Verify<UserConversionRule>.Reports("""
        using System;
        using System.Numerics;
        static class P
        {
            static BigInteger A(int x) => [|x|];
            static DateTimeOffset B(DateTime x) { DateTimeOffset d = [|x|]; return d; }
            static int D(Span<DateTime> s) { int n = 0; [|foreach|] (DateTimeOffset d in s) n++; return n; }
        }
        """);

    [Fact]
    public Task Reports_unseen_operators_where_used() => Verify<UserConversionRule>.Reports("""
        using System.Data.SqlTypes;
        using System.Numerics;
        static class P
        {
            static int A(SqlBoolean a) { if ([|a|]) { return 1; } return 2; }
            static SqlBoolean C(SqlBoolean a, SqlBoolean b) => [|a && b|];
            static BigInteger B(BigInteger b) { [|b++|]; return b; }
        }
        """);

    // @verifies CFY-LLR-114
    [Fact]
    public Task Accepts_explicit_conversions() => Verify<UserConversionRule>.Accepts("""
        using System;
        readonly struct Metres(int n)
        {
            public static explicit operator int(Metres m) => 1;
            public static explicit operator Metres(int n) => new(n);
            public static Metres operator +(Metres a, Metres b) => a;
            public static bool operator ==(Metres a, Metres b) => true;
            public static bool operator !=(Metres a, Metres b) => false;
            public override bool Equals(object? o) => false;
            public override int GetHashCode() => 1;
            static int F(Metres m) => (int)m + (int)(m + m);
            static DateTimeOffset G(DateTime d) => (DateTimeOffset)d;
        }
        """);

    [Fact]
    public Task Accepts_conversions_of_the_language() => Verify<UserConversionRule>.Accepts("""
        using System;
        static class P
        {
            static long A(int x) => x;
            static int? B(int x) => x;
            static ReadOnlySpan<int> C(int[] a) => a;
            static ReadOnlySpan<char> D(string s) => s;
            static ReadOnlySpan<int> E(Span<int> s) => s;
            static int F(int[] a) => a[^1];
            static Index G() => 1;
            static decimal H(int x) { decimal d = x; d++; return d; }
            static int I(int x) { x++; x += 2; return x; }
            static int J(ReadOnlySpan<int> s) { int n = 0; foreach (long x in s) n++; return n; }
        }
        """);

    [Fact]
    public Task Accepts_truth_of_plain_booleans() => Verify<UserConversionRule>.Accepts("""
        static class P { static bool A(bool a, bool b, bool? c) => a && b || (c ?? false); static int B(Flags f) => (f & Flags.A) != 0 ? 1 : 2; }
        [System.Flags] enum Flags { None, A }
        """);
}
