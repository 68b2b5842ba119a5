using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>Rules on wording (TRC-3xx) of system items, HLRs and LLRs. Words in `code spans` are names, not wording.</summary>
// @llr CFY-LLR-014
internal static class WordingRules
{
    public static void Check(AuditContext context)
    {
        var scan = new WordScan();
        var texts = new TextTable(context.Set);
        for (var i = 0; i < context.Set.Count; i++)
        {
            var item = context.Set[i];
            if (!context.Counts(i) || !TierName.IsRequirement(item.Tier) || item.Text.Length == 0) continue;
            Shall(context, item, scan);
            Outside(context, item, "rationale", item.Rationale, scan);
            Outside(context, item, "safety feedback", item.SafetyFeedback, scan);
            Placeholders(context, item, item.Title, scan);
            if (texts.Add(i) is >= 0 and var other)
                context.Findings.Add("TRC-306", item.Id, item.Place, $"{item.Id} has the same text as {context.Set[other].Id}; hint: remove one, or say what differs", item.Level);
        }
    }

    private static void Shall(AuditContext context, TraceItem item, WordScan scan)
    {
        scan.Read(item.Text);
        if (scan.Shalls == 0 && scan.Wills > 0 && item.Origin == ItemOrigin.Imported)
            context.Findings.Add("TRC-307", item.Id, item.Place, $"{item.Id} demands without 'shall'; hint: say 'shall', or tell what the project's word for a demand is", item.Level);
        else if (scan.Shalls == 0)
            context.Findings.Add("TRC-301", item.Id, item.Place, $"{item.Id} has no 'shall'; hint: state the demand with it", item.Level);
        else if (scan.Shalls > 1)
            context.Findings.Add("TRC-302", item.Id, item.Place, $"{item.Id} says 'shall' {Words.Count(scan.Shalls, "time")}; hint: one demand per item, split it", item.Level);
        foreach (var word in scan.Ambiguous)
            context.Findings.Add("TRC-305", item.Id, item.Place, $"'{word}' in {item.Id} can be read in two ways; hint: give a figure, a condition or a name", item.Level);
        Report(context, item, scan);
    }

    private static void Outside(AuditContext context, TraceItem item, string field, string? text, WordScan scan)
    {
        if (text is null) return;
        scan.Read(text);
        if (scan.Shalls > 0)
            context.Findings.Add("TRC-303", item.Id, item.Place, $"the {field} of {item.Id} says 'shall'; hint: make it an item of its own, or reword", item.Level);
        Report(context, item, scan);
    }

    private static void Placeholders(AuditContext context, TraceItem item, string text, WordScan scan)
    {
        if (text.Length == 0) return;
        scan.Read(text);
        Report(context, item, scan);
    }

    private static void Report(AuditContext context, TraceItem item, WordScan scan)
    {
        foreach (var word in scan.Placeholders)
            context.Findings.Add("TRC-304", item.Id, item.Place, $"{item.Id} holds '{word}'; hint: settle it", item.Level);
    }
}
