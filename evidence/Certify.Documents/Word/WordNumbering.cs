using System.Globalization;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Certify.Documents.Word;

/// <summary>Numbering of headings (1, 1.1, 1.1.1) and the bullet of lists.</summary>
internal static class WordNumbering
{
    /// <summary>Numbering instance of headings.</summary>
    public const int Headings = 1;

    /// <summary>Numbering instance of bulleted lists.</summary>
    public const int Bullets = 2;

    /// <summary>Builds the numbering part.</summary>
    public static W.Numbering Create() => new(
        HeadingLevels(), BulletLevel(), Instance(Headings, 0), Instance(Bullets, 1));

    private static W.AbstractNum HeadingLevels()
    {
        var scheme = new W.AbstractNum(new W.MultiLevelType { Val = W.MultiLevelValues.Multilevel }) { AbstractNumberId = 0 };
        for (var level = 0; level < 3; level++)
        {
            var text = string.Join('.', Enumerable.Range(1, level + 1).Select(n => "%" + n.ToString(CultureInfo.InvariantCulture)));
            var indent = level == 2 ? "851" : "709";
            scheme.Append(new W.Level(
                new W.StartNumberingValue { Val = 1 },
                new W.NumberingFormat { Val = W.NumberFormatValues.Decimal },
                new W.ParagraphStyleIdInLevel { Val = WordStyles.Heading(level + 1) },
                new W.LevelText { Val = text },
                new W.LevelJustification { Val = W.LevelJustificationValues.Left },
                new W.PreviousParagraphProperties(new W.Indentation { Left = indent, Hanging = indent }))
            { LevelIndex = level });
        }
        return scheme;
    }

    private static W.AbstractNum BulletLevel() => new(
        new W.MultiLevelType { Val = W.MultiLevelValues.SingleLevel },
        new W.Level(
            new W.StartNumberingValue { Val = 1 },
            new W.NumberingFormat { Val = W.NumberFormatValues.Bullet },
            new W.LevelText { Val = "\u2022" },
            new W.LevelJustification { Val = W.LevelJustificationValues.Left },
            new W.PreviousParagraphProperties(new W.Indentation { Left = "567", Hanging = "283" }))
        { LevelIndex = 0 })
    { AbstractNumberId = 1 };

    private static W.NumberingInstance Instance(int id, int scheme) =>
        new(new W.AbstractNumId { Val = scheme }) { NumberID = id };
}
