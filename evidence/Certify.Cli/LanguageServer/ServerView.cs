using Certify.Facts;
using Certify.Trace.Model;
using Certify.Trace.Reports.Threads;

namespace Certify.Cli.LanguageServer;

/// <summary>What the server knows of the set: the graph and the findings, with places as absolute paths would be found.</summary>
/// <param name="Graph">Items and links.</param>
/// <param name="Findings">All findings.</param>
/// <param name="PathOf">Turns the path of a place into an absolute one.</param>
internal sealed record ServerView(TraceGraph Graph, IReadOnlyList<AuditFinding> Findings, Func<string, string> PathOf)
{
    /// <summary>Nothing read yet.</summary>
    public static ServerView Empty { get; } = new(new TraceGraph([], []), [], p => p);

    /// <summary>The item with an id, or null.</summary>
    public TraceItem? Find(string id)
    {
        var index = Graph.IndexOf(id);
        return index < 0 ? null : Graph.Items[index];
    }
}
