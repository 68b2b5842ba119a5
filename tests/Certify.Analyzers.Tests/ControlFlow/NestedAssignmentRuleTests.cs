using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.ControlFlow;

public class NestedAssignmentRuleTests
{
    // @verifies CFY-LLR-135
    [Fact]
    public Task Reports_assignment_within_an_expression() => Verify<NestedAssignmentRule>.Reports("""
        static class P
        {
            static int A(int x, int y) { if (([|x = y|]) > 1) { return 1; } return y; }
            static int B(int x) { int y = [|x += 1|]; return [|y = 2|]; }
            static void C(int a, int b) { a = [|b = 1|]; }
            static string D(string? s) { return [|s ??= ""|]; }
            static int E(int x) => [|x = 2|];
        }
        """);

    [Fact]
    public Task Reports_step_within_an_expression() => Verify<NestedAssignmentRule>.Reports("""
        static class P
        {
            static int A(int[] a, int i) { a[[|i++|]] = 1; return [|--i|]; }
            static int B(int i) { while ([|i--|] > 0) { } return i; }
            static int C(int i) { return i switch { 1 => [|i++|], _ => 0 }; }
            static void D() { int a = 0; int b; ([|(a, b) = (1, 2)|]).ToString(); }
        }
        """);

    [Fact]
    public Task Reports_out_argument_of_an_operand() => Verify<NestedAssignmentRule>.Reports("""
        static class P
        {
            static bool Try(int x, out int y) { y = x; return true; }
            static bool A(int x) { int y; return x > 1 && Try(x, [|out y|]); }
            static int B(int x) { return (Try(x, [|out var y|]) ? 1 : 0) + y; }
            static int C(int x) { if (x > 1 || Try(x, [|out _|])) { return 1; } return 0; }
        }
        """);

    [Fact]
    public Task Accepts_statements_and_headers_of_loops() => Verify<NestedAssignmentRule>.Accepts("""
        static class P
        {
            static int Q { get; set => field = value; }
            static int A(int[] a, int n)
            {
                int i, s = 0;
                for (i = 0; i < n; i++) { s += a[i]; }
                (i, s) = (s, i);
                i++;
                --s;
                return i;
            }
            static void B(int x) => Q = x;
            static void C(int? x) { x ??= 1; var (a, b) = (1, 2); }
        }
        """);

    [Fact]
    public Task Accepts_initialisers_attributes_and_with() => Verify<NestedAssignmentRule>.Accepts("""
        using System;
        [AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
        sealed class M : Attribute { public int N { get; set; } }
        record struct S(int X) { public int Y { get; set; } }
        class C { public S? Next; public int Z; }
        static class P
        {
            [M(N = 1)] static S A() => new S { X = 1, Y = 2 };
            static S B(S s) => s with { X = 3 };
            static void D(C? c) { c?.Z = 1; c?.Z += 2; }
            static void E(Action a) { a = static () => Console.Write(1); }
        }
        """);

    [Fact]
    public Task Accepts_call_with_out_argument_as_a_whole() => Verify<NestedAssignmentRule>.Accepts("""
        static class P
        {
            static bool Try(int x, out int y) { y = x; return true; }
            static int A(int x)
            {
                Try(x, out int y);
                bool ok = Try(y, out y);
                ok = Try(y, out y);
                if (Try(x, out _)) { return 1; }
                if (!Try(x, out _)) { return 2; }
                return y;
            }
            static bool B(int x, out int y) => Try(x, out y);
        }
        """);

    [Fact]
    public Task Reports_writes_behind_a_question_mark_and_in_the_target_of_a_store() => Verify<NestedAssignmentRule>.Reports("""
        class C { public int Z; }
        static class P
        {
            static int Get(out int y) { y = 1; return y; }
            static int? A(C? c) { int? k = c?[|.Z = 1|]; return k; }
            static void B(int[] a) { a[Get([|out int i|])] = 1; }
            static void D(int[] a) { a[0] += Get([|out int i|]); }
        }
        """);

    [Fact]
    public Task Accepts_call_with_out_argument_that_decides_a_statement_or_starts_a_field() => Verify<NestedAssignmentRule>.Accepts("""
        using System.Threading.Tasks;
        class C
        {
            private static bool s_ok = Try(1, out _);
            private static bool Ok { get; } = Try(1, out _);
            private static bool Try(int x, out int y) { y = x; return true; }
            private static int Get(out int y) { y = 1; return y; }
            private static Task<bool> Later(out int y) { y = 1; return Task.FromResult(true); }
            private static int A(int x)
            {
                while (Try(x, out _)) { x--; }
                for (; Try(x, out _);) { x--; }
                do { x--; } while (Try(x, out _));
                switch (Get(out int k)) { case 1: return k; default: break; }
                long wide = Get(out int y);
                object boxed = Get(out y);
                return (int)wide + y;
            }
            private static async Task B() { bool ok = await Later(out int y); await Later(out y); }
        }
        """);
}
