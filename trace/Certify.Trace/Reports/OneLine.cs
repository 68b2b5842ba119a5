using System.Globalization;
using System.Text;

namespace Certify.Trace.Reports;

/// <summary>Makes text from inputs safe for a report of one line per finding.</summary>
internal static class OneLine
{
    /// <summary>Writes control characters, text-direction marks and lone surrogates as \uXXXX.</summary>
    public static string Escape(string text)
    {
        StringBuilder? builder = null;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var pair = char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            if (!pair && !IsUnsafe(c))
            {
                builder?.Append(c);
                continue;
            }

            builder ??= new StringBuilder().Append(text, 0, i);
            if (pair) builder.Append(c).Append(text[++i]);
            else builder.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
        }
        return builder?.ToString() ?? text;
    }

    private static bool IsUnsafe(char c) =>
        char.IsControl(c) || char.IsSurrogate(c) || c is (>= '\u200B' and <= '\u200F') or (>= '\u2028' and <= '\u202E')
            or (>= '\u2060' and <= '\u2069') or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
