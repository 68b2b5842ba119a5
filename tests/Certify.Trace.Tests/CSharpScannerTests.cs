using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Linking;
using Certify.Trace.Model;

namespace Certify.Trace.Tests;

public class CSharpScannerTests
{
    private static IReadOnlyList<CodeFact> Scan(string code, params string[] symbols) => Scan([("a.cs", code)], symbols);

    private static IReadOnlyList<CodeFact> Scan((string Path, string Text)[] files, params string[] symbols)
    {
        var scan = new CodeScan();
        var findings = new FindingList();
        CSharpScanner.Scan(Set(files, symbols), scan, findings);
        Assert.Empty(findings.Sorted());
        return scan.CodeFacts();
    }

    private static SourceSet Set((string Path, string Text)[] files, params string[] symbols) =>
        new("set", SourceRole.Code, true, symbols, [.. files.Select(f => InputFile.FromText(f.Path, f.Text))], []);

    private static CodeFact Of(IReadOnlyList<CodeFact> facts, string symbol) => Assert.Single(facts, f => f.Symbol == symbol);

    // @verifies CFY-LLR-005
    [Fact]
    public void Ids_are_documentation_ids_of_every_kind_of_member()
    {
        var facts = Scan(
            """
            namespace N
            {
                public class C<T>
                {
                    public const int K = 1; int a, b;
                    public C(int x) { }
                    public T this[int i] => default;
                    public int P { get; set; }
                    public event System.Action E { add { } remove { } }
                    public static C<T> operator +(C<T> l, string r) => l;
                    public static explicit operator int(C<T> c) => 0;
                    public void G<U>(U u, ref T[] t, out long* p, in Inner i, params byte[][] m) { }
                    public struct Inner { public enum Deep { One } }
                }
            }
            """).Select(f => f.Symbol);
        Assert.Equal(
            [
                "E:N.C`1.E", "F:N.C`1.Inner.Deep.One", "F:N.C`1.K", "F:N.C`1.a", "F:N.C`1.b", "M:N.C`1.#ctor(System.Int32)",
                "M:N.C`1.G``1(``0,`0[]@,System.Int64*@,N.C{`0}.Inner@,System.Byte[][])",
                "M:N.C`1.op_Addition(N.C{`0},System.String)", "M:N.C`1.op_Explicit(N.C{`0})~System.Int32",
                "P:N.C`1.Item(System.Int32)", "P:N.C`1.P", "T:N.C`1", "T:N.C`1.Inner", "T:N.C`1.Inner.Deep",
            ],
            facts);
    }

    // @verifies CFY-HLR-013, CFY-LLR-005
    [Fact]
    public void Move_and_reformat_keep_the_id_and_change_of_text_changes_the_digest()
    {
        const string Code = "namespace N { class C { int M() { return 1; } } }";
        var before = Of(Scan(Code), "M:N.C.M");
        var moved = Of(Scan("\n\n// comment\n" + Code), "M:N.C.M");
        Assert.Equal((before.Symbol, before.Sha256), (moved.Symbol, moved.Sha256));
        Assert.Equal(4, moved.Place.Line);
        Assert.NotEqual(before.Sha256, Of(Scan(Code.Replace("1", "2", StringComparison.Ordinal)), "M:N.C.M").Sha256);
        Assert.Equal(before.Sha256, Of(Scan("\uFEFF" + Code.Replace("\n", "\r\n", StringComparison.Ordinal)), "M:N.C.M").Sha256);
    }

    // @verifies CFY-LLR-006
    [Fact]
    public void Members_inherit_the_tags_of_the_types_around_them_unless_they_have_their_own()
    {
        var facts = Scan("[Requirement(\"A-LLR-1\")] class C { int f; [Requirement(\"A-LLR-2\")] void M() { } class D { void N() { } } }");
        Assert.Equal(("A-LLR-1", false), Tags(facts, "T:C"));
        Assert.Equal(("A-LLR-1", true), Tags(facts, "F:C.f"));
        Assert.Equal(("A-LLR-2", false), Tags(facts, "M:C.M"));
        Assert.Equal(("A-LLR-1", true), Tags(facts, "M:C.D.N"));
    }

