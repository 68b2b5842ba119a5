using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.DynamicCode;

public class ReflectionRuleTests
{
    // @verifies CFY-LLR-224
    [Fact]
    public Task Reports_type_objects() => Verify<ReflectionRule>.Reports("""
        using System;
        static class P
        {
            static bool A<T>() => [|typeof(T)|] == [|typeof(int)|];
            static Type B(object o) => [|o.GetType()|];
            static Type C(Exception e) => [|e.GetType()|];
            static Type D() => [|typeof(Span<>)|];
        }
        """);

    [Fact]
    public Task Reports_names_of_enum_members() => Verify<ReflectionRule>.Reports("""
        using System;
        enum E { A }
        static class P
        {
            static bool A(E e) => [|Enum.IsDefined(e)|];
            static E[] B() => [|Enum.GetValues<E>()|];
            static bool C(string s) => [|Enum.TryParse(s, out E e)|] && e == E.A;
        }
        """);

    [Fact]
    public Task Reports_activation_and_stack_walks() => Verify<ReflectionRule>.Reports("""
        using System;
        static class P
        {
            static int A() => [|Activator.CreateInstance<int>()|];
            static object B() => [|new System.Diagnostics.StackTrace()|];
            static object? C() => [|System.Reflection.MethodBase.GetCurrentMethod()|];
            static Func<Type> D(object o) => [|o.GetType|];
        }
        """);

    [Fact]
    public Task Reports_typed_references_and_argument_lists() => Verify<ReflectionRule>.Reports("""
        static class P
        {
            static void A(__arglist) { A([|__arglist|](1)); }
            static void B(int x) { System.TypedReference r = [|__makeref(x)|]; int y = [|__refvalue(r, int)|]; System.Type t = [|__reftype(r)|]; }
        }
        """);

    // @verifies CFY-LLR-224
    [Fact]
    public Task Accepts_types_in_attributes_and_nameof() => Verify<ReflectionRule>.Accepts("""
        using System;
        [AttributeUsage(AttributeTargets.All)] sealed class ForAttribute(Type type) : Attribute { public Type Type => type; }
        [For(typeof(int))] static class P
        {
            [return: For(typeof(P))] static string A([For(typeof(string))] int x) => nameof(Type.GetType) + nameof(x.GetType);
        }
        """);

    [Fact]
    public Task Accepts_sizes_defaults_and_patterns() => Verify<ReflectionRule>.Accepts("""
        static class P
        {
            static unsafe int A() => sizeof(long);
            static T B<T>() => default!;
            static bool C(object o) => o is string { Length: > 3 };
            static int D<T>() where T : I => T.Size;
            interface I { static abstract int Size { get; } }
        }
        """);

    [Fact]
    public Task Accepts_own_members_of_such_names() => Verify<ReflectionRule>.Accepts("""
        enum Kind { A }
        struct S { public Kind GetType(int x) => Kind.A; }
        static class Activator { public static int CreateInstance() => 1; }
        static class P { static Kind A(S s) => s.GetType(Activator.CreateInstance()); static bool B(Kind k) => k == Kind.A; }
        """);
}
