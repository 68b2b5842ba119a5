using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;
using Certify.Trace.Reading;

namespace Certify.Trace.Tests;

/// <summary>A small clean project: two system items, three HLRs, three LLRs, code in C# and assembler, tests.</summary>
internal sealed class Sample
{
    public const string Annotations = """
        namespace Certify
        {
            internal sealed class RequirementAttribute : System.Attribute { public RequirementAttribute(string id) { } }
        }
        """;

    public const string Testing = """
        namespace Certify.Testing
        {
            public enum TestKind { NormalRange, Robustness }
            public sealed class PropertyAttribute : System.Attribute { public PropertyAttribute(string title) { } public TestKind Kind { get; set; } }
            public sealed class VerifiesAttribute : System.Attribute { public VerifiesAttribute(string id) { } }
        }
        """;

    public string System { get; set; } = """
        # System items

        ## SYS-A-001 Keep height

        - tier: system
        - component: A

        The monitor shall keep the height.

        **Source:** FRET LMCPS, A-001

        ## SYS-A-002 Tell the pilot

        - tier: system
        - component: A

        The monitor shall tell the pilot.

        **Source:** FRET LMCPS, A-002

        """;

    public string Hlr { get; set; } = """
        # High-level requirements

        Prose in front.

        ## AB-HLR-001 Height is kept

        - tier: HLR
        - component: A
        - parents: SYS-A-001
        - derived: no
        - verification: test

        The monitor shall hold the height within 10 m.

        **Rationale:** ten metres are enough.

        ## AB-HLR-002 Pilot is told

        - tier: HLR
        - component: A
        - parents: SYS-A-002
        - derived: no
        - verification: review

        The monitor shall light the lamp.

        ## AB-HLR-003 Limits hold

        - tier: HLR
        - component: A
        - parents: none
        - derived: yes
        - verification: analysis

        The monitor shall bound its output by 5 N.

        **Rationale:** the actuator breaks above.

        **Safety feedback:** the bound goes to the hazard list.

        """;

    public string Llr { get; set; } = """
        # Low-level requirements

        ## AB-LLR-001 Comparison

        - tier: LLR
        - component: A
        - parents: AB-HLR-001
        - derived: no
        - verification: test

        `Keep` shall compare the height with the target.

        ## AB-LLR-002 Lamp

        - tier: LLR
        - component: A
        - parents: AB-HLR-002
        - derived: no
        - verification: review

        `Tell` shall set the lamp bit.

        ## AB-LLR-003 Bound

        - tier: LLR
        - component: A
        - parents: AB-HLR-003
        - derived: no
        - verification: analysis

        The label `bound` shall cut the force.

        """;

    public string Code { get; set; } = """
        namespace Sample;

        using Certify;

        internal struct Monitor
        {
            public int Height;

            [Requirement("AB-LLR-001")]
            public static bool Keep(int height, int target) { return height < target; }

            [Requirement("AB-LLR-002")]
            public static int Tell() => 1;
        }
        """;

    public string Assembler { get; set; } = """
        # Start.
        .globl bound
        # @llr AB-LLR-003
        bound:
            ret
        """;

    public string Tests { get; set; } = """
        namespace Sample.Tests;

        using Certify.Testing;

        public static class Properties
        {
            [Property("Height is kept", Kind = TestKind.NormalRange)]
            [Verifies("AB-HLR-001")]
            [Verifies("AB-LLR-001")]
            public static object Keeps() { return null; }

            [Property("Height is kept at the ends", Kind = TestKind.Robustness)]
            [Verifies("AB-LLR-001")]
            public static object Keeps_at_ends() { return null; }
        }
        """;

    public string ProblemReports { get; set; } = """
        # Problem reports

        ## AB-PR-001 Lamp flickers

        - status: open
        - safety-impact: none

        The lamp flickers at start.
        """;

    public string Level { get; set; } = "A";

    public TestFacts? Results { get; set; }

    public string? Image { get; set; }

    public IReadOnlyList<TraceItem> Items { get; set; } = [];

    public IReadOnlyList<AuditFinding> ReadFindings { get; set; } = [];