    private static (string, bool) Tags(IReadOnlyList<CodeFact> facts, string symbol) =>
        (string.Join(' ', Of(facts, symbol).Requirements), Of(facts, symbol).Inherited);

    // @verifies CFY-LLR-006
    [Theory]
    [InlineData("using Certify; class C { [Requirement(\"A-LLR-1\")] void M() { } }")]
    [InlineData("class C { [Certify.RequirementAttribute(\"A-LLR-1\")] void M() { } }")]
    [InlineData("class C { [global::Certify.Requirement(\"A-\" + \"LLR-1\")] void M() { } }")]
    [InlineData("using R = Certify.RequirementAttribute; class C { [R(\"A-LLR-1\")] void M() { } }")]
    [InlineData("using Certify; class C { const string Id = \"A-LLR-1\"; [Requirement(id: Id)] void M() { } }")]
    [InlineData("using Certify; partial class C { [Requirement(\"A-LLR-1\")] partial void M(); partial void M() { } }")]
    [InlineData("using Certify; class C { void M() { [Requirement(\"A-LLR-1\")] void Local() { } } }")]
    [InlineData("class C {\n /// <summary>Text.</summary>\n // @llr A-LLR-1\n [System.Obsolete]\n void M() { } }")]
    [InlineData("class C {\n [System.Obsolete]\n // @llr A-LLR-1\n void M() { } }")]
    public void Tag_is_bound_however_it_is_written(string code)
    {
        foreach (var files in ((string, string)[][])[[("a.cs", code), ("b.cs", Sample.Annotations)], [("a.cs", code)]])
            Assert.Equal(["A-LLR-1"], Of(Scan(files), "M:C.M").Requirements);
    }

    // @verifies CFY-LLR-006
    [Fact]
    public void Attribute_of_the_same_name_elsewhere_is_no_tag()
    {
        var facts = Scan(
            [("a.cs", "namespace Other { class RequirementAttribute(string s) : System.Attribute; [Requirement(\"A-LLR-1\")] class C; }"), ("b.cs", Sample.Annotations)]);
        Assert.Empty(Of(facts, "T:Other.C").Requirements);
    }

    // @verifies CFY-LLR-005
    [Fact]
    public void Preprocessor_symbols_choose_what_is_seen()
    {
        const string Code = "class C {\n#if CERTIFY_TARGET\n void T() { }\n#else\n void H() { }\n#endif\n}";
        Assert.Contains(Scan(Code, "CERTIFY_TARGET"), f => f.Symbol == "M:C.T");
        Assert.Contains(Scan(Code), f => f.Symbol == "M:C.H");
    }

    // @verifies CFY-LLR-005
    [Fact]
    public void Source_that_declares_its_own_core_library_is_read()
    {
        var facts = Scan("namespace System { public class Object { } public struct Int32 { public Span<Int32> M(int x, Object o) => default; } public ref struct Span<T> { } }");
        Assert.Contains(facts, f => f.Symbol == "M:System.Int32.M(System.Int32,System.Object)");
    }

    // @verifies CFY-LLR-005
    [Fact]
    public void Symbol_compiled_twice_is_one_symbol()
    {
        var scan = new CodeScan();
        var findings = new FindingList();
        const string Part1 = "partial class C { void M() { } }";
        const string Part2 = "[Certify.Requirement(\"A-LLR-1\")] partial class C { }";
        CSharpScanner.Scan(Set([("1.cs", Part1), ("2.cs", Part2)]), scan, findings);
        var once = scan.CodeFacts();
        CSharpScanner.Scan(Set([("2.cs", Part2), ("1.cs", Part1)], "CERTIFY_TARGET"), scan, findings);
        Assert.Equal(FactJson.Write(once), FactJson.Write(scan.CodeFacts()));
        Assert.Equal(["A-LLR-1"], Of(once, "M:C.M").Requirements);
    }

