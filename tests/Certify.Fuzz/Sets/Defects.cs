using Certify.Facts;
using Certify.Trace.Model;
using static Certify.Trace.Model.ItemTier;

namespace Certify.Fuzz.Sets;

/// <summary>Every kind of defect that an audit must find in a set of items, one line each.</summary>
public static class Defects
{
    /// <summary>All kinds, by code.</summary>
    public static IReadOnlyList<Defect> All { get; } =
    [
        new("TRC-101", "an id given twice", s => s.Add(s.Items[s.Take(Hlr)].With(text: $"The software shall set output {s.Fresh()} to 2 within 10 ms."))),
        new("TRC-102", "a parent that does not exist", s => s.Change(s.Take(Llr), i => i.Linked(LinkRole.Satisfies, "GONE-HLR-001"))),
        new("TRC-103", "code for a requirement that does not exist", s => To(s, Code, LinkRole.Implements, $"GONE-LLR-{s.Fresh()}")),
        new("TRC-104", "a test of a requirement that does not exist", s => To(s, TestCase, LinkRole.Verifies, $"GONE-LLR-{s.Fresh()}")),
        new("TRC-106", "a parent two tiers up", s => s.Change(s.Take(Llr), i => i.Linked(LinkRole.Satisfies, s.Target(ItemTier.System)))),
        new("TRC-108", "code for an HLR", s => To(s, Code, LinkRole.Implements, s.Target(Hlr))),
        new("TRC-109", "a test of a system item", s => To(s, TestCase, LinkRole.Verifies, s.Target(ItemTier.System))),
        new("TRC-110", "a link to a deleted item", DeletedParent),
        new("TRC-105", "requirements that are their own ancestors", Cycle),
        new("TRC-113", "a link to an older revision", s => Revised(s, "2", "1")),
        new("TRC-114", "a link to a revision to come", s => Revised(s, "1", "2")),
        new("TRC-115", "a parent that has changed since it was linked", s => s.Change(s.Take(Llr), i => i.With(links: [i.Links[0] with { TargetFingerprint = new string('0', 64) }, .. i.Links.Skip(1)]))),
        new("TRC-117", "a link given twice", s => s.Change(s.Take(TestCase), i => i.With(links: [.. i.Links, i.Links[0]]))),
        new("TRC-118", "a link to itself", s => s.Change(s.Take(Llr), i => i.Linked(LinkRole.DependsOn, i.Id))),
        new("TRC-201", "a requirement without parent", s => Covered(s, s.Requirement(Llr))),
        new("TRC-202", "a system item without HLR", s => s.Add(s.Requirement(ItemTier.System))),
        new("TRC-203", "an HLR without LLR", s => Tested(s, s.Requirement(Hlr, s.Target(ItemTier.System)))),
        new("TRC-204", "an LLR without code", s => Tested(s, s.Requirement(Llr, s.Target(Hlr)))),
        new("TRC-205", "an HLR without test", UntestedHlr),
        new("TRC-206", "an LLR without test", s => Coded(s, s.Requirement(Llr, s.Target(Hlr)))),
        new("TRC-207", "an HLR with robustness tests only", s => Robust(s, UntestedHlr(s))),
        new("TRC-208", "an LLR with robustness tests only", s => Robust(s, Coded(s, s.Requirement(Llr, s.Target(Hlr))))),
        new("TRC-209", "code without requirement", s => s.Add(s.Code())),
        new("TRC-210", "a test without requirement", s => { var test = s.Test(TestKind.NormalRange); s.Add(s.Result(test.Id)); return s.Add(test); }),
        new("TRC-211", "derived without rationale", s => Covered(s, s.Requirement(Llr).With(derived: true, feedback: "No failure condition is affected."))),
        new("TRC-212", "derived without safety feedback", s => Covered(s, s.Requirement(Llr).With(derived: true, rationale: "The processor needs it."))),
        new("TRC-213", "derived with a parent", s => Covered(s, s.Requirement(Llr, s.Target(Hlr)).With(derived: true, rationale: "The processor needs it.", feedback: "No failure condition is affected."))),
        new("TRC-214", "a system item without source", s => s.Change(s.Take(ItemTier.System), i => i.With(noSource: true))),
        new("TRC-218", "a hazard that nothing mitigates", s => s.Add(s.Other(Hazard))),
        new("TRC-219", "an assumption that nothing rests on", s => s.Add(s.Other(Assumption))),
        new("TRC-220", "a design element without requirement", s => s.Add(s.Other(Design))),
        new("TRC-301", "no demand", s => s.Change(s.Take(Hlr), i => i.With(text: $"Output {s.Fresh()} is set to 1 within 10 ms."))),
        new("TRC-302", "two demands", s => s.Change(s.Take(Llr), i => i.With(text: $"The function shall set output {s.Fresh()} to 1 and shall clear output 2."))),
        new("TRC-303", "a demand in the rationale", s => s.Change(s.Take(Llr), i => i.With(rationale: "The pilot shall see it."))),
        new("TRC-304", "a placeholder", s => s.Change(s.Take(Hlr), i => i.With(text: $"The software shall set output {s.Fresh()} within TBD ms."))),
        new("TRC-305", "an ambiguous word", s => s.Change(s.Take(Hlr), i => i.With(text: $"The software shall set output {s.Fresh()} to an appropriate value."))),
        new("TRC-306", "the same text twice", SameText),
        new("TRC-402", "a failed result", s => s.Change(s.Take(Result), i => i.With(outcome: new ItemOutcome("failed", false)))),
        new("TRC-403", "a result of an unknown test", s => { var gone = $"GONE-TC-{s.Fresh()}"; s.Add(s.Result(gone)); return gone; }),
        new("TRC-407", "a test that has changed since its result", s => s.Change(s.Take(Result), i => i.With(links: [i.Links[0] with { TargetFingerprint = new string('0', 64) }]))),
        new("TRC-408", "a result of another image", s => s.Change(s.Take(Result), i => i.With(outcome: new ItemOutcome("passed", true, DefectRun.OtherImage)))),
        new("TRC-409", "a result whose log is lost", s => s.Change(s.Take(Result), i => i.With(outcome: new ItemOutcome("passed", true, null, DefectRun.OtherImage)))),
        new("TRC-116", "a number left out", Gap),
        new("TRC-120", "an attribute left out", s => s.Add(s.Report(new ItemAttribute("phase", "flight")))),
        new("TRC-121", "a value that an attribute cannot have", s => s.Add(s.Report(new ItemAttribute("urgency", "soon"), new ItemAttribute("phase", "flight")))),
        new("TRC-122", "an attribute that nobody declared", s => s.Add(s.Report(new ItemAttribute("urgency", "high"), new ItemAttribute("mood", "good")))),
        new("TRC-410", "a skipped run", s => s.Change(s.Take(Result), i => i.With(outcome: new ItemOutcome("skipped", false)))),
        new("TRC-501", "a requirement that nobody reviewed", s => Reviewed(s, _ => null)),
        new("TRC-502", "a requirement that has changed since its review", s => Reviewed(s, r => r.With(links: [r.Links[0] with { TargetFingerprint = new string('0', 64) }]))),
        new("TRC-503", "a review by the author", s => { var at = s.Take(Hlr); s.Reviews[s.Items[at].Id] = r => r.With(author: "A. Author"); return s.Change(at, i => i.With(author: "A. Author")); }),
        new("TRC-504", "a review that failed", s => Reviewed(s, r => r.With(outcome: new ItemOutcome("failed", false)))),
        new("TRC-401", "a test without result", s => s.Add(s.Test(TestKind.NormalRange, s.Target(Llr)))),
    ];

