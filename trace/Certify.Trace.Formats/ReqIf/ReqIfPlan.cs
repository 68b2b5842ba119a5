using Certify.Trace.Model;

namespace Certify.Trace.Formats.ReqIf;

/// <summary>What an attribute definition means for items.</summary>
/// <param name="Name">Long name, or what stands in for it.</param>
/// <param name="Field">Field of the model, or null: an attribute.</param>
/// <param name="Rank">Among definitions of one field: the lowest with a value is taken. -1: always taken.</param>
/// <param name="IsChapter">Holds the title of a chapter.</param>
/// <param name="IsPrefix">Holds what is put before a number to make an identifier.</param>
internal sealed record FieldPlan(string Name, string? Field, int Rank, bool IsChapter, bool IsPrefix)
{
    /// <summary>Decides what a definition means: by the mapping, then by own identifiers, then by the usual names.</summary>
    public static FieldPlan Of(AttributeDefinition definition, FieldMapping? mapping)
    {
        var name = definition.Name;
        if (mapping is not null && (mapping.Fields.TryGetValue(name, out var mapped) || mapping.Fields.TryGetValue(definition.Id, out mapped)))
            return new FieldPlan(name, mapped, -1, false, false);
        if (definition.Id.StartsWith(ReqIfPresets.FieldPrefix, StringComparison.Ordinal))
            return new FieldPlan(name, definition.Id[ReqIfPresets.FieldPrefix.Length..], -1, false, false);
        if (definition.Id.StartsWith(ReqIfPresets.AttributePrefix, StringComparison.Ordinal)) return new FieldPlan(name, null, 0, false, false);
        return ReqIfPresets.FieldOf(name) is var (field, rank)
            ? new FieldPlan(name, field, rank, ReqIfPresets.IsChapter(name), false)
            : new FieldPlan(name, null, 0, false, name.Equals(ReqIfPresets.Prefix, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>What a type of objects means for items.</summary>
/// <param name="Tier">Tier of its objects, or null.</param>
/// <param name="IsChapter">Its objects are chapters.</param>
/// <param name="IsExternal">Its objects stand for items outside of the set.</param>
/// <param name="IsLeftOut">The mapping leaves its objects out.</param>
internal sealed record TypePlan(ItemTier? Tier, bool IsChapter, bool IsExternal, bool IsLeftOut)
{
    /// <summary>An object without a known type.</summary>
    public static TypePlan None { get; } = new(null, false, false, false);

    /// <summary>Decides what a type means: by the mapping, then by its name.</summary>
    public static TypePlan Of(SpecType type, FieldMapping? mapping)
    {
        if (type.Id == ReqIfPresets.ExternalType) return new TypePlan(null, false, true, false);
        if (mapping is not null && mapping.Tiers.TryGetValue(type.Name, out var word))
            return word == "-" ? new TypePlan(null, false, false, true) : new TypePlan(Common.TierWord.TryRead(word, out var mapped) ? mapped : null, false, false, false);
        if (ReqIfPresets.IsChapterType(type.Name)) return new TypePlan(null, true, false, false);
        return ReqIfPresets.IsTier(type.Name, out var tier) ? new TypePlan(tier, false, false, false) : None;
    }
}