    // @verifies CFY-LLR-008
    [Theory]
    [InlineData("class C { }", "T:C")]
    [InlineData("enum E { A }", "T:E")]
    [InlineData("interface I { void M(); }", null)]
    [InlineData("interface I { int P { get; } void M() { } }", "T:I")]
    [InlineData("delegate void D();", null)]
    [InlineData("class A : System.Attribute { public A(int x) { } public int X { get; } }", null)]
    [InlineData("class Outer { [Requirement(\"AB-LLR-001\")] void M() { } int field; }", null)]
    [InlineData("class Outer { [Requirement(\"AB-LLR-001\")] void M() { } class In { int P => 1; } }", "T:Outer.In")]
    [InlineData("class Outer { [Requirement(\"AB-LLR-001\")] void M() { } static extern void X(); }", "M:Outer.X")]
    [InlineData("class Outer { [Requirement(\"AB-LLR-001\")] void M() { } static Outer() { } }", "M:Outer.#cctor")]
    public void Code_that_puts_something_into_the_image_needs_a_tag(string code, string? reported)
    {
        var sample = new Sample();
        sample.Code += "\n" + code;
        var found = sample.Audit().Findings.Where(f => f.Code == "TRC-209").Select(f => f.Subject.Replace("Sample.", "", StringComparison.Ordinal));
        Assert.Equal(reported is null ? [] : [reported], found);
    }

    // @verifies CFY-LLR-009
    [Fact]
    public void Tests_are_properties_and_xunit_methods_with_their_kind()
    {
        var scan = new CodeScan();
        var findings = new FindingList();
        const string Tests = """
            using Certify.Testing;
            public class Tests
            {
                [Property("Holds", Kind = TestKind.Robustness)] [Verifies("A-LLR-1"), Verifies("A-HLR-1")]
                public static object Property_holds() => null;

                // @verifies A-LLR-1, A-LLR-2
                // @verifies A-LLR-3 robustness
                [Theory] public void It_holds(string x) { }

                // @verifies A-LLR-4
                [Fact] public void It_also_holds() { }

                [Fact] public void Untagged() { }
            }
            """;
        CSharpScanner.Scan(new SourceSet("t", SourceRole.Properties, false, [], [InputFile.FromText("t.cs", Tests)], []), scan, findings);
        Assert.Empty(findings.Sorted());
        Assert.Equal(
            [
                "M:Tests.It_also_holds|It also holds|A-LLR-4|NormalRange|12",
                "M:Tests.It_holds(System.String)|It holds|A-LLR-1,A-LLR-2,A-LLR-3|Robustness|9",
                "M:Tests.Property_holds|Holds|A-HLR-1,A-LLR-1|Robustness|5",
            ],
            scan.Tests.Values.Select(t => t.Fact).Select(t => $"{t.Id}|{t.Title}|{string.Join(',', t.Requirements)}|{t.Kind}|{t.Place.Line}"));
    }

    // @verifies CFY-LLR-009
    [Fact]
    public void Properties_among_unit_tests_are_samples()
    {
        var scan = new CodeScan();
        var findings = new FindingList();
        const string Tests = "using Certify.Testing; class T { [Property(\"A\")] [Verifies(\"A-LLR-1\")] object P() => null; [Verifies(\"A-LLR-1\")] [Fact] void F() { } }";
        CSharpScanner.Scan(new SourceSet("t", SourceRole.UnitTests, true, [], [InputFile.FromText("t.cs", Tests)], []), scan, findings);
        Assert.Empty(findings.Sorted());
        Assert.Equal(["M:T.F"], scan.Tests.Keys);
    }

    // @verifies CFY-LLR-009
    [Theory]
    [InlineData("Fact")]
    [InlineData("Theory, InlineData(1)")]
    [InlineData("SkippableFact")]
    [InlineData("Test")]
    [InlineData("NUnit.Framework.TestCase(1)")]
    [InlineData("TestCaseSource(\"S\")")]
    [InlineData("TestMethod")]
    [InlineData("DataTestMethodAttribute")]
    public void Tests_of_the_usual_frameworks_are_found(string attribute)
    {
        var scan = new CodeScan();
        var findings = new FindingList();
        var tests = $"class T {{\n// @verifies A-LLR-1\n[{attribute}] void F(int x) {{ }}\nvoid Other() {{ }} }}";
        CSharpScanner.Scan(new SourceSet("t", SourceRole.UnitTests, true, [], [InputFile.FromText("t.cs", tests)], []), scan, findings);
        Assert.Empty(findings.Sorted());
        Assert.Equal(["M:T.F(System.Int32)"], scan.Tests.Keys);
    }
}
