namespace Certify.Trace.Model;

/// <summary>Order of items: scanned ones last, then by path (ordinal), line, column, id, revision and text.</summary>
internal sealed class ItemOrder : IComparer<TraceItem>
{
    /// <summary>The order.</summary>
    public static ItemOrder Instance { get; } = new();

    /// <summary>Compares two items.</summary>
    public static int Compare(TraceItem a, TraceItem b)
    {
        var order = (a.Origin == ItemOrigin.Scanned).CompareTo(b.Origin == ItemOrigin.Scanned);
        if (order == 0) order = string.CompareOrdinal(a.Place.Path, b.Place.Path);
        if (order == 0) order = a.Place.Line.CompareTo(b.Place.Line);
        if (order == 0) order = a.Place.Column.CompareTo(b.Place.Column);
        if (order == 0) order = string.CompareOrdinal(a.Id, b.Id);
        if (order == 0) order = string.CompareOrdinal(a.Revision, b.Revision);
        return order == 0 ? string.CompareOrdinal(a.Text, b.Text) : order;
    }

    int IComparer<TraceItem>.Compare(TraceItem? a, TraceItem? b) => Compare(a!, b!);
}
