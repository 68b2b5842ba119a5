using System.Text.RegularExpressions;

namespace Certify.Trace.Model;

/// <summary>An attribute that a project declares.</summary>
/// <param name="Name">Name as items write it; a field that items have anyway (owner, author, reviewer, status, revision, level, rationale, source) may be named to be required.</param>
/// <param name="Tiers">Tiers whose items may have it; empty for all.</param>
/// <param name="Required">True when items of these tiers must have it.</param>
/// <param name="Values">Values it may have; empty for any.</param>
/// <param name="Pattern">Pattern that the whole value matches, or null.</param>
/// <param name="Normative">True when a change of it changes what the item demands: fingerprints cover it.</param>
public sealed record AttributeSetting(
    string Name, IReadOnlyList<ItemTier> Tiers, bool Required, IReadOnlyList<string> Values, Regex? Pattern, bool Normative = true)
{
    /// <summary>True when items of a tier have the attribute.</summary>
    public bool IsFor(ItemTier tier) => Tiers.Count == 0 || Tiers.Contains(tier);
}
