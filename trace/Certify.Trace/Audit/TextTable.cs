using Certify.Trace.Model;

namespace Certify.Trace.Audit;

/// <summary>
/// Finds items whose texts are the same but for case and white space. Keeps a number per item instead of a copy of its text; equal numbers are
/// compared in full.
/// </summary>
internal sealed class TextTable(TraceSet set)
{
    private readonly Dictionary<ulong, int> _byHash = [];

    /// <summary>Adds the text of an item; gives the number of the item that has had it first, or -1.</summary>
    public int Add(int item)
    {
        var hash = Hash(set[item].Text);
        while (!_byHash.TryAdd(hash, item))
        {
            var other = _byHash[hash];
            if (Same(set[item].Text, set[other].Text)) return other;
            hash = (hash * 0x9E3779B97F4A7C15) + 1;
        }
        return -1;
    }

    private static ulong Hash(string text)
    {
        var hash = 0xCBF29CE484222325;
        var reader = new Folded(text);
        while (reader.Next() is >= 0 and var c)
        {
            hash = (hash ^ (uint)c) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 29;
        }
        return hash;
    }

    private static bool Same(string a, string b)
    {
        var (left, right) = (new Folded(a), new Folded(b));
        while (true)
        {
            var c = left.Next();
            if (c != right.Next()) return false;
            if (c < 0) return true;
        }
    }

    // The characters of a text in upper case, each run of white space as one blank, none at the ends.
    private struct Folded(string text)
    {
        private int _at;
        private bool _blank;
        private bool _begun;

        public int Next()
        {
            while (_at < text.Length)
            {
                var c = text[_at];
                if (c is ' ' or '\n' || char.IsWhiteSpace(c))
                {
                    _blank = _begun;
                    _at++;
                    continue;
                }
                if (_blank)
                {
                    _blank = false;
                    return ' ';
                }
                _begun = true;
                _at++;
                return c is >= 'a' and <= 'z' ? c - 32 : c < 128 ? c : char.ToUpperInvariant(c);
            }
            return -1;
        }
    }
}
