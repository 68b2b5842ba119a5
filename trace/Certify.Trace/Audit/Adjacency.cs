namespace Certify.Trace.Audit;

/// <summary>A directed graph over numbers from 0.</summary>
/// <param name="start">Where the neighbours of each node begin in <paramref name="to"/>; one more entry for the end.</param>
/// <param name="to">The neighbours, node by node.</param>
internal sealed class Adjacency(int[] start, int[] to)
{
    /// <summary>Number of nodes.</summary>
    public int Count => start.Length - 1;

    /// <summary>Where the neighbours of a node begin.</summary>
    public int Start(int node) => start[node];

    /// <summary>Where they end.</summary>
    public int End(int node) => start[node + 1];

    /// <summary>The neighbour at a position.</summary>
    public int To(int at) => to[at];

    /// <summary>The neighbours of a node.</summary>
    public ReadOnlySpan<int> Of(int node) => to.AsSpan(start[node], start[node + 1] - start[node]);
}
