using Certify.Analyzers.ObjectOrientation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ObjectOrientation;

public class OverrideContractRuleTests
{
    // @verifies CFY-LLR-145
    [Fact]
    public Task Reports_changed_parameters() => Verify<OverrideContractRule>.Reports("""
        abstract class B
        {
            public abstract int F(int x = 1);
            public abstract int G(params int[] x);
            public abstract int H(int x);
            public virtual int I(int x) => x;
        }
        sealed class D : B
        {
            public override int [|F|](int x = 2) => x;
            public override int G(int[] x) => 1;
            public override int [|H|](int y) => y;
            public override int [|I|](int x = 3) => x;
        }
        """);

    [Fact]
    public Task Reports_null_that_callers_do_not_expect() => Verify<OverrideContractRule>.Reports("""
        interface I { string F(); void G(string? x); string P { get; } }
        sealed class S : I
        {
            public string? [|F|]() => null;
            public void [|G|](string x) { }
            public string? [|P|] => null;
        }
        """);

    [Fact]
    public Task Reports_missing_requirement_and_more_turns() => Verify<OverrideContractRule>.Reports("""
        using Certify;
        interface I { [Requirement("A-1"), Requirement("A-2")] int F(); [LoopBound(8, "slots")] int G(); static abstract int H(); }
        struct S : I
        {
            [Requirement("A-1")] public int [|F|]() => 1;
            [LoopBound(9, "slots")] public int [|G|]() => 1;
            static int I.H() => 1;
        }
        """);

    [Fact]
    public Task Reports_narrower_and_wider_ranges() => Verify<OverrideContractRule>.Reports("""
        using Certify;
        interface I
        {
            void A([Range(0, 10)] int x);
            void B(int x);
            [return: Range(0, 10)] int C();
            [return: Range(0, 10)] int D();
        }
        struct S : I
        {
            public void [|A|]([Range(0, 9)] int x) { }
            public void [|B|]([Range(0, 10)] int x) { }
            [return: Range(-1, 10)] public int [|C|]() => 1;
            public int [|D|]() => 1;
        }
        """);

    [Fact]
    public Task Accepts_same_contract() => Verify<OverrideContractRule>.Accepts("""
        using Certify;
        abstract class B { [Requirement("A-1")] public abstract string? F(string x, int y = 1); public virtual int P => 1; }
        sealed class D : B { [Requirement("A-1"), Requirement("A-2")] public override string F(string x, int y = 1) => x; public override int P => 2; }
        """);

    [Fact]
    public Task Accepts_stronger_promise() => Verify<OverrideContractRule>.Accepts("""
        using Certify;
        interface I
        {
            void A([Range(0, 10)] int x);
            void B([Range(0, 10)] int x);
            [return: Range(0, 10)] int C();
            [LoopBound(8, "slots")] int D();
            void E(string x);
        }
        struct S : I
        {
            public void A([Range(-1, 10)] int x) { }
            public void B(int x) { }
            [return: Range(0, 10)] public int C() => 1;
            [LoopBound(8, "slots")] public int D() => 1;
            public void E(string? x) { }
        }
        """);

    [Fact]
    public Task Accepts_members_that_stand_for_nothing() => Verify<OverrideContractRule>.Accepts("""
        struct S { public int F(int x = 1) => x; public override string ToString() => ""; public override bool Equals(object? obj) => false; public override int GetHashCode() => 0; }
        static class P { static int F(string? x) => 1; }
        """);
}
