using Certify.Analyzers.Memory;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Memory;

public class DelegateRuleTests
{
    // @verifies CFY-LLR-023
    [Fact]
    public Task Reports_lambdas_static_ones_included() => Verify<DelegateRule>.Reports("""
        using System;
        static class P
        {
            static Func<int, int> A() => [|x => x|];
            static Func<int, int> B() => [|static x => x|];
            static Action C() => [|delegate { }|];
        }
        """);

    [Fact]
    public Task Reports_method_group_conversion_and_its_call() => Verify<DelegateRule>.Reports("""
        using System;
        static class P
        {
            static void M() { }
            static void A() { Action a = [|M|]; Action b = [|new Action(M)|]; [|a()|]; [|b.Invoke()|]; }
            static void B() { static void L() { } Action a = [|L|]; }
        }
        """);

    [Fact]
    public Task Reports_events_and_delegate_types() => Verify<DelegateRule>.Reports("""
        using System;
        delegate void [|D|]();
        static class P
        {
            static event Action? [|Changed|];
            static void A(Action a) { [|Changed += a|]; }
            static Action? B(Action a, Action b) => [|a + b|];
        }
        """);

    [Fact]
    public Task Reports_expression_tree() => Verify<DelegateRule>.Reports("""
        using System;
        using System.Linq.Expressions;
        static class P { static Expression<Func<int>> A() => [|() => 1|]; }
        """);

    // @verifies CFY-LLR-023
    [Fact]
    public Task Accepts_local_functions_called_by_name() => Verify<DelegateRule>.Accepts("""
        static class P
        {
            static int A(int x) { return Twice(); int Twice() => x + x; }
            static int B(int x) { static int F(int y) => y; return F(x); }
        }
        """);

    [Fact]
    public Task Accepts_static_abstract_calls_and_nameof() => Verify<DelegateRule>.Accepts("""
        interface I { static abstract int F(int x); }
        struct S : I { public static int F(int x) => x; }
        static class P
        {
            static int A<T>(int x) where T : I => T.F(x);
            static int B(int x) => A<S>(x);
            const string Name = nameof(B);
        }
        """);

    [Fact]
    public Task Accepts_methods_properties_and_extension_members() => Verify<DelegateRule>.Accepts("""
        static class P
        {
            extension(int x) { public int Half() => x / 2; }
            static int Q { get => field; set => field = value; }
            static int A(int x) => x.Half() + Q;
        }
        """);
}
