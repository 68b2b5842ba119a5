using Certify.Facts;
using Certify.Trace.Model;

namespace Certify.Trace.Reports.Changes;

/// <summary>An item as it stood at some time: what a comparison needs of it.</summary>
/// <param name="Id">Id, verbatim.</param>
/// <param name="Tier">What it is.</param>
/// <param name="Fingerprint">SHA-256 (lower-case hex) over its normative fields.</param>
/// <param name="Place">Where it is, or was, written.</param>
/// <param name="Title">Title; may be empty.</param>
/// <param name="Text">Normative text, or null where the record keeps none.</param>
/// <param name="Links">Role and target of each link.</param>
public sealed record ItemState(
    string Id, ItemTier Tier, string Fingerprint, SourcePlace Place, string Title, string? Text, IReadOnlyList<ItemLink> Links)
{
    /// <summary>The state of an item that was just read.</summary>
    public static ItemState Of(TraceItem item) => new(
        item.Id, item.Tier, item.Fingerprint, item.Place, item.Title, item.Text, [.. item.Links.Select(l => new ItemLink(l.Role, l.Target))]);
}

/// <summary>A link as a comparison sees it.</summary>
/// <param name="Role">Role, as <see cref="LinkRole"/> or as read.</param>
/// <param name="Target">Id of the other item.</param>
public readonly record struct ItemLink(string Role, string Target)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Role} {Target}";
}
