using Certify.Coverage.Instrumentation;
using Certify.Coverage.Obligations;
using Certify.Facts;

namespace Certify.Coverage.Tests.Instrumentation;

public class SourceInstrumenterTests
{
    // @verifies CFY-LLR-045
    [Fact]
    public void Records_statements_reached_and_no_others()
    {
        var program = InstrumentedProgram.Of("""
            public static class P
            {
                public static int F(int n)
                {
                    int r = 0;
                    if (n < 10) r = n * 3 + 1;
                    else
                        r = 7;
                    return r;
                }
            }
            """);
        program.Call("P", "F", 2);
        Assert.True(program.Reached("int r = 0;"));
        Assert.True(program.Reached("if (n < 10)"));
        Assert.True(program.Reached("r = n * 3 + 1;"));
        Assert.False(program.Reached("r = 7;"));
        Assert.Equal(["T:T"], program.Vectors("n < 10"));
    }

    // @verifies CFY-LLR-045
    [Fact]
    public void Records_each_evaluation_of_a_decision_with_its_short_circuit()
    {
        var program = InstrumentedProgram.Of("""
            public static class P
            {
                public static bool F(bool a, bool b, bool c) { return (a && b) || !c; }
            }
            """);
        program.Call("P", "F", true, true, true);
        program.Call("P", "F", false, true, true);
        program.Call("P", "F", true, false, false);
        Assert.Equal(["F-T:F", "TFF:T", "TT-:T"], program.Vectors("(a && b) || !c"));
    }

    // @verifies CFY-LLR-045
    [Fact]
    public void Keeps_lines_of_the_original()
    {
        const string text = """
            public static class P
            {
                public static int F(int n) =>
                    n > 3 && n < 5
                        ? 1
                        : 0;

                public static int G => 4;
            }
            """;
        var rewritten = InstrumentedProgram.Of(text).Result.Sources[0].Text;
        Assert.StartsWith("#pragma warning disable\n#line 1 \"/_/src/Sample.cs\"\n", rewritten);
        Assert.Equal(text.Split('\n').Length + 2, rewritten.Split('\n').Length);
        Assert.Contains("G { get {", rewritten.Split('\n')[9]);
    }

    [Fact]
    public void Identifies_obligations_by_documentation_id_and_ordinal()
    {
        var map = InstrumentedProgram.Of("""
            namespace N;
            public struct S
            {
                public int X;
                public static int F(ref S s, in int n) { if (s.X > n) { return 1; } if (s.X > 0 && n > 0) return 2; return 3; }
                public readonly int P => X;
                public static S operator +(S a, S b) => new S { X = a.X + b.X };
            }
            """).Map;
        Assert.Equal(
            ["M:N.S.F(N.S@,System.Int32@)#d1", "M:N.S.F(N.S@,System.Int32@)#d2"], map.Decisions.Select(d => d.Id));
        Assert.Contains(map.Statements, s => s.Id == "M:N.S.get_P#s1" && s.Kind == "body");
        Assert.Contains(map.Statements, s => s.Id == "M:N.S.op_Addition(N.S,N.S)#s1");
        Assert.Equal(new SourcePlace("src/Sample.cs", 5, 50), map.Decisions[0].Place);
    }

    [Fact]
    public void Leaves_constants_alone()
    {
        var map = InstrumentedProgram.Of("""
            public static class P
            {
                const bool Yes = true;
                const bool Both = Yes && true;
                public static int F(bool a, bool b)
                {
                    while (true) { if (a && Yes && b) return 1; return Yes ? 2 : 3; }
                }
            }
            """).Map;
        var decision = Assert.Single(map.Decisions);
        Assert.Equal("and(and(0,true),1)", decision.Shape);
        Assert.All(decision.Conditions, c => Assert.False(c.Uncoverable));
    }

    [Fact]
    public void Says_that_a_constant_makes_a_condition_uncoverable()
    {
        var program = InstrumentedProgram.Of("""
            public static class P { const bool No = false; public static bool F(bool a, bool b) => (a && No) || b; }
            """);
        Assert.Equal([true, false], Assert.Single(program.Map.Decisions).Conditions.Select(c => c.Uncoverable));
        program.Call("P", "F", true, true);
    }

    [Fact]
    public void Nested_decisions_are_decisions_of_their_own()
    {
        var program = InstrumentedProgram.Of("""
            public static class P
            {
                static bool Id(bool x) => x;
                public static bool F(bool a, bool b, bool c) => a && Id(b || c);
            }
            """);
        program.Call("P", "F", true, false, true);
        Assert.Equal(["TT:T"], program.Vectors("a && Id(b || c)"));
        Assert.Equal(["FT:T"], program.Vectors("b || c"));
    }

    [Fact]
    public void Leaves_static_initialisers_alone_and_says_so()
    {
        var map = InstrumentedProgram.Of("""
            public static class P
            {
                static readonly int s_a = Pick(3);
                static readonly int s_b = 4;
                static int Pick(int n) => n > 2 ? 1 : 0;
                public static int F() => s_a + s_b;
            }
            """).Map;
        Assert.Equal(["F:P.s_a", "T:Certify.Instrumentation.Cover"], map.Exclusions.Select(e => e.Member));
        var decision = Assert.Single(map.Decisions);
        Assert.Equal(RecordingForm.None, decision.Recording);
        Assert.Contains("static initialiser", decision.Limit);
        Assert.Contains(map.Statements, s => s is { Member: "M:P.F", Counter: >= 0 });
    }

    [Fact]
    public void Gives_equal_bytes_for_equal_sources()
    {
        const string text = "public static class P { public static bool F(bool a, bool b) => a && b; }";
        var first = InstrumentedProgram.Of(text).Result;
        var second = InstrumentedProgram.Of(text).Result;
        Assert.Equal(FactJson.Write(first.Map), FactJson.Write(second.Map));
        Assert.Equal(first.Sources[0].Text, second.Sources[0].Text);
        Assert.Equal(first.RuntimeSource, second.RuntimeSource);
    }

    [Fact]
    public void Map_survives_its_JSON_form()
    {
        var map = InstrumentedProgram.Of("public static class P { public static bool F(bool a, bool b) => a && b; }").Map;
        var bytes = FactJson.Write(map);
        Assert.Equal(bytes, FactJson.Write(FactJson.Read<ObligationMap>(bytes, "map.json")));
    }

    [Fact]
    public void Refuses_sources_that_do_not_compile()
    {
        var error = Assert.Throws<InstrumentationException>(() => InstrumentedProgram.Of("class P {\n int F() => x; }"));
        Assert.StartsWith("src/Sample.cs:2: error CS0103", error.Message);
    }

    [Fact]
    public void Sees_only_active_preprocessor_branches()
    {
        const string text = """
            public static class P
            {
            #if CERTIFY_TARGET
                public static int F(int n) => n > 1 ? 1 : 2;
            #else
                public static int F(int n) => n;
            #endif
            }
            """;
        Assert.Empty(InstrumentedProgram.Of(text).Map.Decisions);
        Assert.Single(InstrumentedProgram.Of(text, 4096, "CERTIFY_TARGET").Map.Decisions);
    }
}
