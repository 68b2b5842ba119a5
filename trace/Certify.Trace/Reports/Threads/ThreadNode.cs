using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Threads;

/// <summary>A line of a thread's tree; nodes stand in the order in which they are printed, top first.</summary>
/// <param name="Item">The item.</param>
/// <param name="Depth">0 for the top of a tree; the node above is the last one before with a smaller depth.</param>
/// <param name="Role">Role of the link to the node above; null at the top.</param>
/// <param name="Last">True for the last node under its parent.</param>
/// <param name="Focus">True for the item that was asked for.</param>
/// <param name="Repeated">True where the item stands in full further up, or comes back in a circle.</param>
/// <param name="Fingerprint">Fingerprint of the item; empty where <paramref name="Repeated"/>.</param>
/// <param name="Breaks">What the audit found at the item; empty where <paramref name="Repeated"/>.</param>
public sealed record ThreadNode(
    TraceItem Item, int Depth, string? Role, bool Last, bool Focus, bool Repeated, string Fingerprint, IReadOnlyList<AuditFinding> Breaks);
