using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Tests;

/// <summary>Defects in records beside the requirements: design, hazards, results, reviews, justifications.</summary>
internal static partial class Defects
{
    private static string None => new('0', 64);

    private static Defect Items(string code, string subject, params TraceItem[] items) => new(code, subject, s => s.Items = items);

    private static TraceItem Record(string id, ItemTier tier, params TraceLink[] links) => Record(id, tier, null, links);

    private static TraceItem Record(string id, ItemTier tier, string? revision, params TraceLink[] links) =>
        new() { Id = id, Tier = tier, Place = new SourcePlace("all.csv", 3), Revision = revision, Links = links };

    private static TraceItem Design(string? revision = null) => Record("D1", ItemTier.Design, revision, new TraceLink(LinkRole.Implements, "AB-LLR-001"));

    private static TraceItem Case(string id, params TraceLink[] more) => Record(id, ItemTier.TestCase, [new(LinkRole.Verifies, "AB-HLR-001"), .. more]);

    private static TraceItem Result(string id, string verdict, TraceLink link, string? image = null, string? log = null) => new()
    {
        Id = id, Tier = ItemTier.Result, Place = new SourcePlace("junit.xml", 3), Links = [link], Outcome = new ItemOutcome(verdict, verdict == "passed", image, log),
    };

    private static TraceLink Of(string test, string? print = null) => new(LinkRole.ResultOf, test, TargetFingerprint: print);

    private static Defect With(string code, string subject, ProjectSettings settings, params TraceItem[] items) =>
        new(code, subject, s => (s.Settings, s.Items) = (settings, items));

    private static AttributeSetting Attribute(string name, bool required, params string[] values) => new(name, [ItemTier.Design], required, values, null);

    private static Defect[] Records =>
    [
        Items("TRC-111", "T1", Case("T1", new TraceLink(LinkRole.Implements, "AB-LLR-001"))),
        Items("TRC-111", "P1", Design(), Record("P1", ItemTier.ProblemReport, new TraceLink(LinkRole.Verifies, "D1"))),
        Items("TRC-112", "P1", Design("1"), Design("2"), Record("P1", ItemTier.ProblemReport, new TraceLink(LinkRole.Affects, "D1"))),
        Items("TRC-113", "P1", Design("1.10"), Record("P1", ItemTier.ProblemReport, new TraceLink(LinkRole.Affects, "D1", "1.9"))),
        Items("TRC-114", "P1", Design("1.10"), Record("P1", ItemTier.ProblemReport, new TraceLink(LinkRole.Affects, "D1", "2"))),
        Items("TRC-114", "P1", Design(), Record("P1", ItemTier.ProblemReport, new TraceLink(LinkRole.Affects, "D1", "2"))),
        Items("TRC-115", "P1", Design(), Record("P1", ItemTier.ProblemReport, new TraceLink(LinkRole.Affects, "D1", null, None))),
        With("TRC-116", "AB-LLR-004", new ProjectSettings { IdsWithoutGaps = ["AB-LLR"] }, Sample.Item("AB-LLR-006", ItemTier.Llr, "AB-HLR-001"), Sample.CodeOf("AB-LLR-006")),
        With("TRC-120", "D1", new ProjectSettings { Attributes = [Attribute("owner", true)] }, Design()),
        With("TRC-120", "D1", new ProjectSettings { Attributes = [Attribute("asil", true, "A")] }, Design()),
        With("TRC-121", "D1", new ProjectSettings { Attributes = [Attribute("revision", true, "A", "B")] }, Design("C")),
        With("TRC-121", "D1", new ProjectSettings { Attributes = [Attribute("revision", false) with { Pattern = new(@"\A(?:[0-9]+)\z") }] }, Design("C")),
        With("TRC-122", "AB-LLR-004", new ProjectSettings { Attributes = [Attribute("asil", false)] }, WithAttribute(Sample.Item("AB-LLR-004", ItemTier.Llr, "AB-HLR-001")), Sample.CodeOf("AB-LLR-004")),
        new("TRC-215", "AB-HLR-003", s =>
        {
            s.Settings = new ProjectSettings { Rules = new Dictionary<string, RuleSwitch> { ["TRC-215"] = new(FindingSeverity.Warning, "wanted") } };
            s.Assembler = Replace(s.Assembler, "AB-LLR-003", "AB-LLR-001");
            s.Justifications = Justified("TRC-204", "AB-LLR-003");
        }),
        With("TRC-216", "AB-LLR-003", new ProjectSettings { Needs = new Dictionary<ItemTier, IReadOnlyList<ItemTier>> { [ItemTier.Llr] = [ItemTier.Design] } },
            Record("D1", ItemTier.Design, new TraceLink(LinkRole.Implements, "AB-LLR-001"), new TraceLink(LinkRole.Implements, "AB-LLR-002"))),
        Items("TRC-217", "T2", Case("T1"), Case("T2"), Record("P1", ItemTier.TestProcedure, new TraceLink(LinkRole.Executes, "T1"))),
        Items("TRC-217", "P1", Record("P1", ItemTier.TestProcedure)),
        Items("TRC-218", "H1", Record("H1", ItemTier.Hazard)),
        Items("TRC-219", "A1", Record("A1", ItemTier.Assumption)),
        Items("TRC-220", "D1", Record("D1", ItemTier.Design)),
        Items("TRC-209", "c.c#f", Record("c.c#f", ItemTier.Code)),
        Items("TRC-210", "T1", Record("T1", ItemTier.TestCase)),
    ];

