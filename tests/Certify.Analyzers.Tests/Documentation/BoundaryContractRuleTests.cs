using Certify.Analyzers.Documentation;
using Certify.Analyzers.Tests.Verification;

namespace Certify.Analyzers.Tests.Documentation;

public class BoundaryContractRuleTests
{
    private const string Application = """
        using System;
        using Certify;
        struct Group { public int Index; public float Level; }
        struct In { public Group Group; public int Count; public bool Flag; }
        struct App : ICyclicApplication<int, In, int>
        {
            public static void Initialise(out int state) => state = 0;

        """;

    // @verifies CFY-LLR-232
    [Fact]
    public Task Reports_message_values_as_index_length_divisor_and_bound() => Verify<BoundaryContractRule>.Reports(Application + """
            public static void Step(ref int state, in In inputs, out int outputs)
            {
                ReadOnlySpan<int> table = [1, 2, 3];
                outputs = table[[|inputs.Count|]];
                outputs += 100 / [|inputs.Group.Index|];
                outputs %= [|inputs.Count|];
                outputs += table.Slice(0, [|inputs.Count|]).Length;
                for (int i = 0; i < [|inputs.Count|]; i++) outputs++;
                int at = inputs.Group.Index + 1;
                int copy = at;
                outputs += table[[|copy|]];
                outputs += table[1..[|inputs.Count|]].Length;
                while (outputs < [|inputs.Count|]) outputs++;
            }
            static int Helper(in Group group, int[] a) => a[[|group.Index|]];
        }
        """);

    [Fact]
    public Task Reports_parameters_of_the_public_interface() => Verify<BoundaryContractRule>.Reports("""
        public static class Api
        {
            public static int At(int[] a, int i) => a[[|i|]];
            public static int Per(int sum, int count) { if (sum > 3) return sum; return sum / [|count|]; }
            public static int[] Make(int n) => new int[[|n|]];
        }
        """);

    [Fact]
    public Task Reports_marked_values_and_results_of_the_boundary() => Verify<BoundaryContractRule>.Reports("""
        using Certify;
        [External("bus")] struct Word { public int Label; }
        [HardwareType("port")] static class Port { public static extern int Read(); public static int Level => 3; }
        static class P
        {
            [External("shared memory")] static int s_next;
            static int A(int[] a) => a[[|s_next|]];
            static int B(int[] a, Word w) => a[[|w.Label|]];
            static int C(int[] a) => a[[|Port.Read()|]] + a[[|Port.Level|]];
            static int D(int[] a, [External("caller")] int i) => a[[|i|]];
            static int E(int[] a, Word w) { a[0] = a[[|w.Label|]]; if (w.Label < 3) a[1] = 1; return 0; }
            static int F(int[] a, Word w) => w.Label < 3 ? 1 : 2 + a[[|s_next|]];
        }
        """);

    // @verifies CFY-LLR-232
    [Fact]
    public Task Accepts_values_that_were_compared() => Verify<BoundaryContractRule>.Accepts(Application + """
            public static void Step(ref int state, in In inputs, out int outputs)
            {
                ReadOnlySpan<int> table = [1, 2, 3];
                outputs = 0;
                if (inputs.Count >= 0 && inputs.Count < 3) outputs = table[inputs.Count];
                outputs += inputs.Group.Index is >= 0 and < 3 ? table[inputs.Group.Index] : 0;
                bool both = inputs.Count != 0 && 100 / inputs.Count > 3;
                int limit = inputs.Group.Index;
                if (limit > 3) { limit = 3; }
                for (int i = 0; i < limit; i++) outputs++;
                outputs += table[inputs.Count & 1] + table[Math.Min(inputs.Count, 2)] + table[inputs.Count % 3];
                switch (inputs.Count) { case 1: outputs = table[inputs.Count]; break; default: break; }
                outputs += inputs.Count switch { 2 => table[inputs.Count], _ => 0 };
                if (both) return;
            }
        }
        """);

