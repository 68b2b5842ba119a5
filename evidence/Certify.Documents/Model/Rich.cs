namespace Certify.Documents.Model;

/// <summary>How a run of text looks.</summary>
public enum RunStyle
{
    /// <summary>Body text.</summary>
    Plain,
    /// <summary>Bold.</summary>
    Bold,
    /// <summary>Fixed width, for digests, places, commands and source text.</summary>
    Code,
    /// <summary>Small, for long identifiers.</summary>
    Id,
}

/// <summary>A stretch of text in one style. The text is kept as given; writers clean what their format forbids.</summary>
public sealed record Run(string Text, RunStyle Style = RunStyle.Plain);

/// <summary>One paragraph of styled text.</summary>
public sealed record Rich(IReadOnlyList<Run> Runs)
{
    /// <summary>Text without any style.</summary>
    public static implicit operator Rich(string text) => new([new Run(text)]);

    /// <summary>Fixed-width text.</summary>
    public static Rich Code(string text) => new([new Run(text, RunStyle.Code)]);

    /// <summary>A long identifier.</summary>
    public static Rich Id(string text) => new([new Run(text, RunStyle.Id)]);

    /// <summary>Bold text.</summary>
    public static Rich Bold(string text) => new([new Run(text, RunStyle.Bold)]);

    /// <summary>A bold lead-in followed by text.</summary>
    public static Rich Led(string lead, string text) => new([new Run(lead + " ", RunStyle.Bold), new Run(text)]);

    /// <summary>The text alone.</summary>
    public string Flat => string.Concat(Runs.Select(run => run.Text));
}
