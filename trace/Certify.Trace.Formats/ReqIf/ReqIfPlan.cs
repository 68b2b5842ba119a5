using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>What an attribute definition means for items.</summary>
/// <param name="Name">Long name, or what stands in for it.</param>
/// <param name="Target">Field of the model, or null: an attribute.</param>
/// <param name="Rank">Among definitions of one field: the lowest with a value is taken. -1: always taken.</param>
/// <param name="IsChapter">Holds the title of a chapter.</param>
/// <param name="IsPrefix">Holds what is put before a number to make an identifier.</param>
// @llr CFY-LLR-368
internal sealed record FieldPlan(string Name, FieldTarget? Target, int Rank, bool IsChapter, bool IsPrefix)
{
    /// <summary>Decides what a definition means: by the mapping, then by own identifiers, then by the usual names.</summary>
    public static FieldPlan Of(AttributeDefinition definition, FieldSetter setter)
    {
        var (id, name) = (definition.Id, definition.Name);
        if ((setter.Mapped(name) ?? setter.Mapped(id)) is { } mapped) return new FieldPlan(name, mapped, -1, false, false);
        if (definition.IsOwn && id.StartsWith(ReqIfPresets.AttributePrefix, StringComparison.Ordinal)) return Attribute(name);
        if (definition.IsOwn && id.StartsWith(ReqIfPresets.FieldPrefix, StringComparison.Ordinal))
        {
            var field = id == ReqIfPresets.OutsideId ? "id" : id[ReqIfPresets.FieldPrefix.Length..];
            return FieldTarget.TryParse(field, out var own) ? new FieldPlan(name, own, -1, false, false) : Attribute(name);
        }
        if (ReqIfPresets.FieldOf(name) is var (usual, rank)) return new FieldPlan(name, new FieldTarget(usual), rank, ReqIfPresets.IsChapter(name), false);
        return Attribute(name) with { IsPrefix = name.Equals(ReqIfPresets.Prefix, StringComparison.OrdinalIgnoreCase) };
    }

    private static FieldPlan Attribute(string name) => new(name, null, 0, false, false);
}

/// <summary>What a type of objects means for items.</summary>
/// <param name="Tier">Tier of its objects, or null.</param>
/// <param name="IsChapter">Its objects are chapters.</param>
/// <param name="IsExternal">Its objects stand for items outside of the set.</param>
/// <param name="IsLeftOut">The mapping leaves its objects out.</param>
// @llr CFY-LLR-368
internal sealed record TypePlan(ItemTier? Tier, bool IsChapter, bool IsExternal, bool IsLeftOut)
{
    /// <summary>An object without a known type.</summary>
    public static TypePlan None { get; } = new(null, false, false, false);

    /// <summary>Decides what a type means: by the mapping, then by its name.</summary>
    public static TypePlan Of(SpecType type, FieldMapping? mapping)
    {
        if (type.IsOwn && type.Id == ReqIfPresets.ExternalType) return new TypePlan(null, false, true, false);
        if (mapping is not null && mapping.Tiers.TryGetValue(type.Name, out var word))
            return word == "-" ? new TypePlan(null, false, false, true) : new TypePlan(TierNames.TryParse(word, out var mapped) ? mapped : null, false, false, false);
        if (ReqIfPresets.IsChapterType(type.Name)) return new TypePlan(null, true, false, false);
        return ReqIfPresets.IsTier(type.Name, out var tier) ? new TypePlan(tier, false, false, false) : None;
    }
}
