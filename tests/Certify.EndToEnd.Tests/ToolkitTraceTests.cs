using Certify.Cli.Settings;
using Certify.Cli.Stages;
using Certify.Cli.Tools;
using Certify.Facts;
using Certify.Trace.Reports;
using Xunit;

namespace Certify.EndToEnd.Tests;

/// <summary>The audit of the toolkit's own requirements: what it asks of others holds for itself.</summary>
public sealed class ToolkitTraceTests
{
    [Fact]
    public void The_audit_of_our_own_requirements_finds_nothing()
    {
        var target = ProjectLocator.Locate(FlightMonitorFixture.Root);
        var set = Assert.Single(target.Yaml.Traces);
        var header = new FactHeader(TraceFacts.Schema, "0", "certify trace audit", "r", false, []);
        var facts = TraceStage.Audit(target.Folder, set, header, new DisplayPaths(FlightMonitorFixture.Root));
        Assert.True(facts.Requirements.Count > 50, $"{facts.Requirements.Count} requirements");
        Assert.Empty(facts.Findings.Select(TextReport.Format));
    }
}
