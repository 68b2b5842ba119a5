using Certify.Trace.Formats.Common;

namespace Certify.Trace.Formats.Tables;

/// <summary>What the columns of a table mean, found from its header row.</summary>
// @llr CFY-LLR-353
internal sealed class TableHeader
{
    /// <summary>Rows looked at for a header: exports may have titles above it.</summary>
    public const int RowsMax = 20;

    private TableHeader(FieldTarget[] columns, bool own) => (Columns, IsOwn) = (columns, own);

    /// <summary>Meaning of each column.</summary>
    public FieldTarget[] Columns { get; }

    /// <summary>True for a table that <see cref="ItemColumns"/> wrote: links carry revisions, and equal columns side by side continue one value.</summary>
    public bool IsOwn { get; }

    /// <summary>Gives the header that a row is, or null where no column of it holds ids.</summary>
    public static TableHeader? Find(IReadOnlyList<string> cells, FieldMapping? mapping)
    {
        if (Own(cells) is { } own) return new TableHeader(own, true);
        var columns = new FieldTarget[cells.Count];
        var taken = new HashSet<ItemField>();
        for (var i = 0; i < columns.Length; i++)
        {
            if (mapping is null || !mapping.Fields.TryGetValue(cells[i], out var name) || !FieldTarget.TryParse(name, out var target)) continue;
            columns[i] = target.Value;
            taken.Add(target.Value.Field);
        }

        var best = BestUsualNames(cells, taken);
        for (var i = 0; i < columns.Length; i++)
        {
            var name = cells[i].Trim();
            if (mapping?.Fields.ContainsKey(cells[i]) == true) continue;
            if (UsualNames.Find(name) is not { } usual || taken.Contains(usual.Target.Field) && usual.Target.Field != ItemField.Links)
                columns[i] = new FieldTarget(ItemField.Attribute, name.Length == 0 ? $"column {Number(i)}" : name);
            else if (usual.Target.Field == ItemField.Links || best[usual.Target.Field] == i) columns[i] = usual.Target;
            else columns[i] = new FieldTarget(ItemField.Attribute, name);
        }
        return Array.Exists(columns, c => c.Field == ItemField.Id) ? new TableHeader(columns, false) : null;
    }

    // The best-named column of each field; of equal names the first.
    private static Dictionary<ItemField, int> BestUsualNames(IReadOnlyList<string> cells, HashSet<ItemField> taken)
    {
        var best = new Dictionary<ItemField, int>();
        var ranks = new Dictionary<ItemField, int>();
        for (var i = 0; i < cells.Count; i++)
        {
            if (UsualNames.Find(cells[i]) is not { } usual || taken.Contains(usual.Target.Field)) continue;
            if (ranks.TryGetValue(usual.Target.Field, out var rank) && rank <= usual.Rank) continue;
            ranks[usual.Target.Field] = usual.Rank;
            best[usual.Target.Field] = i;
        }
        return best;
    }

    private static FieldTarget[]? Own(IReadOnlyList<string> cells)
    {
        var columns = new FieldTarget[cells.Count];
        var fields = -1;
        for (var i = 0; i < columns.Length; i++)
        {
            if (!FieldTarget.TryParse(cells[i], out var target)) return null;
            columns[i] = target.Value;
            var at = (int)target.Value.Field;
            if (at < (int)ItemField.Links && at != fields && at != ++fields) return null;
        }
        return fields == (int)ItemField.Links - 1 ? columns : null;
    }

    private static string Number(int column) => (column + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
