using System.Globalization;
using System.Text;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tables;

/// <summary>
/// Items as a table: a column per field, then one per role of links and one per attribute, in ordinal order. Links and methods stand one per line.
/// A value longer than the format's cell goes on in further columns of the same name beside the first.
/// </summary>
// @llr CFY-LLR-355
internal sealed class ItemColumns
{
    private readonly IReadOnlyList<TraceItem> _items;
    private readonly int _cellMax;
    private readonly List<(FieldTarget Target, int Parts)> _columns = [];
    private readonly Dictionary<FieldTarget, int> _places = [];
    private readonly string[] _row;
    private readonly Dictionary<int, StringBuilder> _lines = [];

    /// <summary>Plans the columns.</summary>
    /// <param name="items">The items.</param>
    /// <param name="cellMax">Most UTF-16 units of a cell.</param>
    public ItemColumns(IReadOnlyList<TraceItem> items, int cellMax = int.MaxValue)
    {
        (_items, _cellMax) = (items, cellMax);
        var roles = new SortedSet<string>(StringComparer.Ordinal);
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            foreach (var link in item.Links) roles.Add(link.Role);
            foreach (var attribute in item.Attributes) names.Add(attribute.Name);
        }

        List<FieldTarget> targets = [];
        for (var field = ItemField.Id; field < ItemField.Links; field++) targets.Add(new FieldTarget(field));
        foreach (var role in roles) targets.Add(new FieldTarget(ItemField.Links, role));
        foreach (var name in names) targets.Add(new FieldTarget(ItemField.Attribute, name));
        for (var i = 0; i < targets.Count; i++) _places.Add(targets[i], i);
        _row = new string[targets.Count];

        var longest = new int[targets.Count];
        if (cellMax < int.MaxValue)
        {
            foreach (var item in items)
            {
                Fill(item);
                for (var i = 0; i < longest.Length; i++) longest[i] = Math.Max(longest[i], _row[i].Length);
            }
        }
        // One less than the limit, since no part may end in half a character.
        for (var i = 0; i < targets.Count; i++) _columns.Add((targets[i], Math.Max(1, (longest[i] + cellMax - 2) / Math.Max(1, cellMax - 1))));
    }

    /// <summary>The header row, then one row per item. The array is reused.</summary>
    public IEnumerable<List<string>> Rows()
    {
        var cells = new List<string>();
        foreach (var (target, parts) in _columns)
        {
            for (var i = 0; i < parts; i++) cells.Add(target.ToString());
        }
        yield return cells;
        foreach (var item in _items)
        {
            Fill(item);
            cells.Clear();
            for (var i = 0; i < _row.Length; i++) AddParts(cells, _row[i], _columns[i].Parts);
            yield return cells;
        }
    }

    /// <summary>Lists what no table holds of the items: the difference between no value and an empty one, and carriage returns.</summary>
    public static void Lose(TraceItem item, List<Loss> losses)
    {
        foreach (var value in (ReadOnlySpan<string?>)[item.Rationale, item.SafetyFeedback, item.Source, item.Level, item.Status, item.Revision, item.Owner, item.Author, item.Reviewer])
        {
            if (value is { Length: 0 }) losses.Add(new Loss(item.Id, "a field that is empty and not absent", item.Place));
        }
        foreach (var attribute in item.Attributes)
        {
            if (attribute.Value.Length == 0) losses.Add(new Loss(item.Id, $"attribute '{attribute.Name}', which is empty and not absent", item.Place));
        }
    }

    private void Fill(TraceItem item)
    {
        Array.Fill(_row, "");
        Set(ItemField.Id, item.Id);
        Set(ItemField.Tier, TierName.Of(item.Tier));
        Set(ItemField.Title, item.Title);
        Set(ItemField.Text, item.Text);
        Set(ItemField.Rationale, item.Rationale);
        Set(ItemField.Derived, item.Derived ? "yes" : null);
        Set(ItemField.SafetyFeedback, item.SafetyFeedback);
        Set(ItemField.Source, item.Source);
        Set(ItemField.Level, item.Level);
        Set(ItemField.Component, item.Component);
        Set(ItemField.Verification, string.Join('\n', item.Verification.Select(v => v.ToString().ToLowerInvariant())));
        Set(ItemField.TestKind, item.TestKind switch { TestKind.NormalRange => "normal range", TestKind.Robustness => "robustness", _ => null });
        Set(ItemField.Status, item.Status);
        Set(ItemField.Revision, item.Revision);
        Set(ItemField.Owner, item.Owner);
        Set(ItemField.Author, item.Author);
        Set(ItemField.Reviewer, item.Reviewer);
        if (item.Outcome is { } outcome)
        {
            Set(ItemField.Verdict, outcome.Verdict);
            Set(ItemField.Passed, outcome.Passed ? "yes" : "no");
            Set(ItemField.Image, outcome.ImageSha256);
            Set(ItemField.Log, outcome.LogSha256);
        }
        foreach (var attribute in item.Attributes) _row[_places[new FieldTarget(ItemField.Attribute, attribute.Name)]] = attribute.Value;
        FillLinks(item);
    }

    private void FillLinks(TraceItem item)
    {
        foreach (var link in item.Links)
        {
            var column = _places[new FieldTarget(ItemField.Links, link.Role)];
            if (!_lines.TryGetValue(column, out var lines)) _lines.Add(column, lines = new StringBuilder());
            if (lines.Length > 0) lines.Append('\n');
            LinkText.Append(lines, link);
        }
        foreach (var (column, lines) in _lines)
        {
            _row[column] = lines.ToString();
            lines.Clear();
        }
    }

    private void Set(ItemField field, string? value) => _row[(int)field] = value ?? "";

    private void AddParts(List<string> cells, string value, int parts)
    {
        for (var i = 0; i < parts; i++)
        {
            var length = Math.Min(value.Length, _cellMax);
            if (length < value.Length && char.IsHighSurrogate(value[length - 1])) length--;
            cells.Add(length == value.Length ? value : value[..length]);
            value = value[length..];
        }
    }
}
