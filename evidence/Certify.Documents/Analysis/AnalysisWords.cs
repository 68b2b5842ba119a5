using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Analysis;

/// <summary>The words of the reports about the rules.</summary>
internal static class AnalysisWords
{
    /// <summary>The levels in the order of reports.</summary>
    public static IReadOnlyList<ComplianceLevel> Levels { get; } =
        [ComplianceLevel.Violations, ComplianceLevel.Deviations, ComplianceLevel.Compliant, ComplianceLevel.NotDecided, ComplianceLevel.Disapplied];

    /// <summary>Name of a level.</summary>
    public static string Of(ComplianceLevel level) => level switch
    {
        ComplianceLevel.Compliant => "compliant",
        ComplianceLevel.Deviations => "deviations",
        ComplianceLevel.Violations => "violations",
        ComplianceLevel.Disapplied => "disapplied",
        _ => "not decided here",
    };

    /// <summary>A level as a cell; violations of an advisory rule fail nothing.</summary>
    public static Cell Cell(GuidelineFact guideline) => Model.Cell.Of(Of(guideline.Level), guideline.Level switch
    {
        ComplianceLevel.Compliant => Tone.Good,
        ComplianceLevel.Violations when guideline.Obligation != "advisory" => Tone.Bad,
        ComplianceLevel.Disapplied => Tone.Muted,
        _ => Tone.Waiting,
    });

    /// <summary>Name of a verdict.</summary>
    public static string Of(FindingVerdict verdict) => verdict switch
    {
        FindingVerdict.Violation => "violation",
        FindingVerdict.Advisory => "suggestion",
        FindingVerdict.Deviated => "deviated",
        _ => "checked at run time",
    };

    /// <summary>Tone of a verdict.</summary>
    public static Tone ToneOf(FindingVerdict verdict) => verdict switch
    {
        FindingVerdict.Violation => Tone.Bad,
        FindingVerdict.CheckedAtRunTime => Tone.Muted,
        _ => Tone.Waiting,
    };

    /// <summary>State of a deviation record as a cell.</summary>
    public static Cell Cell(DeviationStatus status) => status switch
    {
        DeviationStatus.InUse => Model.Cell.Of("in use", Tone.Good),
        DeviationStatus.Unused => Model.Cell.Of("covers nothing", Tone.Bad),
        DeviationStatus.Expired => Model.Cell.Of("expired", Tone.Bad),
        DeviationStatus.TooWide => Model.Cell.Of("covers too much", Tone.Bad),
        DeviationStatus.Stale => Model.Cell.Of("text changed since approval", Tone.Bad),
        _ => Model.Cell.Of("malformed", Tone.Bad),
    };

    /// <summary>How the analysed sources compare with the built assembly, as a cell.</summary>
    public static Cell Cell(PdbMatch match) => match switch
    {
        PdbMatch.Same => Model.Cell.Of("same sources", Tone.Good),
        PdbMatch.Differs => Model.Cell.Of("differs", Tone.Bad),
        _ => Model.Cell.Of("not compared", Tone.Waiting),
    };

    /// <summary>Prose of a rule's page as a cell: a paragraph each, list items marked.</summary>
    public static Cell Prose(string markdown)
    {
        var lines = new List<Rich>();
        foreach (var block in ProseReader.Read(markdown))
        {
            if (block is Paragraph paragraph) lines.Add(paragraph.Text);
            else if (block is BulletList list) lines.AddRange(list.Items.Select(item => new Rich([new Run("\u2022 "), .. item.Runs])));
            else if (block is CodeBlock code) lines.Add(Rich.Code(code.Text));
        }

        return lines.Count == 0 ? Model.Cell.Of("no page", Tone.Waiting) : new Cell(lines);
    }
}
