namespace Certify.Documents.Model;

/// <summary>Reads the little Markdown that requirement texts use: paragraphs, '-' lists, fenced code, `code`, **bold**.</summary>
public static class ProseReader
{
    /// <summary>Turns text into blocks; what is not understood stays as text.</summary>
    public static IReadOnlyList<Block> Read(string text, bool normative = false)
    {
        var blocks = new List<Block>();
        var paragraph = new List<string>();
        var items = new List<string>();
        List<string>? code = null;

        void Flush()
        {
            if (paragraph.Count > 0)
            {
                var rich = Inline(string.Join(' ', paragraph));
                blocks.Add(normative ? new Normative(rich) : new Paragraph(rich));
            }
            if (normative) blocks.AddRange(items.Select(item => new Normative(Inline("\u2022 " + item))));
            else if (items.Count > 0) blocks.Add(new BulletList([.. items.Select(Inline)]));
            paragraph.Clear();
            items.Clear();
        }

        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                Flush();
                if (code is not null) blocks.Add(new CodeBlock(string.Join('\n', code)));
                code = code is null ? [] : null;
            }
            else if (code is not null) code.Add(line);
            else if (line.Trim().Length == 0) Flush();
            else if (ItemText(line) is { } item)
            {
                if (paragraph.Count > 0) Flush();
                items.Add(item);
            }
            else if (items.Count > 0) items[^1] += " " + line.Trim();
            else paragraph.Add(line.Trim());
        }
        Flush();
        if (code is not null) blocks.Add(new CodeBlock(string.Join('\n', code)));
        return blocks;
    }

    /// <summary>Splits one paragraph into runs at backticks and double asterisks.</summary>
    public static Rich Inline(string text)
    {
        var runs = new List<Run>();
        var start = 0;
        for (var i = 0; i < text.Length;)
        {
            var (mark, style) = MarkAt(text, i);
            var end = mark.Length == 0 ? -1 : text.IndexOf(mark, i + mark.Length, StringComparison.Ordinal);
            if (end <= i + mark.Length)
            {
                i += Math.Max(1, mark.Length);
                continue;
            }
            if (i > start) runs.Add(new Run(text[start..i]));
            runs.Add(new Run(text[(i + mark.Length)..end], style));
            i = start = end + mark.Length;
        }
        if (start < text.Length || runs.Count == 0) runs.Add(new Run(text[start..]));
        return new Rich(runs);
    }

    private static (string Mark, RunStyle Style) MarkAt(string text, int i) =>
        text[i] == '`' ? ("`", RunStyle.Code)
        : text[i] == '*' && i + 1 < text.Length && text[i + 1] == '*' ? ("**", RunStyle.Bold)
        : ("", RunStyle.Plain);

    private static string? ItemText(string line)
    {
        var text = line.TrimStart();
        return text.StartsWith("- ", StringComparison.Ordinal) || text.StartsWith("* ", StringComparison.Ordinal)
            ? text[2..].Trim()
            : null;
    }
}
