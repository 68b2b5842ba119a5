using Certify.Cli.Settings;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;
using Certify.Trace.Reports.Threads;

namespace Certify.Cli.Stages;

/// <summary>One audited set: an application's, one of a repository's own, or what files and folders hold together.</summary>
/// <param name="Name">Name in reports.</param>
/// <param name="Settings">Settings of the set, with the folders of its records.</param>
/// <param name="Report">Items, findings and losses.</param>
/// <param name="PathOf">Turns the path of a place into an absolute one.</param>
internal sealed record TraceScope(string Name, TraceSettings Settings, AuditReport Report, Func<string, string> PathOf)
{
    private TraceGraph? _graph;

    /// <summary>Software level "A" to "E".</summary>
    public string Level => Report.Level;

    /// <summary>Items of every tier.</summary>
    public IReadOnlyList<TraceItem> Items => Report.Set.Items;

    /// <summary>What the audit found, in its order.</summary>
    public IReadOnlyList<AuditFinding> Findings => Report.Findings;

    /// <summary>Items and findings, walkable. Code without a tag of its own belongs to no thread.</summary>
    public TraceGraph Graph => _graph ??= new TraceGraph(Items.Where(i => i.Tier != ItemTier.Code || i.Links.Count > 0), Findings);

    /// <summary>Whether the audit found an error.</summary>
    public bool HasErrors => Report.ErrorCount > 0;
}
