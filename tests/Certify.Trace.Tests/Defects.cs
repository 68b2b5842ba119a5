using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Tests;

/// <summary>For each rule at least one way to break the clean sample, and the only finding that must come of it.</summary>
internal static partial class Defects
{
    /// <summary>A defect: the code and subject that the audit must name, and how the sample is broken.</summary>
    internal sealed record Defect(string Code, string Subject, Action<Sample> Break);

    private const string KeepsTest = "M:Sample.Tests.Properties.Keeps";
    private const string EndsTest = "M:Sample.Tests.Properties.Keeps_at_ends";

    public static IReadOnlyList<Defect> All { get; } = [.. Reading, .. Links, .. Coverage, .. Wording, .. Results, .. Records, .. Runs, .. Reviews, .. Justifications];

    private static Defect Hlr(string code, string subject, string old, string with) =>
        new(code, subject, s => s.Hlr = Replace(s.Hlr, old, with));

    private static Defect Llr(string code, string subject, string old, string with) =>
        new(code, subject, s => s.Llr = Replace(s.Llr, old, with));

    private static Defect[] Reading =>
    [
        Hlr("TRC-002", "requirements/hlr.md", "within 10 m", "within \u202E10 m"),
        Hlr("TRC-002", "requirements/hlr.md", "within 10 m", "within \0 10 m"),
        Hlr("TRC-003", "AB-HLR-001", "The monitor shall hold", "### Detail\n\nThe monitor shall hold"),
        Hlr("TRC-003", "AB-HLR-003", "**Safety feedback:**", "### AB-HLR-009 Lost\n\n**Safety feedback:**"),
        Hlr("TRC-003", "AB-HLR-001", "within 10 m.", "within 10 m.\n-----"),
        Hlr("TRC-003", "AB-HLR-001", "within 10 m.", "within 10 m.\n\n##AB-HLR-009 Lost"),
        Hlr("TRC-004", "AB-HLR-009", "## AB-HLR-002", "## AB-HLR-009 New\n\nText only, and a demand it shall be.\n\n## AB-HLR-002"),
        Hlr("TRC-005", "AB-HLR-001", "- component: A", "- component: A\n- colour: B"),
        Hlr("TRC-005", "AB-HLR-001", "**Rationale:** ten", "**Rational:** ten"),
        Hlr("TRC-005", "AB-HLR-001", "**Rationale:** ten", "**Rationale**: ten"),
        Hlr("TRC-006", "AB-HLR-001", "- component: A", "- component: A\n- component: B"),
        Hlr("TRC-006", "AB-HLR-001", "**Rationale:** ten", "**Rationale:** two\n\n**Rationale:** ten"),
        Hlr("TRC-007", "AB-HLR-001", "- derived: no\n", ""),
        Hlr("TRC-007", "AB-HLR-003", "- parents: none\n", ""),
        Llr("TRC-007", "AB-LLR-001", "- verification: test\n", ""),
        Hlr("TRC-008", "AB-HLR-001", "- derived: no", "- derived: No"),
        Hlr("TRC-008", "AB-HLR-001", "- verification: test", "- verification: demonstration"),
        Hlr("TRC-008", "AB-HLR-001", "- parents: SYS-A-001", "- parents: SYS-A-001, the lamp"),
        new("TRC-008", "AB-PR-001", s => s.ProblemReports = Replace(s.ProblemReports, "open", "perhaps")),
        Hlr("TRC-009", "AB-HLR-001", "The monitor shall hold", "- tier: LLR\n\nThe monitor shall hold"),
        new("TRC-009", "SYS-A-001", s => s.System = Replace(s.System, "- component: A", "- component: A\n- verification: test")),
        Hlr("TRC-010", "AB-HLR-001", "The monitor shall hold the height within 10 m.", ""),
        Hlr("TRC-011", "AB-HLR-001", "within 10 m.", "within 10 m. <!-- not really -->"),
        Llr("TRC-011", "AB-LLR-003", "shall cut the force.", "shall cut the force.\n\n```\nopen"),
        new("TRC-012", "problem-reports/lamp.md", s => s.ProblemReports = "# Problem reports\n\nNone yet.\n"),
        new("TRC-013", "src/Monitor.cs", s => s.Code = Replace(s.Code, "height < target;", "height < target")),
        new("TRC-014", "src/Monitor.cs", s => s.Code = Replace(s.Code, "return height", "// @llr AB-LLR-001\n return height")),
        new("TRC-014", "src/Monitor.cs", s => s.Code = Replace(s.Code, "public int Height;", "// @llr nothing\n public int Height;")),
        new("TRC-014", "src/boot.S", s => s.Assembler += "\n# @llr AB-LLR-003\n"),
        new("TRC-014", "properties/Properties.cs", s => s.Tests += "\n// @verifies AB-LLR-001\ninternal enum NoTest { }\n"),
        Hlr("TRC-015", "requirements/hlr.md", "## AB-HLR-002", "## Overview\n\n## AB-HLR-002"),
        Seen("TRC-016", FindingSeverity.Error),
        Seen("TRC-017", FindingSeverity.Warning),
        Seen("TRC-018", FindingSeverity.Error),
        Seen("TRC-019", FindingSeverity.Error),
    ];

