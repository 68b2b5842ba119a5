namespace Certify.Trace.Reports.Ids;

/// <summary>Ids that somebody may have meant.</summary>
// @llr CFY-LLR-387
public static class NearIds
{
    private const int FarMax = 3;

    /// <summary>Ids close to a word: the same but for case, but for zeros in front of the number, holding it, or up to three letters away; nearest first, then ordinal.</summary>
    public static IReadOnlyList<string> Of(string word, IEnumerable<string> ids, int most = 5)
    {
        var found = new List<(int Far, string Id)>();
        foreach (var id in ids.Distinct(StringComparer.Ordinal))
        {
            var far = Distance(word, id);
            if (far <= FarMax) found.Add((far, id));
        }
        return [.. found.OrderBy(f => f.Far).ThenBy(f => f.Id, StringComparer.Ordinal).Take(most).Select(f => f.Id)];
    }

    private static int Distance(string word, string id)
    {
        if (string.Equals(word, id, StringComparison.OrdinalIgnoreCase) || string.Equals(Short(word), Short(id), StringComparison.OrdinalIgnoreCase)) return 0;
        if (word.Length >= 2 && id.Contains(word, StringComparison.OrdinalIgnoreCase)) return 1;
        if (Math.Abs(word.Length - id.Length) > FarMax || word.Length > Model.TraceItem.IdLengthMax) return int.MaxValue;
        return Math.Max(1, Edits(word.ToUpperInvariant(), id.ToUpperInvariant()));
    }

    /// <summary>The id without zeros in front of its last number: "FM-LLR-7" and "FM-LLR-007" are the same to a person.</summary>
    private static string Short(string id)
    {
        var start = id.Length;
        while (start > 0 && char.IsAsciiDigit(id[start - 1])) start--;
        var zeros = start;
        while (zeros < id.Length - 1 && id[zeros] == '0') zeros++;
        return id[..start] + id[zeros..];
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Edits(string left, string right)
    {
        Span<int> row = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) row[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var change = left[i - 1] == right[j - 1] ? diagonal : diagonal + 1;
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[right.Length];
    }
}
