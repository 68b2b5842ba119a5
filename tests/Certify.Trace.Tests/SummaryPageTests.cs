using Certify.Trace.Audit;
using Certify.Trace.Model;
using Certify.Trace.Reports;

namespace Certify.Trace.Tests;

/// <summary>The audit in one page.</summary>
public sealed class SummaryPageTests
{
    // @verifies CFY-LLR-341
    [Fact]
    public void Summary_counts_each_tier_and_the_findings_of_each_rule()
    {
        var file = InputFile.FromText("a.md", "# T\n\n## SYS-A-001 X\n\n- tier: system\n- component: A\n\nThe aircraft shall stop.\n\n**Source:** S\n");
        var page = SummaryPage.Write(TraceAudit.Run(new TraceInputs { Origin = Sample.Header, Level = "A", Requirements = [file] }), "a sample");
        Assert.StartsWith("# Audit of a sample\n", page, StringComparison.Ordinal);
        Assert.Contains("| system | 1 | 0 | 0 | 0 | 0 | 0 | 0 |\n", page, StringComparison.Ordinal);
        Assert.Contains(": 1 error, 0 warnings.\n", page, StringComparison.Ordinal);
        Assert.Contains("| TRC-202 System item without HLR | 1 |\n", page, StringComparison.Ordinal);
    }
}
