using Certify.Documents.Model;
using Certify.Documents.Writers;
using Certify.Facts;

namespace Certify.Documents.Html;

/// <summary>The first page: what this is, how it went, where everything lies.</summary>
internal static class IndexPage
{
    public static (string Path, byte[] Bytes) Create(FactIndex facts)
    {
        var (inputs, board) = (facts.Inputs, facts.Board);
        var page = new HtmlPage(facts, "index.html", "Overview");
        page.Text("This folder holds life-cycle data after RTCA DO-178C for the software named above: documents, the facts they were made from, and what is still open. Everything in it was written by a program; nobody has approved it.");
        foreach (var block in ProseReader.Read(inputs.Project.Description))
        {
            if (block is Paragraph paragraph) page.Text(paragraph.Text.Flat);
            else if (block is BulletList list) page.Bullets(list.Items.Select(item => item.Flat));
            else if (block is CodeBlock code) page.Raw($"<pre>{HtmlText.Escape(code.Text)}</pre>\n");
        }
        Verdict(page, facts);

        page.Heading(2, "Results at a glance");
        page.Table("Nothing was recorded.", ["Subject", "Result", "State"],
            Overview.Lines(facts).Select(IReadOnlyList<Cell> (line) => [line.Subject, line.Result, Cell.Of(line.State, line.Tone)]));

        page.Heading(2, $"Objectives at level {board.Level}").Raw(BoardPicture.Draw(board));
        page.Table("No objective was recorded.", ["Table", "Subject", "All", .. ObjectiveBoard.Statuses.Select(Say.Of)],
            board.Tables.Select(IReadOnlyList<Cell> (t) =>
            [
                t.Key, ObjectiveBoard.Subject(t.Key), Say.Count(t.Count()),
                .. ObjectiveBoard.Statuses.Select(s => (Cell)Say.Count(t.Count(o => o.Status == s))),
            ]));
        page.Raw("<p>Each with its reason: <a href=\"objectives.html\">objectives</a>. What people still have to do: <a href=\"todo.html\">left to do</a>. What the evidence does not show: <a href=\"limits.html\">limits</a>.</p>\n");

        Documents(page, inputs);
        Links(page, inputs);
        Figures(page, inputs.Image);
        return page.Finish();
    }

    private static void Verdict(HtmlPage page, FactIndex facts)
    {
        var (inputs, board) = (facts.Inputs, facts.Board);
        page.Raw($"<div class=\"verdict{(inputs.Failed ? " bad" : "")}\">\n");
        page.Raw(inputs.Failed
            ? "<p><strong>Failed.</strong> A stage of this run reported findings; they are listed below and in the documents.</p>\n"
            : "<p><strong>Nothing failed.</strong> That is no approval and no statement of compliance.</p>\n");
        page.Text($"{Say.Count(board.Count(ObjectiveStatus.MetByEvidence))} of {Say.Count(board.All.Count, "objective")} met by evidence, {Say.Count(board.Count(ObjectiveStatus.WaitingForPerson))} waiting for a person, {Say.Count(board.Count(ObjectiveStatus.NotMet))} not met, {Say.Count(board.Count(ObjectiveStatus.NotApplicable))} not applicable.");
        if (inputs.TargetCoverage is { } coverage && CoverageCount.Of(coverage) is { Open: > 0 } count)
            page.Text($"Structural coverage on the target leaves {count.OpenText} neither covered nor justified.");
        page.Raw("</div>\n");
        var breaks = Consistency.Check(inputs);
        if (breaks.Count > 0) page.Heading(2, "The facts contradict each other").Bullets(breaks);
    }

    private static void Documents(HtmlPage page, DocumentInputs inputs)
    {
        page.Heading(2, "Documents").Raw("<div class=\"wide\"><table>\n<thead><tr><th scope=\"col\">Document</th><th scope=\"col\">Title</th><th scope=\"col\">Serves</th><th scope=\"col\">Holds</th></tr></thead>\n<tbody>\n");
        foreach (var document in DocumentList.All)
        {
            var links = document.Files.Select(ending => HtmlText.Link(DocumentList.Path(inputs, document.Suffix, ending), Frame.Id(inputs, document.Suffix) + ending));
            page.Raw($"<tr><td>{string.Join("<br>", links)}</td><td>{HtmlText.Escape(document.Title)}</td><td>DO-178C {HtmlText.Escape(document.Section)}</td><td>{HtmlText.Escape(document.Text)}</td></tr>\n");
        }
        page.Raw("</tbody>\n</table></div>\n");
    }

    private static void Links(HtmlPage page, DocumentInputs inputs)
    {
        foreach (var group in inputs.Links.GroupBy(link => link.Group, StringComparer.Ordinal))
        {
            page.Heading(2, group.Key).Raw("<ul>\n");
            foreach (var link in group) page.Raw($"<li>{HtmlText.Link(link.Path, link.Title)}: {HtmlText.Escape(link.Text)}</li>\n");
            page.Raw("</ul>\n");
        }
    }

    private static void Figures(HtmlPage page, ImageFacts? image)
    {
        page.Heading(2, "The image");
        if (image is null)
        {
            page.Text("No image was recorded.");
            return;
        }
        List<IReadOnlyList<Cell>> rows =
        [
            (Cell[])["File", Cell.Code(image.Elf.Path)],
            (Cell[])["SHA-256", Cell.Code(image.Elf.Sha256)],
            (Cell[])["Loaded", Say.Count(image.LoadedBytes, "byte")],
            (Cell[])["Functions", Say.Count(image.Symbols.Count(s => s.IsCode))],
        ];
        if (image.Boot is { } boot)
        {
            rows.Add((Cell[])["Instructions from entry to the first C# statement", Say.Count(boot.InstructionsToFirstStatement)]);
            rows.Add((Cell[])["Smallest guest memory it ran in", $"{Say.Count(boot.MemoryMiB)} MiB"]);
        }
        page.Table("", ["Figure", "Value"], rows);
    }
}
