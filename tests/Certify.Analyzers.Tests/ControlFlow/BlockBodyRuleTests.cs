using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ControlFlow;

public class BlockBodyRuleTests
{
    // @verifies CFY-LLR-131
    [Fact]
    public Task Reports_body_without_braces() => Verify<BlockBodyRule>.Reports("""
        static class P
        {
            static int A(bool b) { [|if|] (b) return 1; return 0; }
            static int B(bool b) { if (b) { return 1; } [|else|] return 0; }
            static int C(int n)
            {
                int s = 0;
                [|for|] (int i = 0; i < n; i++) s++;
                [|while|] (s > 3) s--;
                [|do|] s--; while (s > 2);
                [|foreach|] (var x in (int[])[1]) s += x;
                [|foreach|] (var (x, y) in ((int, int)[])[(1, 2)]) s += x;
                return s;
            }
            static unsafe void D(int[] a) { [|fixed|] (int* p = a) *p = 1; [|lock|] (a) a[0] = 1; }
        }
        """);

    [Fact]
    public Task Reports_empty_statement() => Verify<BlockBodyRule>.Reports("""
        static class P
        {
            static void A(bool b) { if (b) [|;|] }
            static int B() { int x = 1;[|;|] return x; }
            static void C(bool b) { while (b) [|;|] }
        }
        """);

    [Fact]
    public Task Reports_empty_block() => Verify<BlockBodyRule>.Reports("""
        using Certify;
        class P
        {
            P() [|{ }|]
            P(int x) [|{
            }|]
            static void A(bool b) { if (b) [|{ }|] else [|{ /* nothing */ }|] }
            static void B() [|{ }|]
            static int C { get => 1; set [|{ }|] }
            static void D() { L(); static void L() [|{ }|] }
            [IntentionallyEmpty(" ")] static void E() [|{ }|]
            [IntentionallyEmpty("the frame needs nothing")] static void F(bool b) { while (b) [|{ }|] }
        }
        """);

    [Fact]
    public Task Accepts_blocks_that_hold_a_statement() => Verify<BlockBodyRule>.Accepts("""
        static class P
        {
            static int A(bool b, bool c) { if (b) { return 1; } else if (c) { return 2; } else { return 0; } }
            static void B(int[] a) { foreach (var x in a) { a[0] = x; } }
            static void C(bool b) { while (b) { b = false; } }
            static int D => 1;
        }
        """);

    [Fact]
    public Task Accepts_empty_method_with_a_reason() => Verify<BlockBodyRule>.Accepts("""
        using Certify;
        class P
        {
            [IntentionallyEmpty("nothing to set up")] P() { }
            [IntentionallyEmpty("the device needs no end")] static void A() { }
            [IntentionallyEmpty("ignored on this board")] static int B { get => 1; set { } }
            static void C() { L(); [IntentionallyEmpty("placeholder of the table")] static void L() { } }
        }
        """);

    [Fact]
    public Task Accepts_stacked_fixed_types_and_chained_constructor() => Verify<BlockBodyRule>.Accepts("""
        class B { protected B(int x) { X = x; } int X; }
        sealed class P : B { P() : base(1) { } P(int x) : this() { } }
        static class Q
        {
            static unsafe void A(int[] a) { fixed (int* p = a) fixed (int* q = a) { *p = *q; } }
            struct Empty { }
            interface I { }
        }
        """);
}
