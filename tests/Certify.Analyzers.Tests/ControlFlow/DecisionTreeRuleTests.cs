using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ControlFlow;

public class DecisionTreeRuleTests
{
    // @verifies CFY-LLR-138
    [Fact]
    public Task Reports_chain_of_one_kind_on_the_left_of_another() => Verify<DecisionTreeRule>.Reports("""
        static class P
        {
            static bool A(bool a, bool b, bool c) => [|(a || b) && c|];
            static bool B(bool a, bool b, bool c) => [|(a && b) || c|];
            static int C(bool a, bool b, bool c) { if ([|a && b || c|]) { return 1; } return 0; }
            static bool D(bool a, bool b, bool c) => [|!(a && b) && c|];
            static bool E(bool a, bool b, bool c, bool d) => [|a && ((b || c) && d)|];
        }
        """);

    [Fact]
    public Task Reports_decisions_in_every_place() => Verify<DecisionTreeRule>.Reports("""
        static class P
        {
            static void Use(bool b) { }
            static int A(bool a, bool b, bool c)
            {
                bool x = [|a && b || c|];
                x = [|a && b || c|];
                Use([|a && b || c|]);
                while ([|a && b || c|]) { a = false; }
                for (int i = 0; [|a && i < 3 || c|]; i++) { }
                do { a = false; } while ([|a && b || c|]);
                return [|a && b || c|] ? 1 : 0;
            }
            static int B(int x, bool a, bool b, bool c) => x switch { 1 when [|a && b || c|] => 1, _ => 0 };
        }
        """);

    [Fact]
    public Task Reports_patterns() => Verify<DecisionTreeRule>.Reports("""
        static class P
        {
            static bool A(int x) => x is [|> 1 and < 5 or 7|];
            static bool B(int x) => x is [|(1 or 2) and not 3|];
            static int C(int x) => x switch { [|> 1 and < 5 or 7|] => 1, _ => 0 };
            static bool D(int x, bool b) => [|x is 1 or 2 && b|];
            static bool E(System.ReadOnlySpan<int> s) => s is [[|> 1 and < 5 or 7|], ..];
        }
        """);

    [Fact]
    public Task Reports_choices_of_booleans() => Verify<DecisionTreeRule>.Reports("""
        static class P
        {
            static bool A(bool a, bool b, bool c, bool d) => [|(a ? b : c) && d|];
            static int B(bool a, bool b, bool c, bool d) { if ([|a && b ? c : d|]) { return 1; } return 0; }
            static int C(bool a, bool b, bool c, bool d) => ([|a && b ? c : d|]) ? 1 : 0;
        }
        """);

    [Fact]
    public Task Accepts_chains_and_chains_on_the_right() => Verify<DecisionTreeRule>.Accepts("""
        static class P
        {
            static bool A(bool a, bool b, bool c) => a && b && c;
            static bool B(bool a, bool b, bool c) => a || b || !c;
            static bool C(bool a, bool b, bool c) => a && (b || c);
            static bool D(bool a, bool b, bool c) => c || (a && b);
            static bool E(bool a, bool b, bool c) => !(a || b) && c;
            static bool F(bool a, bool b, bool c, bool d) => a && (b || (c && d));
        }
        """);

    [Fact]
    public Task Accepts_parts_in_locals_and_nested_conditions() => Verify<DecisionTreeRule>.Accepts("""
        static class P
        {
            static bool A(bool a, bool b, bool c, bool d) { bool first = a || b; return first && (c || d); }
            static int B(bool a, bool b, bool c) { if (a || b) { if (c) { return 1; } } return 0; }
            static bool F(bool x) => x;
            static bool C(bool a, bool b, bool c) => F(a || b) && c;
        }
        """);

    [Fact]
    public Task Accepts_patterns_that_are_trees_and_constants() => Verify<DecisionTreeRule>.Accepts("""
        static class P
        {
            const bool Extra = false;
            static bool A(int x) => x is 7 or (> 1 and < 5);
            static bool B(int x) => x is > 1 and < 5;
            static bool C(int x, bool b) => b && x is (1 or 2);
            static bool D(bool a, bool b) => (a || Extra) && b;
            const bool On = true;
            static bool G(bool a, bool b) => a && On || b;
            static bool E(object? o, bool b) => o is not null && b;
            static int F(int x) => x switch { 1 or 2 => 1, not (3 or 4) => 2, _ => 0 };
        }
        """);

    [Fact]
    public Task Accepts_choices_outside_of_decisions() => Verify<DecisionTreeRule>.Accepts("""
        static class P
        {
            static bool A(bool a, bool b, bool c) => a ? b : c;
            static int B(bool a, bool b) => a && b ? 1 : 2;
            static bool C(bool a, bool b, bool c, bool d) => a && b ? c : d;
            static bool D(bool a, bool b, bool c, bool d) => d && (a ? b : c);
        }
        """);

    // Without care each operand asks for the decision around it, and this takes minutes.
    [Fact]
    public Task Accepts_a_chain_of_two_thousand_conditions() => Verify<DecisionTreeRule>.Accepts(
        $"static class P {{ static bool F(int[] a) => {string.Join(" && ", Enumerable.Range(0, 2000).Select(i => $"a[{i}] > {i}"))}; }}");

    [Fact]
    public Task Reports_the_largest_decision_once() => Verify<DecisionTreeRule>.Reports("""
        static class P
        {
            const bool On = true;
            static bool A(int x, bool b) => [|x is > 1 and < 5 or 7 && b|];
            static bool B(int x) => x is [|(> 1 and < 5 or 7) and not 3|];
            static bool C(bool a, bool b, bool c, bool d, bool e, bool f) => [|(a && b || c ? d : e) && f|];
            static bool D(bool a, bool b, bool c, bool d, bool e, bool f) => ([|a && b ? c : d|]) ? e : f;
            static int E(bool a, bool b, bool c, bool d) { for (; [|a && b ? c : d|];) { a = false; } return 1; }
        }
        """);
}
