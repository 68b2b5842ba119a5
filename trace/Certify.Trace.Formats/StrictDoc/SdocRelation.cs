namespace Certify.Trace.Formats.StrictDoc;

/// <summary>An entry under RELATIONS.</summary>
/// <param name="line">0-based line of its begin.</param>
internal sealed class SdocRelation(int line)
{
    public int Line { get; } = line;

    public string Type { get; private set; } = "";

    public string Value { get; private set; } = "";

    public string Role { get; private set; } = "";

    /// <summary>Names of what else it says.</summary>
    public List<string> Others { get; } = [];

    /// <summary>Takes one of its lines.</summary>
    public void Set(string name, string value)
    {
        if (name == "TYPE") Type = value;
        else if (name == "VALUE") Value = value;
        else if (name == "ROLE") Role = value;
        else Others.Add(name);
    }
}

/// <summary>Text between '>>>' and the line that closes it.</summary>
internal static class SdocText
{
    /// <summary>Writes a line so that it does not close the text: a backslash before it where it would.</summary>
    public static string Escape(string line) => IsEnd(line) ? "\\" + line : line;

    /// <summary>Undoes <see cref="Escape"/>.</summary>
    public static string Unescape(string line) => line.StartsWith('\\') && IsEnd(line) ? line[1..] : line;

    private static bool IsEnd(string line) => line.AsSpan().TrimStart('\\').TrimEnd() is "<<<";
}
