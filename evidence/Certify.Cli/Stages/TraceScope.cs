using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reports.Threads;

namespace Certify.Cli.Stages;

/// <summary>One audited set: an application's, one of a repository's own, or what files and folders hold together.</summary>
/// <param name="Name">Name in reports.</param>
/// <param name="Folder">Absolute folder that records (reviews, baselines) lie below.</param>
/// <param name="Level">Software level "A" to "E".</param>
/// <param name="Items">Items of every tier.</param>
/// <param name="Findings">What the audit found, in its order.</param>
/// <param name="Losses">What the items do not represent of what was read.</param>
/// <param name="PathOf">Turns the path of a place into an absolute one.</param>
/// <param name="Facts">The fact file of the set; made when first asked for.</param>
internal sealed record TraceScope(
    string Name, string Folder, string Level, IReadOnlyList<TraceItem> Items, IReadOnlyList<AuditFinding> Findings, IReadOnlyList<Loss> Losses,
    Func<string, string> PathOf, Lazy<TraceFacts> Facts)
{
    private TraceGraph? _graph;

    /// <summary>Items and findings, walkable.</summary>
    public TraceGraph Graph => _graph ??= new TraceGraph(Items, Findings);

    /// <summary>Whether the audit found an error.</summary>
    public bool HasErrors => Findings.Any(f => f.Severity == FindingSeverity.Error);
}