    public ProjectSettings Settings { get; set; } = ProjectSettings.Default;

    public IReadOnlyList<InputFile>? Reviews { get; set; }

    public string? Justifications { get; set; }

    public IReadOnlySet<string>? Logs { get; set; }

    /// <summary>Records reviews of every HLR and LLR as the sample is now, in a file of their own.</summary>
    public void Review(Func<TraceItem, TraceItem?>? change = null)
    {
        var set = TraceAudit.Audit(Inputs()).Set;
        var records = new List<TraceItem>();
        for (var i = 0; i < set.Count; i++)
        {
            if (set[i].Tier is not (ItemTier.Hlr or ItemTier.Llr)) continue;
            var record = ReviewRecord.Create(set, i, $"REV-{records.Count + 1:D4}", "Grace", new DateOnly(2026, 5, 1), "passed", "", "reviews/all.md");
            if ((change is null ? record : change(record)) is { } kept) records.Add(kept);
        }
        Reviews = [new InputFile("reviews/all.md", MarkdownWriter.Write(records, "Reviews"))];
    }

    /// <summary>A requirement as another tool's reader gives it, by review.</summary>
    public static TraceItem Item(string id, ItemTier tier, string parent, string? status = null, string? text = null) => new()
    {
        Id = id, Tier = tier, Place = new SourcePlace("all.csv", 2), Title = id, Text = text ?? $"It shall be `{id}`.", Status = status,
        Verification = [VerificationMethod.Review], Links = [new TraceLink(LinkRole.Satisfies, parent)],
    };

    /// <summary>Code of another language that implements a requirement.</summary>
    public static TraceItem CodeOf(string id) => new()
    {
        Id = "M:Imported", Tier = ItemTier.Code, Place = new SourcePlace("x.c", 3), Links = [new TraceLink(LinkRole.Implements, id)],
    };

    public static FactHeader Header { get; } = new("", "0.1.0", "certify trace audit", "unversioned", false, []);

    /// <summary>The sample's inputs.</summary>
    public TraceInputs Inputs() => new()
    {
        Origin = Header,
        Level = Level,
        Requirements =
        [
            InputFile.FromText("requirements/system/a.md", System),
            InputFile.FromText("requirements/hlr.md", Hlr),
            InputFile.FromText("requirements/llr.md", Llr),
        ],
        Sources =
        [
            new SourceSet("code", SourceRole.Code, true, [], [InputFile.FromText("src/Annotations.cs", Annotations), InputFile.FromText("src/Monitor.cs", Code)], []),
            new SourceSet("tests", SourceRole.Properties, true, [], [InputFile.FromText("src/Testing.cs", Testing), InputFile.FromText("properties/Properties.cs", Tests)], []),
        ],
        Assembler = [InputFile.FromText("src/boot.S", Assembler)],
        ProblemReports = [InputFile.FromText("problem-reports/lamp.md", ProblemReports)],
        Items = Items,
        ReadFindings = ReadFindings,
        Settings = Settings,
        Reviews = Reviews,
        Justifications = Justifications is null ? [] : [InputFile.FromText("justifications.yaml", Justifications)],
        Day = new DateOnly(2026, 6, 1),
        Logs = Logs,
        Results = Results,
        ImageSha256 = Image,
    };

    /// <summary>Audits the sample.</summary>
    public TraceFacts Audit() => TraceAudit.Run(Inputs());

    /// <summary>Codes and subjects of all findings, as "TRC-101 AB-HLR-001".</summary>
    public IReadOnlyList<string> Found() => [.. Audit().Findings.Select(f => $"{f.Code} {f.Subject}")];

    /// <summary>Results in which every property passed on the target.</summary>
    public static TestFacts Passed(params string[] tests) => new(
        Header with { ImageSha256 = "aa" }, "layout",
        [.. tests.Select(t => Result(t, Verdict.Passed))]);

    /// <summary>One result on the target.</summary>
    public static TestResult Result(string test, Verdict verdict, TestSide side = TestSide.Target, int cases = 100) =>
        new(test, side, verdict, cases, cases, 1, [], null, null, null, null, "00", null);
}
