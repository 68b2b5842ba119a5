namespace Certify.Documents.Model;

/// <summary>
/// How many lines a text takes in the fonts of the documents. An estimate: it knows the widths of ASCII
/// characters, not kerning, and takes others as wide as a digit.
/// <para><b>Source:</b> the published Adobe font metrics of Helvetica, whose widths Arial shares.</para>
/// </summary>
internal static class TextMetrics
{
    // Thousandths of the font size for U+0020 to U+007E.
    private static readonly short[] s_widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    private const int DigitWidth = 556;
    private const int MonoWidth = 600;

    /// <summary>Lines of a paragraph, at least one.</summary>
    /// <param name="text">Text; line ends are kept.</param>
    /// <param name="halfPoints">Font size in half points.</param>
    /// <param name="width">Width in twentieths of a point.</param>
    /// <param name="mono">True for the fixed-width font.</param>
    /// <param name="bold">True for bold, which is wider by about a fifteenth.</param>
    public static int Lines(string text, int halfPoints, int width, bool mono = false, bool bold = false)
    {
        // Width in thousandths of the font size: twentieths of a point / (halfPoints / 2 * 20) * 1000.
        var room = Math.Max(2000L, width * 100L / halfPoints);
        if (bold) room = room * 15 / 16;
        var lines = 0;
        foreach (var line in text.Split('\n')) lines += LinesOf(line, room, mono);
        return lines;
    }

    private static int LinesOf(string line, long room, bool mono)
    {
        var lines = 1;
        var used = 0L;
        for (var i = 0; i < line.Length;)
        {
            var end = i;
            var word = 0L;
            while (end < line.Length && line[end] != ' ')
            {
                word += Width(line[end], mono);
                var breaksHere = line[end++] == '-';
                if (breaksHere) break;
            }
            if (used > 0 && used + word > room)
            {
                lines++;
                used = 0;
            }
            lines += (int)((Math.Max(1, word) - 1) / room);
            used = word > room ? word % room : used + word;
            if (end < line.Length && line[end] == ' ')
            {
                used += Width(' ', mono);
                end++;
            }
            i = end;
        }
        return lines;
    }

    private static int Width(char c, bool mono) =>
        mono ? MonoWidth : c is >= ' ' and <= '~' ? s_widths[c - ' '] : DigitWidth;
}
