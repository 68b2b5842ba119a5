using System.Globalization;
using System.Text;
using Certify.Facts;
using Certify.Trace.Formats.Common;
using Certify.Trace.Model;
using static Certify.Trace.Formats.Common.SourceText;

namespace Certify.Trace.Formats.Tables;

/// <summary>Turns the rows of one table into items.</summary>
/// <param name="header">Meaning of the columns.</param>
/// <param name="options">How to read.</param>
/// <param name="sink">Takes the items.</param>
/// <param name="log">Takes findings and losses.</param>
// @llr CFY-LLR-353
internal sealed class TableItems(TableHeader header, ReadOptions options, ItemSink sink, ReadLog log)
{
    private readonly string _separators = options.Mapping?.ListSeparators is { Length: > 0 } own ? own : ",;\n";
    private readonly int _idColumn = Array.FindIndex(header.Columns, c => c.Field == ItemField.Id);
    private readonly StringBuilder _whole = new();

    /// <summary>Takes a row.</summary>
    /// <param name="cells">Its cells; missing ones at the end are empty.</param>
    /// <param name="place">Where the row begins.</param>
    public void Take(List<string> cells, SourcePlace place)
    {
        if (IsEmpty(cells)) return;
        var draft = new ItemDraft(place) { Id = _idColumn < cells.Count ? Whole(cells, _idColumn, out _) : "" };
        if (!header.IsOwn) draft.Id = draft.Id.Trim();
        if (!FieldValues.IsId(draft.Id))
        {
            log.Add("TRC-018", place, draft.Id.Length == 0
                ? $"row without id; its first words are {Quote(First(cells))}; hint: give it one, or map the column that holds it"
                : $"{Quote(draft.Id)} is no id: {draft.Id.Length.ToString(CultureInfo.InvariantCulture)} characters or control characters in it; hint: an id has at most 256 characters");
            return;
        }

        var tier = "";
        var count = Math.Min(cells.Count, header.Columns.Length);
        for (var i = 0; i < count; i++)
        {
            var target = header.Columns[i];
            var value = Whole(cells, i, out var last);
            i = last;
            if (value.Length == 0) continue;
            if (target.Field == ItemField.Tier) tier = value;
            else Set(draft, target, value);
        }
        FieldValues.SetTier(draft, tier, options, log);
        sink.Add(draft);
    }

    private void Set(ItemDraft draft, FieldTarget target, string value)
    {
        switch (target.Field)
        {
            case ItemField.Id or ItemField.None:
                break;
            case var field when FieldValues.TrySet(draft, field, value, log):
                break;
            case ItemField.Links when header.IsOwn:
                foreach (var line in value.AsSpan().Split('\n')) draft.Link(LinkText.Parse(target.Name, value.AsSpan(line)));
                break;
            case ItemField.Links:
                FieldValues.AddLinks(draft, target.Name, value, _separators);
                break;
            case ItemField.Attribute:
                draft.Attribute(target.Name, value);
                break;
            default:
                SetPlain(draft, target, value);
                break;
        }
    }

    private void SetPlain(ItemDraft draft, FieldTarget target, string value)
    {
        if (draft[target.Field] is not { } before) draft[target.Field] = value;
        else if (target.IsProse) draft[target.Field] = before + "\n" + value;
        else log.Lose(draft.Id, $"second value {Quote(value)} of field '{target}'", draft.Place);
    }

    // In a table of ours equal columns side by side hold one value in parts.
    private string Whole(List<string> cells, int column, out int last)
    {
        last = column;
        if (!header.IsOwn) return cells[column];
        while (last + 1 < header.Columns.Length && header.Columns[last + 1] == header.Columns[column]) last++;
        if (last == column) return cells[column];
        _whole.Clear();
        for (var i = column; i <= last && i < cells.Count; i++) _whole.Append(cells[i]);
        return _whole.ToString();
    }

    private static bool IsEmpty(List<string> cells)
    {
        foreach (var cell in cells)
        {
            if (!cell.AsSpan().IsWhiteSpace()) return false;
        }
        return true;
    }

    private static string First(List<string> cells) => cells.Find(c => c.Length > 0) ?? "";
}
