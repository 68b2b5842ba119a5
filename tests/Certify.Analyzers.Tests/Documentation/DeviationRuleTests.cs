using Certify.Analyzers.ControlFlow;
using Certify.Analyzers.Documentation;
using Certify.Analyzers.Settings;
using Certify.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Tests.Documentation;

public class DeviationRuleTests
{
    private const string Source = """
        namespace A
        {
            static class B
            {
                public static int F(int x) { if (x > 0) { goto end; } x = 1; end: return x; }

                public static int G(int x) { if (x > 0) { goto end; } x = 2; end: return x; }
            }
        }
        """;

    // The digest of method F above; the rule itself says it where it differs.
    private static readonly Lazy<Task<string>> s_digest = new(async () =>
    {
        var message = Assert.Single(await Run(Record(revision: new string('0', 64)))).GetMessage(null);
        var start = message.IndexOf("is now ", StringComparison.Ordinal) + 7;
        return message.Substring(start, 64);
    });

    // @verifies CFY-HLR-022, CFY-LLR-252, CFY-LLR-253
    [Fact]
    public async Task A_record_that_holds_lists_the_finding_of_its_member_and_no_other()
    {
        var snippet = Snippet(Record(revision: await s_digest.Value));
        Assert.Empty(await snippet.RunAsync(new DeviationRule()));
        var findings = await snippet.RunAsync(new GotoRule());
        Assert.Equal([DiagnosticSeverity.Hidden, DiagnosticSeverity.Error], findings.Select(finding => finding.Severity).Distinct());
        Assert.Equal("DEV-001", findings[0].Properties[RuleScope.DeviationProperty]);
    }

    // @verifies CFY-HLR-022, CFY-LLR-252
    [Theory]
    [InlineData("2026-12-31", true)]
    [InlineData("2027-01-01", false)]
    [InlineData("", false)]
    [InlineData("soon", false)]
    public async Task A_record_covers_until_its_last_day_and_never_without_the_day(string today, bool covers)
    {
        var snippet = Snippet(Record(revision: await s_digest.Value), today);
        Assert.Equal(covers ? 0 : 1, (await snippet.RunAsync(new DeviationRule())).Length);
        var first = (await snippet.RunAsync(new GotoRule()))[0];
        Assert.Equal(covers ? DiagnosticSeverity.Hidden : DiagnosticSeverity.Error, first.Severity);
    }

    // @verifies CFY-LLR-252
    [Theory]
    [InlineData("2025-12-30", null, true)]
    [InlineData("2025-12-29", null, false)]
    [InlineData("2025-12-29", "", false)]
    [InlineData("2025-12-29", "367", true)]
    [InlineData("2026-12-01", "29", false)]
    [InlineData("2026-12-01", "30", true)]
    [InlineData("2026-12-01", "3660", true)]
    [InlineData("2026-12-01", "3661", false)]
    [InlineData("2026-12-01", "0", false)]
    [InlineData("2026-12-01", "-30", false)]
    [InlineData("2026-12-01", "a year", false)]
    public async Task A_record_covers_only_with_a_last_day_within_the_limit(string today, string? days, bool covers)
    {
        var snippet = Snippet(Record(revision: await s_digest.Value), today);
        if (days is not null) snippet = snippet with { BuildProperties = new Dictionary<string, string> { ["CertifyDate"] = today, ["CertifyDeviationDays"] = days } };
        Assert.Equal(covers ? 0 : 1, (await snippet.RunAsync(new DeviationRule())).Length);
        Assert.Equal(covers ? DiagnosticSeverity.Hidden : DiagnosticSeverity.Error, (await snippet.RunAsync(new GotoRule()))[0].Severity);
    }

    [Fact]
    public async Task Reports_a_stale_record_which_then_covers_nothing()
    {
        var snippet = Snippet(Record(revision: new string('a', 64)));
        Assert.Contains("is stale", Assert.Single(await snippet.RunAsync(new DeviationRule())).GetMessage(null), StringComparison.Ordinal);
        Assert.All(await snippet.RunAsync(new GotoRule()), finding => Assert.Equal(DiagnosticSeverity.Error, finding.Severity));
    }

    [Fact]
    public async Task Reports_the_place_of_the_record()
    {
        var place = Assert.Single(await Run("# Title\n\n" + Record(revision: new string('0', 64)))).Location.GetLineSpan();
        Assert.Equal(("/project/certify.deviations.md", 2), (place.Path, place.StartLinePosition.Line));
    }

    [Fact]
    public async Task Reports_an_id_given_twice_and_the_second_covers_nothing()
    {
        var digest = await s_digest.Value;
        var text = Record(revision: digest) + Record(member: "A.B.G", revision: digest);
        Assert.Contains(await Run(text), finding => finding.GetMessage(null).Contains("another record has", StringComparison.Ordinal));
    }