    [Fact]
    public Task Accepts_inside_knowledge_and_early_exits() => Verify<BoundaryContractRule>.Accepts("""
        public static class Api
        {
            public static int At(int[] a, int i) { if (i < 0 || i >= a.Length) return 0; return a[i]; }
            public static int Last(int[] a, int i) { Require(i < a.Length); return a[i]; }
            internal static int Own(int[] a, int i) => a[i];
            private static void Require(bool holds) { }
            public static float Ratio(float a, float b) => a / b;
            public static int Count(int[] a, int n) { int s = 0; for (int i = 0; i < a.Length; i++) s += a[i]; return s + n; }
            public static int Until(int n) { while (n > 0) n--; return n; }
        }
        static class Hidden { public static int At(int[] a, int i) => a[i]; }
        """);

    [Fact]
    public Task Accepts_values_made_in_the_program() => Verify<BoundaryContractRule>.Accepts(Application + """
            private static int Limited(int x) => x > 2 ? 2 : x < 0 ? 0 : x;
            public static void Step(ref int state, in In inputs, out int outputs)
            {
                int[] table = [1, 2];
                outputs = table[Limited(inputs.Count)] + table[state] + (inputs.Flag ? table[0] : table[1]);
                float level = inputs.Group.Level / inputs.Group.Level;
                outputs += level > 1 ? 1 : 0;
            }
        }
        """);

    [Fact]
    public Task Reports_values_whose_comparison_comes_too_late_or_is_of_another() => Verify<BoundaryContractRule>.Reports("""
        public static class Api
        {
            public static int A(int[] a, int i) { int s = 0; do { s += a[[|i|]]; } while (i < 3); return s; }
            public static int B(int[] a, int i, int j) => a[[|i|] & j] + a[System.Math.Min([|i|], j)];
            public static int C(int[] a, int i) { int k = 0; k = i; return a[[|k|]]; }
            public static int D(int[] a, int i) { int k = 0; k += i; return a[[|k|]]; }
            public static int E(int[] a, int i, int j) { if (j < 3) return 0; return a[[|i|]]; }
            public static int F(int[] a, int i) => a[[|i|]] + (i < 3 ? 1 : 2);
            public static int G(int[] a, int i) { bool b = i < 3; return a[[|i|]]; }
            public static int H(int[] a, int i) { switch (a[[|i|]]) { default: return i < 3 ? 1 : 0; } }
            public static int K(int[] a, int i, int j) => a[(int)(long)[|i|]] + a[-[|i|]] + a[([|i|])] + j;
            public static bool L(int[] a, int i) => a[[|i|]] > 1 && i < 3;
            public static int M(int[] a, int i) { int s = 0; while (a[[|i|]] < 3 && i < 3) { s++; } return s; }
        }
        """);

    [Fact]
    public Task Accepts_every_form_of_a_comparison_before_the_use() => Verify<BoundaryContractRule>.Accepts("""
        public static class Api
        {
            public static int A(int[] a, int i) => (i == 3 ? a[i] : 0) + (i != 3 ? 0 : a[i]) + (i <= 3 ? a[i] : 0) + (i >= 3 ? a[i] : 0) + (3 > i ? a[i] : 0);
            public static int B(int[] a, int i) => i is > 1 ? a[i] : 0;
            public static int C(int[] a, int i) { int s = 0; for (; i < 3;) { s += a[i]; i++; } return s; }
            public static int D(int[] a, int i) { int s = 0; while (i < 3) { s += a[i]; i++; } return s; }
            public static bool E(int[] a, int i) => i == 3 || a[i] > 1;
            public static int F(int[] a, int i) => a[System.Math.Clamp(i, 0, 3)] + a[7 & i] + a[i % 4] + a[System.Math.Max(3, 2)];
            public static int G(int[] a, int i, int j) { int s = 0; switch (j) { case 1: if (i > 3) break; s = a[i]; break; default: break; } return s; }
            public static int H(int[] a, int i) { int k = i; if (k > 3) return 0; return a[k]; }
            public static int K(int[] a, int i) { if (i > 3) return 0; int k = i; return a[k]; }
        }
        """);
}
