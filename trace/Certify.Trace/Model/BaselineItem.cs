using Certify.Facts;

namespace Certify.Trace.Model;

/// <summary>An item of a baseline.</summary>
/// <param name="Id">Id.</param>
/// <param name="Tier">Tier.</param>
/// <param name="Fingerprint">SHA-256 over what it demanded; of scanned code over its text.</param>
/// <param name="Parents">Ids of its parents, sorted.</param>
/// <param name="Place">Where it was written.</param>
public sealed record BaselineItem(string Id, ItemTier Tier, string Fingerprint, IReadOnlyList<string> Parents, SourcePlace Place);