    // What a format's reader found is a finding of the audit.
    private static Defect Seen(string code, FindingSeverity severity) => new(code, "all.csv", s => s.ReadFindings =
        [new AuditFinding(code, severity, "all.csv", "read; hint: read again", new SourcePlace("all.csv", 7))]);

    private static Defect[] Links =>
    [
        Hlr("TRC-101", "AB-HLR-001", "## AB-HLR-002", Between(new Sample().Hlr, "## AB-HLR-001", "## AB-HLR-002") + "## AB-HLR-002"),
        Llr("TRC-102", "AB-LLR-001", "- parents: AB-HLR-001", "- parents: AB-HLR-001, AB-HLR-099"),
        new("TRC-103", "AB-LLR-099", s => s.Code = Replace(s.Code, "[Requirement(\"AB-LLR-001\")]", "[Requirement(\"AB-LLR-001\"), Requirement(\"AB-LLR-099\")]")),
        new("TRC-104", "AB-LLR-099", s => s.Tests = Replace(s.Tests, "[Verifies(\"AB-HLR-001\")]", "[Verifies(\"AB-HLR-001\"), Verifies(\"AB-LLR-099\")]")),
        Hlr("TRC-105", "AB-HLR-001", "- parents: SYS-A-001", "- parents: SYS-A-001, AB-LLR-001"),
        Llr("TRC-106", "AB-LLR-001", "- parents: AB-HLR-001", "- parents: AB-HLR-001, SYS-A-001"),
        Llr("TRC-106", "AB-LLR-002", "- parents: AB-HLR-002", "- parents: AB-HLR-002, AB-LLR-001"),
        new("TRC-107", "AB-HLR-004", AddMislabelled),
        new("TRC-108", "AB-HLR-001", s => s.Code = Replace(s.Code, "[Requirement(\"AB-LLR-001\")]", "[Requirement(\"AB-LLR-001\"), Requirement(\"AB-HLR-001\")]")),
        new("TRC-109", "SYS-A-001", s => s.Tests = Replace(s.Tests, "[Verifies(\"AB-HLR-001\")]", "[Verifies(\"AB-HLR-001\"), Verifies(\"SYS-A-001\")]")),
        new("TRC-110", "M:Imported", s => s.Items = [Sample.Item("AB-LLR-004", ItemTier.Llr, "AB-HLR-003", "deleted"), Sample.CodeOf("AB-LLR-004")]),
        Hlr("TRC-117", "AB-HLR-001", "- parents: SYS-A-001", "- parents: SYS-A-001, SYS-A-001"),
        Llr("TRC-118", "AB-LLR-001", "- parents: AB-HLR-001", "- parents: AB-HLR-001, AB-LLR-001"),
    ];

