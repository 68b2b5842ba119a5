namespace Certify.Trace.Reports.Web;

/// <summary>Strings that occur often, each written once and named by its number. Number 0 is the empty string.</summary>
internal sealed class StringTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly List<string> _strings = [""];

    /// <summary>The strings in order of number.</summary>
    public IReadOnlyList<string> Strings => _strings;

    /// <summary>The number of a string, new or known.</summary>
    public int this[string text]
    {
        get
        {
            if (_numbers.TryGetValue(text, out var number)) return number;
            _strings.Add(text);
            return _numbers[text] = _strings.Count - 1;
        }
    }
}
