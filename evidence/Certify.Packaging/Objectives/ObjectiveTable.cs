using Certify.Facts;

namespace Certify.Packaging.Objectives;

/// <summary>
/// The objectives as data (objectives.json beside this file). **Source:** own words; numbering, levels and
/// independence from secondary sources that agree in their totals (71/69/62/26 objectives, 30/18/5/2 with
/// independence at levels A/B/C/D), most single cells from one source. A licensed copy of DO-178C decides.
/// </summary>
// @llr CFY-LLR-055
public static class ObjectiveTable
{
    /// <summary>What every page that shows the table says.</summary>
    public const string Disclaimer =
        "The objectives are described in own words from secondary sources. A licensed copy of DO-178C decides.";

    private static readonly Lazy<IReadOnlyList<ObjectiveRow>> s_rows = new(Load);

    /// <summary>All rows in the order of Annex A.</summary>
    public static IReadOnlyList<ObjectiveRow> Rows => s_rows.Value;

    /// <summary>The rows that a software level asks for.</summary>
    /// <param name="level">"A" to "D"; level E has no objectives.</param>
    /// <exception cref="ArgumentException">Another level.</exception>
    public static IReadOnlyList<ObjectiveRow> At(string level) => level is "A" or "B" or "C" or "D"
        ? [.. Rows.Where(row => row.Levels.Contains(level, StringComparison.Ordinal))]
        : throw new ArgumentException($"no objectives at software level '{level}'; hint: A, B, C or D", nameof(level));

    private static IReadOnlyList<ObjectiveRow> Load()
    {
        using Stream stream = typeof(ObjectiveTable).Assembly.GetManifestResourceStream("objectives.json")!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return FactJson.Read<List<ObjectiveRow>>(bytes.ToArray(), "objectives.json");
    }
}
