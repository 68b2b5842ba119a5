using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ControlFlow;

public class ElseIfRuleTests
{
    // @verifies CFY-LLR-132
    [Fact]
    public Task Reports_chain_without_else() => Verify<ElseIfRule>.Reports("""
        static class P
        {
            static int A(int x) { int r = 0; if (x > 1) { r = 1; } else [|if|] (x > 0) { r = 2; } return r; }
        }
        """);

    [Fact]
    public Task Reports_longer_chain_at_its_last_condition() => Verify<ElseIfRule>.Reports("""
        static class P
        {
            static int A(int x) { int r = 0; if (x > 2) { r = 1; } else if (x > 1) { r = 2; } else [|if|] (x > 0) { r = 3; } return r; }
        }
        """);

    [Fact]
    public Task Reports_chain_without_braces_and_in_lambda() => Verify<ElseIfRule>.Reports("""
        static class P
        {
            static int A(int x) { if (x > 1) return 1; else [|if|] (x > 0) return 2; return 0; }
            static System.Func<int, int> B() => static x => { if (x > 1) { return 1; } else [|if|] (x > 0) { return 2; } return 0; };
        }
        """);

    [Fact]
    public Task Accepts_chain_with_else() => Verify<ElseIfRule>.Accepts("""
        static class P { static int A(int x) { if (x > 1) { return 1; } else if (x > 0) { return 2; } else { return 0; } } }
        """);

    [Fact]
    public Task Accepts_single_condition_with_and_without_else() => Verify<ElseIfRule>.Accepts("""
        static class P { static int A(int x) { if (x > 1) { x = 1; } if (x > 0) { return 1; } else { return 2; } } }
        """);

    [Fact]
    public Task Accepts_condition_nested_in_the_block_of_else() => Verify<ElseIfRule>.Accepts("""
        static class P { static int A(int x) { int r = 0; if (x > 1) { r = 1; } else { if (x > 0) { r = 2; } } return r; } }
        """);
}