    // The finding is about the target, so that all links to it stand together.
    private static string To(DefectSet set, ItemTier from, string role, string target)
    {
        set.Change(set.Take(from), i => i.Linked(role, target));
        return target;
    }

    private static string Tested(DefectSet set, TraceItem item)
    {
        set.AddTest(TestKind.NormalRange, item.Id);
        return set.Add(item);
    }

    private static string Coded(DefectSet set, TraceItem item)
    {
        set.Add(set.Code(item.Id));
        return set.Add(item);
    }

    private static string Covered(DefectSet set, TraceItem item)
    {
        set.Add(set.Code(item.Id));
        return Tested(set, item);
    }

    private static string Robust(DefectSet set, string id)
    {
        set.AddTest(TestKind.Robustness, id);
        return id;
    }

    private static string UntestedHlr(DefectSet set)
    {
        var hlr = set.Requirement(Hlr, set.Target(ItemTier.System));
        Covered(set, set.Requirement(Llr, hlr.Id));
        return set.Add(hlr);
    }

    private static string DeletedParent(DefectSet set)
    {
        var gone = set.Requirement(Hlr, set.Target(ItemTier.System)).With(status: "deleted");
        set.Add(gone);
        return set.Change(set.Take(Llr), i => i.Linked(LinkRole.Satisfies, gone.Id));
    }

    private static string Reviewed(DefectSet set, Func<TraceItem, TraceItem?> change)
    {
        var id = set.Target(Llr);
        set.Reviews[id] = change;
        return id;
    }

    private static string Revised(DefectSet set, string revision, string linked)
    {
        var parent = set.Requirement(Hlr, set.Target(ItemTier.System)).With(revision: revision);
        Tested(set, parent);
        var child = set.Requirement(Llr);
        return Covered(set, child.With(links: [new TraceLink(LinkRole.Satisfies, parent.Id, linked)]));
    }

    private static string Cycle(DefectSet set)
    {
        var (a, b) = (set.Take(Hlr, i => !i.Derived), set.Take(Hlr, i => !i.Derived));
        set.Change(a, i => i.Linked(LinkRole.Satisfies, set.Items[b].Id));
        set.Change(b, i => i.Linked(LinkRole.Satisfies, set.Items[a].Id));
        return string.CompareOrdinal(set.Items[a].Id, set.Items[b].Id) < 0 ? set.Items[a].Id : set.Items[b].Id;
    }

    // Two numbers of three at a time; the finding is about the one between.
    private static string Gap(DefectSet set)
    {
        var number = set.Items.Count(i => i.Id.StartsWith(DefectRun.Gapless + "-", StringComparison.Ordinal)) / 2 * 3;
        foreach (var n in new[] { number + 1, number + 3 }) set.Add(set.Code(set.Target(Llr)).Named(Numbered(n)));
        return Numbered(number + 2);
    }

    private static string Numbered(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{DefectRun.Gapless}-{number:00000}");

    // The finding is about the later one.
    private static string SameText(DefectSet set)
    {
        var (a, b) = (set.Take(Hlr), set.Take(Hlr));
        return set.Change(Math.Max(a, b), i => i.With(text: set.Items[Math.Min(a, b)].Text));
    }
}
