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
}
