using Certify.Facts;
using Certify.Trace.Linking;
using Certify.Trace.Model;
using Certify.Trace.Reading;

namespace Certify.Trace.Audit;

/// <summary>The audit: reads, links, and applies every rule that the level asks for, in one run. Writes nothing.</summary>
// @llr CFY-LLR-016
public static class TraceAudit
{
    private static readonly string[] s_levels = ["A", "B", "C", "D", "E"];

    /// <summary>Audits a set of requirements against code, tests and results.</summary>
    /// <returns>
    /// The trace with all findings, sorted; equal inputs in any order give equal facts. Findings of severity error
    /// mean exit code 1.
    /// </returns>
    /// <exception cref="TraceInputException">
    /// No requirement was found, the level is unknown, or a file was given twice: exit code 2.
    /// </exception>
    public static TraceFacts Run(TraceInputs inputs)
    {
        CheckInputs(inputs);
        var findings = new FindingList(inputs.Level);
        var items = RequirementReader.ReadItems(inputs.Requirements, findings);
        ProblemReportReader.Read(inputs.ProblemReports, findings);
        if (items.Count == 0)
        {
            throw new TraceInputException(
                $"no requirements found in {Words.Count(inputs.Requirements.Count, "file")}; hint: give the folder that holds items of the form '## FM-HLR-001 Title'",
                findings.Sorted());
        }

        var index = new TraceIndex(items, Scan(inputs, findings));
        LinkRules.Check(index, findings);
        CoverageRules.Check(index, findings);
        WordingRules.Check(index, findings);
        ResultRules.Check(index, inputs, findings);
        return new TraceFacts(
            Header(inputs),
            inputs.Level,
            [.. index.Items.Values.Select(i => i.Fact)],
            index.Code,
            [.. index.Scan.Tests.Values.Select(t => t.Fact)],
            findings.Sorted());
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
        var twice = inputs.Requirements.Concat(inputs.ProblemReports).CountBy(f => f.Path, StringComparer.Ordinal)
            .Where(c => c.Value > 1).Select(c => c.Key).Order(StringComparer.Ordinal).FirstOrDefault();
        if (twice is not null)
            throw new TraceInputException($"file '{twice}' is given twice; hint: give each requirement file once");
    }

    private static FactHeader Header(TraceInputs inputs)
    {
        var files = inputs.Requirements.Concat(inputs.ProblemReports).Concat(inputs.Assembler)
            .Concat(inputs.Sources.SelectMany(s => s.Files))
            .Select(f => new FileDigest(f.Path, Fingerprint.OfBytes(f.Bytes.Span)));
        var digests = inputs.Origin.Inputs.Concat(files).Distinct()
            .OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Sha256, StringComparer.Ordinal);
        return inputs.Origin with
        {
            Schema = TraceFacts.Schema,
            Inputs = [.. digests],
            ImageSha256 = inputs.ImageSha256 ?? inputs.Origin.ImageSha256,
        };
    }
}
