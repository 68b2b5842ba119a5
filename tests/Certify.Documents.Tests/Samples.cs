using System.Globalization;
using Certify.Facts;

namespace Certify.Documents.Tests;

/// <summary>Hand-made facts about an invented monitor.</summary>
internal static class Samples
{
    public const string Revision = "4f1c2a9be07d66015c8e3b7fa2d9410c5be83a71";
    public static readonly string ImageDigest = Digest('1');
    public static readonly string Manifest = Digest('c');

    public static string Digest(char digit) => new(digit, 64);

    public static FactHeader Header(string schema, string? image = null, ulong? seed = null, params FileDigest[] inputs) =>
        new(schema, "0.1.0", "certify package --level A", Revision, Dirty: false, inputs, seed, image);

    /// <summary>A small project in which everything held.</summary>
    public static DocumentInputs Good() => new(
        Project(), SampleTrace.Create(), Analysis(), Image(), SampleResults.Passing(),
        SampleCoverage.Create(), HostCoverage: null, Objectives(), Manifest, Failed: false, Draft: false)
    {
        Compliance = Compliance(),
        Links =
        [
            new PackageLink("Facts", "trace.json", "facts/trace.json", "requirements, links and audit findings"),
            new PackageLink("Coverage", "Coverage on the target", "coverage/index.html", "statements, decisions and MC/DC with truth tables"),
        ],
    };

    /// <summary>The same project with failures on every stage and a changed work tree.</summary>
    public static DocumentInputs Bad()
    {
        var good = Good();
        return good with
        {
            Tests = SampleResults.Failing(),
            Trace = good.Trace with
            {
                Findings =
                [
                    new AuditFinding("TRC-004", FindingSeverity.Error, "FM-LLR-002", "'FM-LLR-002' has no code. Tag the code that implements it, or delete it.", new SourcePlace("requirements/llr.md", 20)),
                    new AuditFinding("TRC-012", FindingSeverity.Warning, "FM-HLR-003", "'FM-HLR-003' has no robustness case.", new SourcePlace("requirements/hlr.md", 30)),
                ],
            },
            Analysis = good.Analysis! with
            {
                Findings = [new RuleFinding("CFY0101", "'new Object()' creates a heap object. Use a struct or a static.", new SourcePlace("src/Monitor.cs", 12, 9), Suppressed: true)],
            },
            Compliance = good.Compliance! with
            {
                Guidelines = [good.Compliance.Guidelines[0] with { Level = ComplianceLevel.Violations, Reason = "1 finding" }, .. good.Compliance.Guidelines.Skip(1)],
            },
            Failed = true,
            Draft = true,
        };
    }

    /// <summary>Nothing but names: every list is empty and no stage left anything.</summary>
    public static DocumentInputs Empty() => new(
        new ProjectFacts(Header(ProjectFacts.Schema), "Bare", null, null, "A", "", [], [], [], []),
        new TraceFacts(Header(TraceFacts.Schema), "A", [], [], [], []),
        null, null, null, null, null,
        new ObjectiveFacts(Header(ObjectiveFacts.Schema), "A", []), Manifest, Failed: false, Draft: false);

    /// <summary>All stages ran and every list they left is empty.</summary>
    public static DocumentInputs EmptyLists()
    {
        var image = Image() with { Segments = [], Components = [], Symbols = [], Statics = new StaticsFact([], []), Tools = [], Boot = null };
        return Empty() with
        {
            Analysis = new AnalysisFacts(Header(AnalysisFacts.Schema), "5.0.0", "0.1.0", [], [], [], []),
            Image = image,
            Tests = new TestFacts(Header(TestFacts.Schema, ImageDigest), "none", []),
            TargetCoverage = new CoverageFacts(Header(CoverageFacts.Schema), ImageDigest, "target", "masking", [], [], []),
        };
    }

    private static ProjectFacts Project() => new(
        Header(ProjectFacts.Schema, inputs: new FileDigest("certify.yaml", Digest('a'))),
        "FlightMonitor", "FM-1000-01", null, "A",
        "Watches three redundant sensors, selects the middle value and tells the autopilot to disengage on a fault.\n\nIt steps at 100 Hz on a cyclic executive:\n\n- sensors are read,\n- the monitor votes,\n- `Outputs` are written.",
        [new ComponentText("TSM", "Triplex signal monitor: compares three channels and latches a miscompare that persists."),
         new ComponentText("FSM", "Autopilot and sensor state machines with pull-up.")],
        [new RevisionFact("2026-01-14", Revision, "N. Author", "Latch the miscompare after three frames"),
         new RevisionFact("2026-01-10", Digest('b')[..40], "N. Author", "First triplex monitor")],
        [new ProblemReportFact("FM-PR-001", "Two published versions of a requirement conflict", "Version 2 and version 3 ask for different priorities.\n\nVersion 3 is taken.", "open", "none: the stricter one is implemented", new SourcePlace("problem-reports/priority.md", 1))],
        [new BudgetFact("Image size", 102400, "byte", 61440, "Fits the boot memory."), new BudgetFact("Stack", 16384, "byte", null, "Guard page below it.")]);

