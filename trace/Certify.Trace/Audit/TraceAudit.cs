using Certify.Facts;
using Certify.Trace.Linking;
using Certify.Trace.Model;
using Certify.Trace.Reading;
using Certify.Trace.Reading.Settings;

namespace Certify.Trace.Audit;

/// <summary>The audit: reads, links, and applies every rule that the level asks for, in one run. Writes nothing.</summary>
// @llr CFY-LLR-016
public static class TraceAudit
{
    private static readonly string[] s_levels = ["A", "B", "C", "D", "E"];

    /// <summary>Audits a set and gives the result as a fact file: <see cref="Audit"/>, then <see cref="AuditReport.ToFacts"/>.</summary>
    /// <returns>The trace with all findings, sorted; equal inputs in any order give equal facts.</returns>
    /// <exception cref="TraceInputException">As for <see cref="Audit"/>.</exception>
    public static TraceFacts Run(TraceInputs inputs) => Audit(inputs).ToFacts();

    /// <summary>Audits a set of items against code, tests and results.</summary>
    /// <returns>The joined set with all findings, sorted. Findings of severity error mean exit code 1.</returns>
    /// <exception cref="TraceInputException">
    /// No item was found, the level is unknown, or a file was given twice: exit code 2.
    /// </exception>
    public static AuditReport Audit(TraceInputs inputs)
    {
        CheckInputs(inputs);
        var findings = new FindingList(inputs.Level, inputs.Settings.Rules);
        findings.AddAll(inputs.ReadFindings);
        var items = MarkdownReader.Read([.. inputs.Requirements, .. inputs.Reviews ?? []], inputs.Settings.AttributeNames, findings);
        items.AddRange(inputs.Items);
        var justifications = inputs.Justifications.SelectMany(f => JustificationReader.Read(f, findings)).ToList();
        ProblemReportReader.Read(inputs.ProblemReports, findings);
        if (!items.Exists(i => i.Tier is not (ItemTier.Review or ItemTier.Result)))
        {
            throw new TraceInputException(
                $"no requirements found in {Words.Count(inputs.Requirements.Count + inputs.ItemFiles.Count, "file")}; hint: give the folder that holds items of the form '## FM-HLR-001 Title'",
                findings.Sorted());
        }

        var scan = Scan(inputs, findings);
        items.AddRange(ScannedItems.Of(scan));
        var many = TestNames.Join(items, scan);
        var context = new AuditContext(TraceSet.Build(items, inputs.Settings.NormativeAttributes), scan, inputs, findings) { ManyTests = many };
        Check(context);
        var found = findings.Sorted();
        if (justifications.Count == 0) return new AuditReport(inputs, context.Set, scan, found, []);
        var open = new FindingList(inputs.Level, inputs.Settings.Rules);
        var justified = Justifier.Apply(context.Set, found, justifications, inputs.Day!.Value, open);
        return new AuditReport(inputs, context.Set, scan, open.Sorted(), justified);
    }

    // Duplicates come first, since they take items out of the other rules; the way to a break needs what the others found.
    private static void Check(AuditContext context)
    {
        LinkRules.Duplicates(context);
        LinkRules.Check(context);
        AttributeRules.Check(context);
        CoverageRules.Check(context);
        NeedRules.Check(context);
        WordingRules.Check(context);
        ResultRules.Check(context);
        RunRules.Check(context);
        ReviewRules.Check(context);
        DeepCoverage.Check(context);
    }

    private static CodeScan Scan(TraceInputs inputs, FindingList findings)
    {
        var scan = new CodeScan();
        var sets = inputs.Sources.OrderBy(s => s.Role).ThenBy(s => s.Name, StringComparer.Ordinal)
            .ThenBy(s => string.Join('\n', s.Files.Select(f => f.Path).Order(StringComparer.Ordinal)), StringComparer.Ordinal);
        foreach (var set in sets) CSharpScanner.Scan(set, scan, findings);
        foreach (var file in inputs.Assembler.OrderBy(f => f.Path, StringComparer.Ordinal))
            AssemblerScanner.Scan(file, scan, findings);
        return scan;
    }

    private static void CheckInputs(TraceInputs inputs)
    {
        if (!s_levels.Contains(inputs.Level, StringComparer.Ordinal))
            throw new TraceInputException($"level '{inputs.Level}' is unknown; hint: give one of {string.Join(", ", s_levels)}");
        if (inputs.Justifications.Count > 0 && inputs.Day is null)
            throw new TraceInputException("justifications are given, and no day to judge them by; hint: give '--date YYYY-MM-DD'");
        var twice = inputs.Requirements.Concat(inputs.ProblemReports).Concat(inputs.Reviews ?? []).Concat(inputs.Justifications).CountBy(f => f.Path, StringComparer.Ordinal)
            .Where(c => c.Value > 1).Select(c => c.Key).Order(StringComparer.Ordinal).FirstOrDefault();
        if (twice is not null)
            throw new TraceInputException($"file '{twice}' is given twice; hint: give each requirement file once");
    }
}
