using System.Text;
using Certify.Facts;

namespace Certify.Documents.Html;

/// <summary>The board of objectives as stacked bars, one per table, in inline SVG. The table beside it says the same in numbers.</summary>
internal static class BoardPicture
{
    private const int LabelWidth = 330;
    private const int BarWidth = 520;
    private const int RowHeight = 28;
    private const int Top = 34;

    /// <summary>The picture, or nothing where there is no objective.</summary>
    public static string Draw(ObjectiveBoard board)
    {
        var tables = board.Tables.ToArray();
        if (tables.Length == 0) return "";
        var widest = tables.Max(t => t.Count());
        var height = Top + tables.Length * RowHeight + 4;
        var svg = new StringBuilder()
            .Append($"<svg viewBox=\"0 0 {Say.Count(LabelWidth + BarWidth + 50)} {Say.Count(height)}\" role=\"img\" aria-label=\"Objectives by table and status; the numbers are in the table below\">\n");
        Legend(svg);
        for (var i = 0; i < tables.Length; i++) Bar(svg, tables[i].Key, [.. tables[i]], widest, Top + i * RowHeight);
        return svg.Append("</svg>\n").ToString();
    }

    private static void Legend(StringBuilder svg)
    {
        var x = 0;
        foreach (var status in ObjectiveBoard.Statuses)
        {
            svg.Append($"<rect class=\"{Class(status)}\" x=\"{Say.Count(x)}\" y=\"4\" width=\"14\" height=\"14\" rx=\"2\"/>")
                .Append($"<text x=\"{Say.Count(x + 20)}\" y=\"16\">{Say.Of(status)}</text>\n");
            x += 60 + Say.Of(status).Length * 7;
        }
    }

    private static void Bar(StringBuilder svg, string table, ObjectiveFact[] objectives, int widest, int y)
    {
        svg.Append($"<text x=\"0\" y=\"{Say.Count(y + 16)}\">{HtmlText.Escape(table)} <tspan class=\"dim\">{HtmlText.Escape(ObjectiveBoard.Subject(table))}</tspan></text>\n");
        var done = 0;
        foreach (var status in ObjectiveBoard.Statuses)
        {
            var count = objectives.Count(o => o.Status == status);
            if (count == 0) continue;
            var x = LabelWidth + done * BarWidth / widest;
            var width = LabelWidth + (done + count) * BarWidth / widest - x;
            svg.Append($"<rect class=\"{Class(status)}\" x=\"{Say.Count(x)}\" y=\"{Say.Count(y)}\" width=\"{Say.Count(Math.Max(1, width - 1))}\" height=\"22\"><title>{Say.Count(count)} {Say.Of(status)}</title></rect>")
                .Append($"<text class=\"in\" x=\"{Say.Count(x + width / 2)}\" y=\"{Say.Count(y + 16)}\" text-anchor=\"middle\">{Say.Count(count)}</text>\n");
            done += count;
        }
        svg.Append($"<text class=\"dim\" x=\"{Say.Count(LabelWidth + done * BarWidth / widest + 8)}\" y=\"{Say.Count(y + 16)}\">{Say.Count(done)}</text>\n");
    }

    private static string Class(ObjectiveStatus status) => status switch
    {
        ObjectiveStatus.MetByEvidence => "met", ObjectiveStatus.WaitingForPerson => "wait", ObjectiveStatus.NotMet => "not", _ => "na",
    };
}
