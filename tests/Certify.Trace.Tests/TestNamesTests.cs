using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Linking;
using Certify.Trace.Model;
using Xunit;

namespace Certify.Trace.Tests;

public sealed class TestNamesTests
{
    private const string UnitTests = """
        namespace N
        {
            using Xunit;

            public class C
            {
                // @verifies AB-LLR-001
                [Fact] public void One() { }
                // @verifies AB-LLR-001
                [Theory] public void Rows(int x, string y) { }
                // @verifies AB-LLR-001
                [Theory] public void Over(int x) { }
                // @verifies AB-LLR-001
                [Theory] public void Over(int x, int y) { }
                // @verifies AB-LLR-001
                [Theory] public void Same(int x) { }
                // @verifies AB-LLR-001
                [Theory] public void Same(string x) { }
                [Fact] public void Untagged() { }
                public class Inner<T>
                {
                    // @verifies AB-LLR-001
                    [Fact] public void Two() { }
                }
            }
        }

        namespace Xunit { public class FactAttribute : System.Attribute { } public class TheoryAttribute : FactAttribute { } }
        """;

    // @verifies CFY-LLR-473
    [Theory]
    [InlineData("N.C.M", "N.C.M", -1)]
    [InlineData("N.C+D.M()", "N.C.D.M", 0)]
    [InlineData("N.C.M(x: 1, y: \"a, (b\", z: [1, 2])", "N.C.M", 3)]
    [InlineData("N.C`1.M<Int32>(x: 1)", "N.C.M", 1)]
    [InlineData("tests.test_a.TestC.test_m[1-a.b]", "tests.test_a.TestC.test_m", -1)]
    [InlineData("Rows/Suite.Case/0", "Suite.Case", -1)]
    [InlineData("krate.tests::works", "krate.tests.works", -1)]
    [InlineData("N.C.M(x: \"unclosed", "N.C.M", -1)]
    [InlineData("", "", -1)]
    [InlineData("/", "/", -1)]
    public void Names_of_reports_have_one_form(string name, string full, int arguments) => Assert.Equal(new TestName(full, arguments), TestName.OfRun(name));

    // @verifies CFY-LLR-473
    [Theory]
    [InlineData("M:N.C.M", "N.C.M", 0)]
    [InlineData("M:N.C.M(System.Int32,System.Collections.Generic.Dictionary{System.Int32,System.String})", "N.C.M", 2)]
    [InlineData("M:N.C`1.D.M``1(``0)", "N.C.D.M", 1)]
    [InlineData("tests/a.py#TestC.test_m", "TestC.test_m", -1)]
    [InlineData("src/lib.rs#tests::works", "tests.works", -1)]
    public void Ids_of_scanned_tests_have_the_same_form(string id, string full, int arguments) => Assert.Equal(new TestName(full, arguments), TestName.OfTest(id));

    // @verifies CFY-LLR-473
    [Fact]
    public void Other_ids_are_no_names() => Assert.Null(TestName.OfTest("TC-001"));

    // @verifies CFY-LLR-473
    [Fact]
    public void Results_are_joined_with_the_tests_that_they_name()
    {
        Assert.Equal("M:N.C.One", Joined("N.C.One"));
        Assert.Equal("M:N.C.Rows(System.Int32,System.String)", Joined("N.C.Rows(x: 1, y: \"a\")"));
        Assert.Equal("M:N.C.Over(System.Int32,System.Int32)", Joined("N.C.Over(x: 1, y: 2)"));
        Assert.Equal("M:N.C.Over(System.Int32)", Joined("N.C.Over", title: "N.C.Over(x: 1)"));
        Assert.Equal("M:N.C.Inner`1.Two", Joined("N.C+Inner`1.Two"));
    }

    // @verifies CFY-LLR-473
    [Fact]
    public void Tests_of_other_languages_are_joined_by_the_end_of_the_name()
    {
        var test = new TraceItem { Id = "tests/test_a.py#TestC.test_m", Tier = ItemTier.TestCase, Place = new SourcePlace("tests/test_a.py", 3), Links = [new(LinkRole.Verifies, "AB-LLR-001")] };
        Assert.Equal(test.Id, Joined("tests.test_a.TestC.test_m[1]", more: test));
        Assert.Equal("xTestC.test_m", Joined("xTestC.test_m", more: test));
        Assert.Equal(test.Id, Joined("test_a.TestC.test_m", more: test));
        Assert.Equal("tests.test_b.TestC.test_m", Joined("tests.test_b.TestC.test_m", more: test));
        Assert.Equal("other.test_a.TestC.test_m", Joined("other.test_a.TestC.test_m", more: test));
        Assert.Equal("C.One", Joined("C.One"));
    }

