namespace Certify.Trace.Model;

/// <summary>What other tools' files call fields and tiers, as the settings say it.</summary>
/// <param name="Fields">Name in the file and field of an item.</param>
/// <param name="Tiers">Word in the file and name of a tier.</param>
/// <param name="ListSeparators">Characters that part ids in one cell.</param>
public sealed record MappingSetting(
    IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, string> Tiers, string ListSeparators);
