namespace Certify.Trace.Reports;

/// <summary>Breaks text at blanks.</summary>
internal static class Wrap
{
    private const int WidthMin = 20;

    /// <summary>The text in lines of at most <paramref name="width"/> characters, where no word is longer; one line per input line for width 0.</summary>
    public static IEnumerable<string> Lines(string text, int width)
    {
        foreach (var line in text.Split('\n'))
        {
            var rest = line.AsMemory().TrimEnd();
            if (width > 0) width = Math.Max(width, WidthMin);
            while (width > 0 && rest.Length > width)
            {
                var cut = rest.Span[..(width + 1)].LastIndexOf(' ');
                if (cut <= 0) cut = rest.Span.IndexOf(' ');
                if (cut <= 0) break;
                yield return OneLine.Escape(rest[..cut].TrimEnd().ToString());
                rest = rest[(cut + 1)..].TrimStart();
            }

            yield return OneLine.Escape(rest.ToString());
        }
    }
}