    // @verifies CFY-LLR-473
    [Theory]
    [InlineData("src/lib.rs#tests::works", "krate.tests::works", true)]
    [InlineData("src/lib.rs#tests::works", "krate.brake::tests::works", false)]
    [InlineData("src/brake.rs#tests::works", "krate.brake::tests::works", true)]
    [InlineData("src/brake/mod.rs#tests::works", "krate.brake::tests::works", true)]
    [InlineData("src/brake.rs#tests::works", "krate.door::tests::works", false)]
    [InlineData("t/suite.cpp#Suite.Case", "Rows/Suite.Case/0", true)]
    [InlineData("t/suite.cpp#Suite.Case", "Other.Suite.Case", false)]
    public void A_run_of_a_test_of_the_same_name_in_another_file_is_not_its_run(string id, string run, bool joined)
    {
        var test = new TraceItem { Id = id, Tier = ItemTier.TestCase, Place = new SourcePlace("t", 3), Links = [new(LinkRole.Verifies, "AB-LLR-001")] };
        Assert.Equal(joined ? id : run, Joined(run, more: test));
    }

    // @verifies CFY-LLR-473
    [Fact]
    public void A_run_of_an_untagged_test_alone_leaves_the_tagged_ones_without_a_result() =>
        Assert.Contains("TRC-401 M:N.C.One", Found(Run("N.C.Untagged")));

    // @verifies CFY-LLR-473
    [Fact]
    public void A_row_that_fails_fails_its_test_and_tests_without_a_run_are_named()
    {
        var found = Found(Run("N.C.Rows(x: 1, y: \"a\")"), Run("N.C.Rows(x: 2, y: \"b\")", "failed"), Run("N.C.One", "skipped"), Run("N.C.Gone"), Run("N.C.Untagged", "failed"));
        Assert.Equal(
            [
                "TRC-401 M:N.C.Inner`1.Two", "TRC-401 M:N.C.Over(System.Int32)", "TRC-401 M:N.C.Over(System.Int32,System.Int32)", "TRC-401 M:N.C.Same(System.Int32)",
                "TRC-401 M:N.C.Same(System.String)", "TRC-401 M:Sample.Tests.Properties.Keeps", "TRC-401 M:Sample.Tests.Properties.Keeps_at_ends",
                "TRC-402 N.C.Rows(x: 2, y: \"b\") @ run.trx", "TRC-402 N.C.Untagged @ run.trx", "TRC-403 N.C.Gone", "TRC-410 N.C.One @ run.trx",
            ],
            found);
    }

    // @verifies CFY-LLR-473
    [Fact]
    public void A_name_that_two_tests_have_is_a_finding_that_says_so()
    {
        var report = TraceAudit.Run(Inputs(Run("N.C.Same(x: 1)")));
        var finding = Assert.Single(report.Findings, f => f.Code == "TRC-112");
        Assert.Equal("the result N.C.Same(x: 1) @ run.trx can be of M:N.C.Same(System.Int32) or of M:N.C.Same(System.String); hint: give overloads of a test names of their own", finding.Message);
        Assert.DoesNotContain(report.Findings, f => f.Code == "TRC-403");
    }

    // @verifies CFY-LLR-336
    [Fact]
    public void Properties_are_judged_by_their_own_results_where_those_are_given()
    {
        var findings = TraceAudit.Run(Inputs(Run("N.C.One")) with { Results = new TestFacts(Sample.Header, "", []) }).Findings;
        Assert.Single(findings, f => f is { Code: "TRC-401", Subject: "M:Sample.Tests.Properties.Keeps" });
        Assert.Single(findings, f => f is { Code: "TRC-401", Subject: "M:N.C.Inner`1.Two" });
    }

    private static string Joined(string name, string? title = null, TraceItem? more = null)
    {
        var run = Run(name, title: title);
        var set = TraceAudit.Audit(Inputs(more is null ? [run] : [run, more])).Set;
        return Enumerable.Range(0, set.Count).Select(i => set[i]).Single(i => i.Id == run.Id).Links.Single().Target;
    }

    private static IEnumerable<string> Found(params TraceItem[] items) =>
        TraceAudit.Run(Inputs(items)).Findings.Where(f => f.Code.StartsWith("TRC-4", StringComparison.Ordinal)).Select(f => $"{f.Code} {f.Subject}").Order(StringComparer.Ordinal);

    private static TraceItem Run(string name, string verdict = "passed", string? title = null) => new()
    {
        Id = name + " @ run.trx", Title = title ?? name, Tier = ItemTier.Result, Place = new SourcePlace("run.trx", 3), Links = [new TraceLink(LinkRole.ResultOf, name)],
        Outcome = new ItemOutcome(verdict, verdict == "passed"),
    };

    private static TraceInputs Inputs(params TraceItem[] items)
    {
        var inputs = new Sample { Items = items }.Inputs();
        return inputs with { Sources = [.. inputs.Sources, new SourceSet("unit", SourceRole.UnitTests, false, [], [InputFile.FromText("tests/C.cs", UnitTests)], [])] };
    }
}