    private static Defect[] Coverage =>
    [
        Hlr("TRC-201", "AB-HLR-003", "- derived: yes", "- derived: no"),
        new("TRC-202", "SYS-A-009", s => s.System += "\n" + Replace(Between(s.System, "## SYS-A-001", "## SYS-A-002"), "SYS-A-001", "SYS-A-009", "the height", "the speed")),
        Llr("TRC-203", "AB-HLR-003", "- parents: AB-HLR-003", "- parents: AB-HLR-002"),
        new("TRC-204", "AB-LLR-002", s => s.Code = Replace(s.Code, "[Requirement(\"AB-LLR-002\")]", "[Requirement(\"AB-LLR-001\")]")),
        Hlr("TRC-205", "AB-HLR-002", "- verification: review", "- verification: test"),
        Llr("TRC-206", "AB-LLR-002", "- verification: review", "- verification: test"),
        new("TRC-207", "AB-HLR-001", s => s.Tests = Replace(Replace(s.Tests, "[Verifies(\"AB-HLR-001\")]\n", ""), "TestKind.Robustness)]", "TestKind.Robustness)] [Verifies(\"AB-HLR-001\")]")),
        new("TRC-208", "AB-LLR-001", s => s.Tests = Replace(s.Tests, "    [Verifies(\"AB-LLR-001\")]\n    public static object Keeps()", "    public static object Keeps()")),
        new("TRC-209", "M:Sample.Monitor.Extra", s => s.Code = Replace(s.Code, "public int Height;", "public int Height; public static void Extra() { }")),
        new("TRC-209", "T:Sample.Other", s => s.Code += "\ninternal static class Other { public static void One() { } public static int Two => 2; }\n"),
        new("TRC-209", "A:src/boot.S#extra", s => s.Assembler += "\n.globl extra\nextra:\n  ret\n"),
        new("TRC-210", "M:Sample.Tests.Properties.Extra", s => s.Tests = Replace(s.Tests, "public static class Properties\n{", "public static class Properties\n{\n[Property(\"Extra\")] public static object Extra() { return null; }")),
        Hlr("TRC-211", "AB-HLR-003", "**Rationale:** the actuator breaks above.\n", ""),
        Hlr("TRC-212", "AB-HLR-003", "**Safety feedback:** the bound goes to the hazard list.\n", ""),
        Hlr("TRC-213", "AB-HLR-003", "- parents: none", "- parents: SYS-A-001"),
        new("TRC-214", "SYS-A-001", s => s.System = Replace(s.System, "**Source:** FRET LMCPS, A-001\n", "")),
    ];

    private static Defect[] Wording =>
    [
        Hlr("TRC-301", "AB-HLR-001", "shall hold", "holds"),
        Hlr("TRC-302", "AB-HLR-001", "within 10 m.", "within 10 m and shall not drop."),
        Hlr("TRC-303", "AB-HLR-001", "ten metres are enough", "ten metres shall be enough"),
        Hlr("TRC-304", "AB-HLR-001", "within 10 m", "within TBD m"),
        Hlr("TRC-305", "AB-HLR-001", "within 10 m", "within about 10 m"),
        new("TRC-307", "AB-LLR-004", s => s.Items = [Sample.Item("AB-LLR-004", ItemTier.Llr, "AB-HLR-001", text: "It must hold."), Sample.CodeOf("AB-LLR-004")]),
        Hlr("TRC-306", "AB-HLR-002", "The monitor shall light the lamp.", "The monitor SHALL hold the height\nwithin 10 m."),
    ];

    private static Defect[] Results =>
    [
        new("TRC-401", EndsTest, s => s.Results = Sample.Passed(KeepsTest)),
        new("TRC-402", KeepsTest, s => s.Results = With(Sample.Result(KeepsTest, Verdict.TripleFault))),
        new("TRC-402", KeepsTest, s => s.Results = With(Sample.Result(KeepsTest, Verdict.Passed, cases: 0))),
        new("TRC-403", "M:Gone", s => s.Results = With(Sample.Result(KeepsTest, Verdict.Passed), Sample.Result("M:Gone", Verdict.Passed))),
        new("TRC-404", KeepsTest, s => s.Results = With(Sample.Result(KeepsTest, Verdict.Passed, TestSide.Host))),
        new("TRC-405", "results.json", s => (s.Results, s.Image) = (Sample.Passed(KeepsTest, EndsTest), "bb")),
    ];

    private static TestFacts With(params TestResult[] results)
    {
        var passed = Sample.Passed(EndsTest);
        return passed with { Results = [.. passed.Results, .. results] };
    }

    // An item whose id says HLR and whose tier says LLR, complete in all else.
    private static void AddMislabelled(Sample sample)
    {
        var item = Between(sample.Llr, "## AB-LLR-002", "## AB-LLR-003").Replace("AB-LLR-002", "AB-HLR-004", StringComparison.Ordinal);
        sample.Llr += "\n" + Replace(item, "set the lamp bit", "clear the lamp bit");
        sample.Code = Replace(sample.Code, "[Requirement(\"AB-LLR-002\")]", "[Requirement(\"AB-LLR-002\"), Requirement(\"AB-HLR-004\")]");
    }

    /// <summary>Replaces text that must be there exactly once or more; a sample that changed is an error of the test.</summary>
    internal static string Replace(string text, params ReadOnlySpan<string> pairs)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            var at = text.IndexOf(pairs[i], StringComparison.Ordinal);
            if (at < 0) throw new InvalidOperationException($"the sample does not hold '{pairs[i]}'");
            text = text.Remove(at, pairs[i].Length).Insert(at, pairs[i + 1]);
        }
        return text;
    }

    internal static string Between(string text, string from, string to)
    {
        var start = text.IndexOf(from, StringComparison.Ordinal);
        return text[start..text.IndexOf(to, start, StringComparison.Ordinal)];
    }
}
