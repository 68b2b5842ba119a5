using Certify.Facts;

namespace Certify.Trace.Reports.Threads;

/// <summary>A thread: an item with all that it was made for and all that was made for it, as a tree in printing order.</summary>
/// <param name="Title">What the thread is, for example "top-down from SYS-001".</param>
/// <param name="Nodes">The nodes, never empty.</param>
public sealed record TraceThread(string Title, IReadOnlyList<ThreadNode> Nodes)
{
    /// <summary>Every finding on the thread, in printing order.</summary>
    public IEnumerable<AuditFinding> Breaks => Nodes.SelectMany(n => n.Breaks);

    /// <summary>Findings that are errors.</summary>
    public int Errors => Breaks.Count(b => b.Severity == FindingSeverity.Error);
}