    private static TraceItem WithAttribute(TraceItem item) => new()
    {
        Id = item.Id, Tier = item.Tier, Place = item.Place, Title = item.Title, Text = item.Text, Verification = item.Verification, Links = item.Links, Attributes = [new ItemAttribute("colour", "red")],
    };

    private static Defect[] Runs =>
    [
        Items("TRC-401", "T2", Case("T1"), Case("T2"), Result("R1", "passed", Of("T1"))),
        Items("TRC-402", "R1", Case("T1"), Result("R1", "failed", Of("T1"))),
        Items("TRC-402", "R1", Case("T1"), new TraceItem { Id = "R1", Tier = ItemTier.Result, Place = new SourcePlace("j", 1), Links = [Of("T1")] }),
        Items("TRC-403", "T9", Case("T1"), Result("R1", "passed", Of("T1")), Result("R2", "passed", Of("T9"))),
        Items("TRC-406", "R2", Case("T1"), Result("R1", "passed", Of("T1")), Result("R2", "passed", new TraceLink(LinkRole.Verifies, "AB-HLR-001", TargetFingerprint: None))),
        Items("TRC-407", "R1", Case("T1"), Result("R1", "passed", Of("T1", None))),
        new("TRC-408", "R1", s => (s.Image, s.Items) = ("aa", [Case("T1"), Result("R1", "passed", Of("T1"), image: "bb")])),
        new("TRC-409", "R1", s => (s.Logs, s.Items) = (new HashSet<string> { "aa" }, [Case("T1"), Result("R1", "passed", Of("T1"), log: "bb")])),
        Items("TRC-402", "T1", new TraceItem { Id = "T1", Tier = ItemTier.TestCase, Place = new SourcePlace("j", 1), Links = [new(LinkRole.Verifies, "AB-HLR-001")], Outcome = new("failed", false) }),
        Items("TRC-410", "R1", Case("T1"), Result("R1", "skipped", Of("T1"))),
    ];

    private static bool Is(TraceItem record, string id) => record.Links[0].Target == id;

    private static TraceItem Changed(TraceItem record, string verdict = "passed", bool dated = true) => new()
    {
        Id = record.Id, Tier = record.Tier, Place = record.Place, Title = record.Title, Author = record.Author, Links = record.Links,
        Outcome = new ItemOutcome(verdict, verdict == "passed"), Attributes = dated ? record.Attributes : [],
    };

    private static Defect[] Reviews =>
    [
        new("TRC-501", "AB-LLR-002", s => s.Review(r => Is(r, "AB-LLR-002") ? null : r)),
        new("TRC-502", "AB-LLR-001", s => { s.Review(); s.Llr = Replace(s.Llr, "compare the height", "compare the lower height"); }),
        new("TRC-115", "AB-HLR-001", s => { s.Review(); s.System = Replace(s.System, "shall keep the height", "shall keep that height"); }),
        new("TRC-503", "AB-HLR-001", s => { s.Hlr = Replace(s.Hlr, "- component: A", "- component: A\n- author: Grace"); s.Review(); }),
        new("TRC-504", "AB-HLR-002", s => s.Review(r => Is(r, "AB-HLR-002") ? Changed(r, "failed") : r)),
        new("TRC-505", "REV-0001", s => s.Review(r => r.Id == "REV-0001" ? Changed(r, dated: false) : r)),
        new("TRC-102", "REV-0009", s =>
        {
            s.Review();
            s.Items = [new TraceItem { Id = "REV-0009", Tier = ItemTier.Review, Place = new SourcePlace("x", 1), Author = "Ada", Outcome = new("passed", true), Links = [new(LinkRole.Reviews, "AB-HLR-099")], Attributes = [new("date", "2026-05-02")] }];
        }),
    ];

    private static string Justified(string rule, string items, string expires = "2026-12-31", string approver = "Ada") =>
        $"justifications:\n  - id: J-1\n    rule: {rule}\n    items: [{items}]\n    rationale: known\n    approver: {approver}\n    expires: {expires}\n";

    private static Defect[] Justifications =>
    [
        new("TRC-601", "J-1", s => s.Justifications = Justified("TRC-305", "AB-HLR-001", "2026-05-31")),
        new("TRC-602", "J-1", s => s.Justifications = Justified("TRC-305", "AB-HLR-001")),
        new("TRC-603", "J-1", s => s.Justifications = Justified("TRC-305", $"'AB-HLR-001 (sha256:{None})'")),
        new("TRC-603", "J-1", s => s.Justifications = Justified("TRC-305", $"'AB-HLR-099 (sha256:{None})'")),
        new("TRC-604", "J-1", s => s.Justifications = Justified("TRC-999", "AB-HLR-001")),
        new("TRC-604", "J-1", s => s.Justifications = Justified("TRC-305", "AB-HLR-001", "soon")),
        new("TRC-604", "J-1", s => s.Justifications = Justified("TRC-305", "AB-HLR-001") + "    colour: red\n"),
        new("TRC-604", "justifications.yaml", s => s.Justifications = "justifications: [&a x, *a]\n"),
        new("TRC-605", "J-1", s => s.Justifications = Justified("TRC-305", "AB-HLR-*")),
        new("TRC-605", "J-1", s => s.Justifications = Justified("TRC-305", string.Join(", ", Enumerable.Range(1, 21).Select(i => $"AB-HLR-{i:D3}")))),
    ];
}
