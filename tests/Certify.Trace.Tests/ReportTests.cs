using System.Text;
using System.Text.Json;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;
using Certify.Trace.Reports;

namespace Certify.Trace.Tests;

public class ReportTests
{
    private static Sample Broken()
    {
        var sample = new Sample { Results = Sample.Passed("M:Sample.Tests.Properties.Keeps") };
        sample.Hlr = Defects.Replace(sample.Hlr, "Height is kept", "<script>alert(\"&\")</script>", "- parents: SYS-A-001", "- parents: SYS-A-009");
        return sample;
    }

    // @verifies CFY-LLR-017
    [Fact]
    public void Text_report_is_sorted_compiler_form()
    {
        Assert.Equal(
            """
            Certify 0.1.0 trace audit, level A, revision unversioned
            command: certify trace audit
            properties/Properties.cs:14:26: error TRC-401: M:Sample.Tests.Properties.Keeps_at_ends has no result; hint: run it
            requirements/hlr.md:9: error TRC-102: parent 'SYS-A-009' of AB-HLR-001 does not exist; hint: correct the id, or restore the parent
            requirements/system/a.md:3: error TRC-202: system item SYS-A-001 has no HLR; hint: write one with the parent 'SYS-A-001'
            2 system items, 3 HLRs, 3 LLRs, 7 code symbols, 2 tests
            3 errors, 0 warnings

            """,
            TextReport.Write(Broken().Audit()));
    }

    // @verifies CFY-LLR-019
    [Fact]
    public void Page_escapes_text_from_inputs()
    {
        var sample = Broken();
        var page = MatrixPage.Write(sample.Audit(), sample.Results);
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(&quot;&amp;&quot;)&lt;/script&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.Contains("target: passed, 100 cases", page, StringComparison.Ordinal);
    }

    // @verifies CFY-LLR-019
    [Fact]
    public void Page_holds_every_requirement_once_as_an_anchor()
    {
        var facts = new Sample().Audit();
        var page = MatrixPage.Write(facts);
        Assert.All(facts.Requirements, r => Assert.Equal(2, page.Split($"id=\"r-{r.Id}\"").Length));
    }

    [Fact]
    public void Sarif_names_every_finding()
    {
        var facts = Broken().Audit();
        using var sarif = JsonDocument.Parse(SarifReport.Write(facts));
        var run = sarif.RootElement.GetProperty("runs")[0];
        Assert.Equal(facts.Findings.Select(f => f.Code), run.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("ruleId").GetString()));
        Assert.Equal(AuditRules.All.Count, run.GetProperty("tool").GetProperty("driver").GetProperty("rules").GetArrayLength());
    }

    // @verifies CFY-LLR-388
    [Fact]
    public void Reports_of_very_many_findings_are_whole()
    {
        var facts = Broken().Audit();
        AuditFinding[] many = [.. Enumerable.Range(1, 3000).Select(i => facts.Findings[0] with { Message = $"message {i}" })];
        using var sarif = JsonDocument.Parse(SarifReport.Write(facts with { Findings = many }));
        var results = sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Select(r => r.GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(many.Select(f => f.Message), results);
        Assert.Equal(many, FactJson.Read<TraceFacts>(FactJson.Write(facts with { Findings = many }), "x").Findings);
        var lines = AuditText.Write("set", "A", [], many, [], Ink.Bare).Split('\n');
        Assert.Equal(many.Select(f => AuditText.Finding(f, Ink.Bare)), lines.Take(many.Length));
        Assert.Equal($"  {many[0].Code}   3000  {AuditRules.Get(many[0].Code).Title}", lines[many.Length]);
    }

    // @verifies CFY-HLR-014, CFY-LLR-018
    [Fact]
    public void Matrices_lead_both_ways_and_name_each_gap()
    {
        var sample = new Sample { Results = Sample.Passed("M:Sample.Tests.Properties.Keeps") };
        var tables = TraceMatrix.Create(sample.Audit(), sample.Results).Tables;
        Assert.Equal(["SYS-A-001: AB-HLR-001", "SYS-A-002: AB-HLR-002"], Rows(tables[0].Forward));
        Assert.Equal(["AB-HLR-001: SYS-A-001", "AB-HLR-002: SYS-A-002", "AB-HLR-003: derived"], Rows(tables[0].Backward));
        Assert.Equal(["AB-HLR-001: AB-LLR-001", "AB-HLR-002: AB-LLR-002", "AB-HLR-003: AB-LLR-003"], Rows(tables[1].Forward));
        Assert.Contains("AB-LLR-003: A:src/boot.S#bound", Rows(tables[2].Forward));
        Assert.Contains("M:Sample.Monitor.Tell: AB-LLR-002", Rows(tables[2].Backward));
        Assert.Contains("AB-HLR-002: by review", Rows(tables[3].Forward));
        Assert.Contains("M:Sample.Tests.Properties.Keeps: AB-HLR-001 AB-LLR-001", Rows(tables[3].Backward));
        Assert.Equal(["M:Sample.Tests.Properties.Keeps: target: passed, 100 cases", "M:Sample.Tests.Properties.Keeps_at_ends: no result"], Rows(tables[4].Forward));
    }

    private static IEnumerable<string> Rows(IEnumerable<MatrixRow> rows) =>
        rows.Select(r => $"{r.Id}: {r.Gap ?? string.Join(' ', r.To)}");

    // @verifies CFY-HLR-010, CFY-LLR-016
    [Fact]
    public void Two_runs_and_any_order_of_files_give_equal_bytes()
    {
        var set = new GeneratedSet();
        set.Items[40]["parents"] = "GS-HLR-077";
        set.Items.Add(new(set.Items[99]));
        var inputs = set.Inputs();
        var expected = Bytes(inputs);
        Assert.Equal(expected, Bytes(set.Inputs()));
        var random = new Random(7);
        for (var i = 0; i < 5; i++)
        {
            var shuffled = inputs.Requirements.ToArray();
            random.Shuffle(shuffled);
            var sets = inputs.Sources.ToArray();
            random.Shuffle(sets);
            Assert.Equal(expected, Bytes(inputs with { Requirements = shuffled, Sources = sets }));
        }
    }

    private static byte[] Bytes(TraceInputs inputs)
    {
        var facts = TraceAudit.Run(inputs);
        return
        [
            .. FactJson.Write(facts), .. Encoding.UTF8.GetBytes(TextReport.Write(facts)),
            .. Encoding.UTF8.GetBytes(MatrixPage.Write(facts)), .. SarifReport.Write(facts),
        ];
    }

    // @verifies CFY-HLR-001
    [Fact]
    public void Facts_survive_their_file()
    {
        var facts = Broken().Audit();
        var bytes = FactJson.Write(facts);
        Assert.Equal(bytes, FactJson.Write(FactJson.Read<TraceFacts>(bytes, "trace.json")));
    }
}