    private static AnalysisFacts Analysis() => new(
        Header(AnalysisFacts.Schema, inputs: new FileDigest("src/Monitor.cs", Digest('5'))), "5.0.0", "0.1.0",
        [new AnalysedCompilation("host", "application", "", ["NET"], [new FileDigest("src/Monitor.cs", Digest('5'))], true, PdbMatch.Same),
         new AnalysedCompilation("target", "application", "", ["CERTIFY_TARGET"], [new FileDigest("src/Monitor.cs", Digest('5'))], true, PdbMatch.Same)],
        [new RuleFact("CFY0101", "No heap objects", "memory", "mandatory", "source", ["application"], 0, 0, 0, 0), new RuleFact("CFY0401", "No direct recursion", "control flow", "required", "source", ["application"], 0, 0, 1, 2), new RuleFact("CFY0501", "Numbers have names", "numeric", "advisory", "source", ["application"], 0, 1, 0, 0)],
        [
            new RuleFinding("CFY0401", "'Walk' calls itself. Use a loop.", new SourcePlace("src/Monitor.cs", 30, 5), FindingVerdict.Deviated, "DEV-001"),
            new RuleFinding("CFY0401", "'a[i]' may lie outside. Bound the index.", new SourcePlace("src/Monitor.cs", 40, 9), FindingVerdict.CheckedAtRunTime, Check: "index"),
            new RuleFinding("CFY0401", "'a[j]' may lie outside. Bound the index.", new SourcePlace("src/Monitor.cs", 40, 14), FindingVerdict.CheckedAtRunTime, Check: "index"),
            new RuleFinding("CFY0501", "'42' has no name. Give it one.", new SourcePlace("src/Monitor.cs", 50, 1), FindingVerdict.Advisory),
        ],
        [
            new DeviationFact("DEV-001", "The walk is bounded", "CFY0401", "src/Monitor.cs Walk", "The tree has `4` levels.", "N. Author", "2027-12-31", Digest('9'), "deviations/DEV-001.md", 1, DeviationStatus.InUse),
            new DeviationFact("DEV-002", "Left over", "CFY0101", "src/Gone.cs", "None.", "N. Author", "2027-12-31", Digest('9'), "deviations/DEV-002.md", 0, DeviationStatus.Unused),
        ]);

    private static ComplianceFacts Compliance() => new(
        Header(ComplianceFacts.Schema, inputs: new FileDigest("src/Monitor.cs", Digest('5'))), [],
        [
            new GuidelineFact("CFY0101", "SCS-MEM-001", "No heap objects", "memory", "mandatory", "source", ["application"], ComplianceLevel.Compliant, "nothing found", 0, "What `native` code allocates."),
            new GuidelineFact("CFY0401", "", "No direct recursion", "control flow", "required", "source", ["application"], ComplianceLevel.Deviations, "1 finding under a deviation record", 2, "Calls through:\n\n- function pointers,\n- the hardware."),
            new GuidelineFact("CFY0501", "", "Numbers have names", "numeric", "advisory", "source", ["application"], ComplianceLevel.Violations, "1 suggestion of an advisory rule", 0, "Nothing known."),
            new GuidelineFact("CFY0901", "", "The deepest stack fits", "resources", "mandatory", "image", ["application"], ComplianceLevel.NotDecided, "the analysis of the linked image decides it", 0, ""),
        ]);

    private static ImageFacts Image() => new(
        Header(ImageFacts.Schema, ImageDigest, null, new FileDigest("src/Monitor.cs", Digest('5')), new FileDigest("unikernel/Platform/X64/boot.S", Digest('6'))),
        "FlightMonitor", new FileDigest("image/FlightMonitor.elf", ImageDigest), 61440,
        [new SegmentFact(".text", 0x101000, 40960, "r-x", "user"), new SegmentFact(".data", 0x110000, 20480, "rw-", "user")],
        [new ComponentFact("FlightMonitor", 14, 8200, 256), new ComponentFact("Kernel", 22, 9000, 4096)],
        [new SymbolFact("FlightMonitor_TriplexMonitor__Step", "FlightMonitor", 0x101200, 512, true, new SourcePlace("src/Monitor.cs", 10), null),
         new SymbolFact("RhpThunk", "Compiler", 0x101800, 16, true, null, "compiler helper"),
         new SymbolFact("s_state", "FlightMonitor", 0x110000, 128, false, null, null)],
        new StaticsFact(["FlightMonitor.Tables"], []),
        [new ToolFact("ILC", "10.0.14", Digest('7'), "compiles IL to object code"), new ToolFact("QEMU", "7.2.15", null, "simulates the target")],
        new BootFact(17, 4));

    private static ObjectiveFacts Objectives() => new(
        Header(ObjectiveFacts.Schema), "A",
        [
            new ObjectiveFact("A-1", 1, "Plans say which activities are carried out", "4.1.a", false, ObjectiveStatus.WaitingForPerson, "No plan is part of the package.", [], "The five plans, reviewed."),
            new ObjectiveFact("A-2", 1, "System requirements are turned into high-level requirements", "5.1.1.a", false, ObjectiveStatus.MetByEvidence, "3 HLR cover 2 system requirements.", ["documents/FM-SRD.docx"], null),
            new ObjectiveFact("A-5", 8, "Parameter data files are correct", "6.6.a", true, ObjectiveStatus.NotApplicable, "There is no parameter data.", [], null),
            new ObjectiveFact("A-7", 5, "Tests reach MC/DC", "6.4.4.c", true, ObjectiveStatus.NotMet, "1 condition is open.", ["documents/FM-SVR.docx"], null),
            new ObjectiveFact("A-10", 1, "Applicant and authority communicate", "9.a", false, ObjectiveStatus.WaitingForPerson, "Only people can.", [], "Minutes of the meetings."),
        ]);

    public static string Number(int value, int digits) => value.ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
}
