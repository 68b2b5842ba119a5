using Certify.Facts;

namespace Certify.Trace.Model;

/// <summary>What a project says about its trace (trace.yaml): attributes of items, switches of rules, where the records are.</summary>
public sealed record ProjectSettings
{
    /// <summary>The settings of a project that has none.</summary>
    public static ProjectSettings Default { get; } = new();

    /// <summary>Software level "A" to "E" of the set, or null where the caller says it.</summary>
    public string? Level { get; init; }

    /// <summary>Tiers that the parents of a tier may have; a tier that is not named has those of DO-178C (LLR to HLR to system).</summary>
    public IReadOnlyDictionary<ItemTier, IReadOnlyList<ItemTier>> Parents { get; init; } = new Dictionary<ItemTier, IReadOnlyList<ItemTier>>();

    /// <summary>Tiers from which an item of a tier must be linked, beyond what the rules ask anyway.</summary>
    public IReadOnlyDictionary<ItemTier, IReadOnlyList<ItemTier>> Needs { get; init; } = new Dictionary<ItemTier, IReadOnlyList<ItemTier>>();

    /// <summary>Attributes of the project's items.</summary>
    public IReadOnlyList<AttributeSetting> Attributes { get; init; } = [];

    /// <summary>Rules that are switched, by code.</summary>
    public IReadOnlyDictionary<string, RuleSwitch> Rules { get; init; } = new Dictionary<string, RuleSwitch>(StringComparer.Ordinal);

    /// <summary>How an item that says no verification method is shown to be met.</summary>
    public VerificationMethod DefaultVerification { get; init; } = VerificationMethod.Test;

    /// <summary>Prefixes (for example "FM-HLR") whose numbers have no gaps.</summary>
    public IReadOnlyList<string> IdsWithoutGaps { get; init; } = [];

    /// <summary>Software levels at which an item of a tier is reviewed; a tier that is not named is never asked.</summary>
    public IReadOnlyDictionary<ItemTier, string> Reviewed { get; init; } =
        new Dictionary<ItemTier, string> { [ItemTier.Hlr] = "ABCD", [ItemTier.Llr] = "ABC" };

    /// <summary>Software levels at which the reviewer of an item of a tier is not its author.</summary>
    public IReadOnlyDictionary<ItemTier, string> Independent { get; init; } =
        new Dictionary<ItemTier, string> { [ItemTier.Hlr] = "AB", [ItemTier.Llr] = "AB" };

    /// <summary>Folder of the reviews, relative to the settings, or null where none are kept: the rules on them are then off.</summary>
    public string? Reviews { get; init; }

    /// <summary>Folder of the baselines, relative to the settings.</summary>
    public string Baselines { get; init; } = "baselines";

    /// <summary>Files of justifications, relative to the settings.</summary>
    public IReadOnlyList<string> Justifications { get; init; } = [];

    /// <summary>Names of fields and tiers in files of other tools, or null for the usual ones.</summary>
    public MappingSetting? Mapping { get; init; }

    /// <summary>Names of the declared attributes.</summary>
    public IReadOnlyCollection<string> AttributeNames => [.. Attributes.Select(a => a.Name)];

    /// <summary>Names of the attributes that a fingerprint covers.</summary>
    public IReadOnlySet<string> NormativeAttributes => Attributes.Where(a => a.Normative).Select(a => a.Name).ToHashSet(StringComparer.Ordinal);
}
