using System.Globalization;
using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Tests.Web;

/// <summary>
/// A generated set of about the wanted size with every tier: of 20 items 1 is a system item, 3 HLRs, 6 LLRs, 4 code symbols, 3 test cases, 2 results,
/// 1 review. Links go to items of the same twentieth or the one before; each has about three. Some are left out, broken, failed or derived.
/// </summary>
internal static class SiteSet
{
    private static readonly string[] s_nouns = ["height", "speed", "flap", "mode", "alarm", "frame", "voltage", "gear", "door", "fuel"];

    /// <summary>The items, equal for equal sizes.</summary>
    public static List<TraceItem> Items(int size)
    {
        var items = new List<TraceItem>(size);
        for (var group = 0; items.Count < size; group++) Group(items, group);
        return items;
    }

    /// <summary>A finding for each gap that the set was given.</summary>
    public static List<AuditFinding> Findings(IReadOnlyList<TraceItem> items)
    {
        var findings = new List<AuditFinding>();
        foreach (var item in items)
        {
            if (item.Tier == ItemTier.Llr && item.Id.EndsWith("7-3", StringComparison.Ordinal))
                findings.Add(new("TRC-204", FindingSeverity.Error, item.Id, $"{item.Id} has no code; hint: tag the code that implements it, or remove the requirement", item.Place));
            if (item.Tier == ItemTier.Result && item.Outcome is { Passed: false })
                findings.Add(new("TRC-402", FindingSeverity.Error, item.Id, $"{item.Id} failed; hint: correct code, test or requirement", item.Place));
            foreach (var link in item.Links)
            {
                if (link.Target.StartsWith("NO-", StringComparison.Ordinal))
                    findings.Add(new("TRC-102", FindingSeverity.Error, item.Id, $"parent '{link.Target}' of {item.Id} does not exist; hint: correct the id, or restore the parent", item.Place));
            }
            if (item.Text.Contains("quickly", StringComparison.Ordinal))
                findings.Add(new("TRC-305", FindingSeverity.Warning, item.Id, $"{item.Id} has the ambiguous word 'quickly'; hint: say it with a figure", item.Place));
        }
        return findings;
    }

    private static void Group(List<TraceItem> items, int g)
    {
        var noun = s_nouns[g % s_nouns.Length];
        var component = "Part" + Number(g % 37);
        var before = Math.Max(0, g - 1);
        items.Add(Item(ItemTier.System, $"SYS-{Number(g)}", $"Keep the {noun}", component, $"The aircraft shall keep the {noun} within its limits in phase {Number(g)}."));
        for (var k = 0; k < 3; k++)
        {
            items.Add(Item(ItemTier.Hlr, $"HLR-{Number(g)}-{Number(k)}", $"Hold the {noun}, part {Number(k)}", component,
                $"The monitor shall hold the {noun} to {Number(g * 7 % 90)} units{(g % 5 == 0 && k == 1 ? " quickly" : "")} while part {Number(k)} is on.",
                (g % 10 == 9 && k == 2 ? [] : [(LinkRole.Satisfies, $"SYS-{Number(g)}"), (LinkRole.Satisfies, g % 11 == 10 && k == 0 ? $"NO-{Number(g)}" : $"SYS-{Number(before)}")])));
        }
        for (var k = 0; k < 6; k++)
        {
            items.Add(Item(ItemTier.Llr, $"LLR-{Number(g)}-{Number(k)}", $"Compare the {noun}, step {Number(k)}", component,
                $"`Step{Number(k)}` shall compare the {noun} with its limit in each frame.\nThe limit is item {Number(k)} of table {Number(g)}.",
                [(LinkRole.Satisfies, $"HLR-{Number(g)}-{Number(k / 2)}"), (LinkRole.Satisfies, $"HLR-{Number(before)}-{Number(k % 3)}"), (LinkRole.DependsOn, $"LLR-{Number(g)}-{Number((k + 1) % 6)}"),
                 (LinkRole.DependsOn, $"LLR-{Number(g)}-{Number((k + 2) % 6)}"), (LinkRole.DependsOn, $"LLR-{Number(before)}-{Number(k)}")]));
        }
        for (var k = 0; k < 4; k++)
        {
            var last = g % 10 == 7 && k == 3 ? (string[])[$"LLR-{Number(g)}-4"] : [$"LLR-{Number(g)}-{Number(k)}", $"LLR-{Number(g)}-{Number((k + 4) % 6)}"];
            items.Add(Item(ItemTier.Code, $"M:Monitor.{component}.Unit{Number(g)}.Step{Number(k)}(System.Int32)", "", component, "", [.. last.Select(l => (LinkRole.Implements, l))]));
        }
        Tests(items, g, noun, component);
    }

    private static void Tests(List<TraceItem> items, int g, string noun, string component)
    {
        for (var k = 0; k < 3; k++)
        {
            items.Add(Item(ItemTier.TestCase, $"TC-{Number(g)}-{Number(k)}", $"The {noun} is held in case {Number(k)}", component, "",
                [(LinkRole.Verifies, $"HLR-{Number(g)}-{Number(k)}"), (LinkRole.Verifies, $"LLR-{Number(g)}-{Number(k)}"), (LinkRole.Verifies, $"LLR-{Number(g)}-{Number(k + 3)}")]));
        }
        for (var k = 0; k < 2; k++)
        {
            var fails = g % 13 == 12 && k == 1;
            items.Add(Item(ItemTier.Result, $"RES-{Number(g)}-{Number(k)}", "", component, "", [(LinkRole.ResultOf, $"TC-{Number(g)}-{Number(k)}"), .. k == 1 ? [(LinkRole.ResultOf, $"TC-{Number(g)}-2")] : Array.Empty<(string, string)>()],
                new(fails ? "failed" : "passed", !fails)));
        }
        items.Add(Item(ItemTier.Review, $"REV-{Number(g)}", "", "", "", [(LinkRole.Reviews, $"HLR-{Number(g)}-0")], new("passed", true)));
    }

    private static TraceItem Item(ItemTier tier, string id, string title, string component, string text, (string Role, string Target)[]? links = null, ItemOutcome? outcome = null) => new()
    {
        Id = id, Tier = tier, Title = title, Component = component, Text = text, Outcome = outcome,
        Place = new($"requirements/{component}.md", 10 + (id.Length * 7)),
        Derived = tier == ItemTier.Hlr && links is [],
        Rationale = tier == ItemTier.Hlr ? "The limits come from the load analysis." : null,
        SafetyFeedback = tier == ItemTier.Hlr && links is [] ? "Told to the system safety process." : null,
        Source = tier == ItemTier.System ? "Generated set, chapter 1" : null,
        Verification = tier is ItemTier.Hlr or ItemTier.Llr ? [VerificationMethod.Test] : [],
        Status = tier is ItemTier.Hlr or ItemTier.Llr ? "approved" : null,
        Author = tier == ItemTier.Review ? "R. Reader" : null,
        Attributes = tier == ItemTier.Review ? [new("date", "2025-03-01")] : [],
        Links = [.. (links ?? []).Select(l => new TraceLink(l.Role, l.Target))],
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
