using Certify.Analyzers.Types;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Types;

public class ObjectProtocolRuleTests
{
    // @verifies CFY-LLR-116
    [Fact]
    public Task Reports_members_of_object_on_references() => Verify<ObjectProtocolRule>.Reports("""
        class C;
        static class P
        {
            static bool A(C c, C d) => [|c.Equals(d)|];
            static int B(C c) => [|c.GetHashCode()|];
            static string? D(C c) => [|c.ToString()|];
            static string? E<T>(T t) where T : class => [|t.ToString()|];
            static string? F(C? c) => c?[|.ToString()|];
        }
        """);

    [Fact]
    public Task Reports_static_comparison_and_base_calls() => Verify<ObjectProtocolRule>.Reports("""
        class C
        {
            static bool A(C c, C d) => [|object.Equals(c, d)|] || [|ReferenceEquals(c, d)|];
            int B() => [|base.GetHashCode()|];
        }
        """);

    [Fact]
    public Task Reports_overrides_called_on_classes_and_as_values() => Verify<ObjectProtocolRule>.Reports("""
        using System;
        sealed class C { public override string ToString() => "C"; public override int GetHashCode() => 1; }
        static class P
        {
            static string A(C c) => [|c.ToString()|];
            static Func<int> B(C c) => [|c.GetHashCode|];
            static int D(string s) => [|s.GetHashCode()|];
        }
        """);

    // @verifies CFY-LLR-116
    [Fact]
    public Task Accepts_comparison_by_a_method_of_the_type() => Verify<ObjectProtocolRule>.Accepts("""
        struct S { public int X; public readonly bool SameAs(in S other) => X == other.X; public override int GetHashCode() => X; }
        static class P
        {
            static bool A(S a, S b) => a.SameAs(in b) && a.X == b.X;
            static int B(S s) => s.GetHashCode();
            static bool C(string a, string b) => a == b && string.Equals(a, b) && a.Equals(b);
        }
        """);

    [Fact]
    public Task Accepts_own_members_of_the_same_names() => Verify<ObjectProtocolRule>.Accepts("""
        sealed class C
        {
            public bool Equals(C? other, int depth) => depth > 0;
            public string ToString(int width) => "C";
            public static int GetHashCode(int x) => x;
            bool A(C c) => c.Equals(this, 1) && c.ToString(3) == "C" && GetHashCode(2) == 2;
        }
        """);

    [Fact]
    public Task Accepts_calls_on_values_which_boxing_decides() => Verify<ObjectProtocolRule>.Accepts("""
        enum E { A }
        struct S { public int X; }
        static class P
        {
            static int A(S s) => s.GetHashCode();
            static string B(E e) => e.ToString();
            static int C<T>(T t) where T : struct => t.GetHashCode();
            static string D() => nameof(object.ToString);
            static System.Type F(string s) => s.GetType();
        }
        """);
}
