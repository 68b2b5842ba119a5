namespace Certify.Trace.Reports.Web;

/// <summary>Orders ids as people count: "HLR-2" before "HLR-10". Equal only for equal strings.</summary>
internal static class NaturalOrder
{
    /// <summary>Less than, equal to or greater than 0.</summary>
    public static int Compare(string a, string b)
    {
        int i = 0, j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (!char.IsAsciiDigit(a[i]) || !char.IsAsciiDigit(b[j]))
            {
                if (a[i] != b[j]) return a[i] - b[j];
                i++;
                j++;
                continue;
            }
            var first = Digits(a, ref i);
            var second = Digits(b, ref j);
            var order = first.Length != second.Length ? first.Length - second.Length : first.SequenceCompareTo(second);
            if (order != 0) return order;
        }
        var rest = (a.Length - i) - (b.Length - j);
        return rest != 0 ? rest : string.CompareOrdinal(a, b);
    }

    // A run of digits without the zeros in front.
    private static ReadOnlySpan<char> Digits(string text, ref int at)
    {
        while (at < text.Length && text[at] == '0') at++;
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
        return text.AsSpan(start, at - start);
    }
}
