namespace Certify.Trace.Reports;

/// <summary>How text looks: with the colours of a terminal, or bare.</summary>
public sealed class Ink
{
    private readonly bool _colours;

    private Ink(bool colours) => _colours = colours;

    /// <summary>No colours: for files and pipes.</summary>
    public static Ink Bare { get; } = new(false);

    /// <summary>Colours of a terminal (ANSI, ECMA-48 section 8.3.117).</summary>
    public static Ink Terminal { get; } = new(true);

    /// <summary>What holds.</summary>
    public string Good(string text) => In("32", text);

    /// <summary>What is broken.</summary>
    public string Bad(string text) => In("31", text);

    /// <summary>What was there and is gone.</summary>
    public string Struck(string text) => In("9;31", text);

    /// <summary>What to look at.</summary>
    public string Warn(string text) => In("33", text);

    /// <summary>What matters less.</summary>
    public string Faint(string text) => In("90", text);

    /// <summary>What to see first.</summary>
    public string Strong(string text) => In("1", text);

    private string In(string code, string text) => _colours && text.Length > 0 ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