    // @verifies CFY-LLR-250
    [Theory]
    [InlineData("- rule: CFY1101", "- rule: CFY9999", "'CFY9999'")]
    [InlineData("- rule: CFY1101", "- rule: CFY2104", "'CFY2104'")]
    [InlineData("- rule: CFY1101", "- rule: CFY2003", "'CFY2003'")]
    [InlineData("- rule: CFY1101", "- rule: CFY2103", "'CFY2103'")]
    [InlineData("- rule: CFY1101", "- rules: CFY1101", "unknown field 'rules'")]
    [InlineData("- rule: CFY1101\n", "", "names no rule")]
    [InlineData("- file: Snippet.cs\n", "", "names no file")]
    [InlineData("- file: Snippet.cs", "- file:", "names no file")]
    [InlineData("- file: Snippet.cs", "- file: *.cs", "more than one file")]
    [InlineData("- file: Snippet.cs", "- file: src/", "no file below")]
    [InlineData("- file: Snippet.cs", "- file: ../Snippet.cs", "no file below")]
    [InlineData("- file: Snippet.cs", "- file: .", "no file below")]
    [InlineData("- file: Snippet.cs", "- file: Tiny.csproj", "no C# file")]
    [InlineData("- member: A.B.F", "- member: A.B.Nothing", "does not declare")]
    [InlineData("- approver: A. Person\n", "", "names no approver")]
    [InlineData("- approver: A. Person", "- approver: A. Person\n- approver: B. Person", "gives approver twice")]
    [InlineData("- expires: 2026-12-31\n", "", "names no expires")]
    [InlineData("- expires: 2026-12-31", "- expires: 31.12.2026", "no date")]
    [InlineData("The jump is short.", "", "no rationale")]
    [InlineData("## DEV-001 Jump", "## Jump", "heading")]
    [InlineData("## DEV-001 Jump", "## DEV-001", "heading")]
    public async Task Malformed_records_are_findings_and_cover_nothing(string from, string to, string said)
    {
        var snippet = Snippet(Record(revision: await s_digest.Value).Replace(from, to, StringComparison.Ordinal));
        Assert.Contains(await snippet.RunAsync(new DeviationRule()), finding => finding.GetMessage(null).Contains(said, StringComparison.Ordinal));
        Assert.All(await snippet.RunAsync(new GotoRule()), finding => Assert.Equal(DiagnosticSeverity.Error, finding.Severity));
    }

    [Fact]
    public async Task Reports_a_reference_to_no_record() =>
        await Verify<DeviationRule>.Reports("static class C { } // @deviates [|DEV-001|], [|DEV-002|]\n/* @deviates [|X-3|] */");

    [Fact]
    public async Task Accepts_a_reference_to_a_record()
    {
        var digest = await s_digest.Value;
        await Verify<DeviationRule>.Accepts("// @deviates DEV-001\n" + Source, snippet => With(snippet, Record(revision: digest)));
    }

    [Fact]
    public async Task Accepts_a_record_of_a_file_that_this_compilation_lacks() =>
        await Verify<DeviationRule>.Accepts("static class C { }", snippet => With(snippet, Record(revision: new string('0', 64)).Replace("Snippet.cs", "Other.cs", StringComparison.Ordinal)));

    [Fact]
    public async Task Accepts_text_that_is_no_record_or_reference()
    {
        await Verify<DeviationRule>.Accepts("static class C { const string A = \"@deviates DEV-009\"; }", snippet => With(snippet, "# Deviations\n\nNone is needed.\n"));
    }

    // @verifies CFY-LLR-251
    [Theory]
    [InlineData("class C { int f; int g; void M() { } }", "C.f", 1)]
    [InlineData("class C { int this[int i] => i; }", "C.this", 1)]
    [InlineData("class C { C() { } public static C operator +(C a, C b) => a; }", "C.operator +", 1)]
    [InlineData("namespace N.M; class C<T> { class D { void F() { void L() { } } void F(int x) { } } }", "N.M.C.D.F", 2)]
    [InlineData("class C { void F() { } }", "C", 1)]
    [InlineData("class C { void F() { } }", "F", 0)]
    public void Members_are_found_by_name(string source, string member, int count)
    {
        var tree = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(source, path: "/project/Snippet.cs");
        var text = Record(revision: new string('0', 64), member: member);
        var record = Assert.Single(Certify.Analyzers.Settings.Deviations.DeviationReader.Read("/project/deviations/a.md", text, []));
        Assert.True(Certify.Analyzers.Settings.Deviations.DeviationScope.IsFile(record, tree));
        Assert.Equal(count > 0, Certify.Analyzers.Settings.Deviations.DeviationScope.Fingerprint(record, tree, default) is not null);
    }

    [Theory]
    [InlineData("/p/certify.deviations.md", true)]
    [InlineData("/p/deviations/x.md", true)]
    [InlineData("C:\\p\\deviations\\x.md", true)]
    [InlineData("/p/deviations/x.txt", false)]
    [InlineData("/p/other/x.md", false)]
    public void Record_files_are_known_by_name(string path, bool expected) =>
        Assert.Equal(expected, Certify.Analyzers.Settings.Deviations.DeviationReader.IsRecordFile(path));

    private static string Record(string revision, string member = "A.B.F") => $"""
        ## DEV-001 Jump

        - rule: CFY1101
        - file: Snippet.cs
        - member: {member}
        - approver: A. Person
        - expires: 2026-12-31
        - revision: {revision}

        The jump is short.


        """;

    private static Snippet Snippet(string records, string today = "2026-06-01") => With(new Snippet(Source), records, today);

    private static Snippet With(Snippet snippet, string records, string today = "2026-06-01") =>
        snippet with { Records = records, BuildProperties = new Dictionary<string, string> { ["CertifyDate"] = today } };

    private static async Task<IReadOnlyList<Diagnostic>> Run(string records) => await Snippet(records).RunAsync(new DeviationRule());
}
