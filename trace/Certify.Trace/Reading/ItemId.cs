using System.Buffers;

namespace Certify.Trace.Reading;

/// <summary>The form of item ids: upper-case prefix, then hyphenated parts with a digit in the last one.</summary>
internal static class ItemId
{
    /// <summary>Longest id taken.</summary>
    public const int LengthMax = 64;

    /// <summary>What a well-formed id looks like, for messages.</summary>
    public const string Form = "an upper-case prefix, '-', and parts ending in a number, for example 'FM-HLR-001'";

    private static readonly SearchValues<char> s_allowed = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._&+/");

    /// <summary>True for ids such as "FM-HLR-001" and foreign ones such as "SYS-NLG-002&amp;3".</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> id)
    {
        if (id.Length is 0 or > LengthMax || id.ContainsAnyExcept(s_allowed)) return false;
        var first = id.IndexOf('-');
        var last = id.LastIndexOf('-');
        if (first <= 0 || last == id.Length - 1) return false;
        foreach (var c in id[..first])
        {
            if (!char.IsAsciiLetterUpper(c) && !char.IsAsciiDigit(c)) return false;
        }
        return char.IsAsciiLetterUpper(id[0]) && id[(last + 1)..].ContainsAnyInRange('0', '9') && !id.Contains("--", StringComparison.Ordinal);
    }

    /// <summary>True when a word was probably meant as an id: a hyphen and a digit after it.</summary>
    public static bool LooksLikeId(ReadOnlySpan<char> word)
    {
        var hyphen = word.IndexOf('-');
        return hyphen > 0 && word.Length <= LengthMax && char.IsAsciiLetterUpper(word[0])
            && word[hyphen..].ContainsAnyInRange('0', '9');
    }

    /// <summary>Quotes a string from a file for a message, at most 60 characters of it.</summary>
    public static string Quote(ReadOnlySpan<char> text) =>
        text.Length <= 60 ? $"'{text}'" : $"'{text[..57]}...'";
}
