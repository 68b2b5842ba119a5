using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Writers;

/// <summary>Draft of the software accomplishment summary.</summary>
internal static class SasWriter
{
    public static Document Create(FactIndex facts)
    {
        var inputs = facts.Inputs;
        var builder = Frame.Begin(facts,
            "This is a draft of the accomplishment summary: what the evidence shows, what it does not, and what people still have to do. It claims no compliance.");
        builder.Heading(1, "System and software overview");
        builder.Prose(inputs.Project.Description);
        builder.Fields(
            new("Product", inputs.Project.Name),
            new("Part number", inputs.Project.PartNumber ?? "not recorded"),
            new("Software level", inputs.Project.Level),
            new("Image SHA-256", inputs.Image is { } image ? Rich.Code(image.Elf.Sha256) : "no image was recorded"),
            new("Loaded size", inputs.Image is { } loaded ? Say.Count(loaded.LoadedBytes, "byte") : "no image was recorded"));
        builder.Heading(1, "Certification considerations");
        builder.Text("The level, the means of compliance and additional considerations are set in a plan for software aspects of certification. No such plan is part of this package.");

        builder.Heading(1, "Results at a glance");
        builder.Table("Results at a glance", "Nothing was recorded.",
            [new("Subject", 30), new("Result", 50), new("State", 20)],
            Overview.Lines(facts).Select(IReadOnlyList<Cell> (line) => [line.Subject, line.Result, Cell.Of(line.State, line.Tone)]));

        Board(builder, facts.Board);
        Open(builder, facts);
        builder.Heading(1, "What the evidence does not show").Bullets(Limits.Lines(facts));
        builder.Heading(1, "All objectives");
        builder.Text(Limits.ObjectiveTable);
        foreach (var table in facts.Board.Tables)
        {
            builder.Heading(2, $"Table {table.Key}: {ObjectiveBoard.Subject(table.Key)}");
            builder.Table($"Objectives of table {table.Key}", "No objective was recorded.", ObjectiveTable.Columns, table.Select(ObjectiveTable.Row));
        }
        builder.Heading(1, "Compliance statement");
        builder.Text("A person makes the statement of compliance. None has been made.");
        builder.Fields(new("Statement", "________________________________________________"), new("Name", "________________________"), new("Date", "____-__-__"));
        return new Document(
            Frame.Identity(facts, "SAS", "Software Accomplishment Summary (draft)", "11.20 (software accomplishment summary)"), false, builder.Blocks);
    }

    private static void Board(DocumentBuilder builder, ObjectiveBoard board)
    {
        builder.Heading(1, "Objectives by status");
        builder.Text($"Status of the objectives at level {board.Level}. \"Met by evidence\" means that a check on the facts decides the objective and holds; nobody has reviewed that decision.");
        builder.Table("Objectives by table and status", "No objective was recorded.",
            [new("Table", 9), new("Subject", 31), new("All", 8), new("Met by evidence", 13), new("Waiting for a person", 14), new("Not met", 12), new("Not applicable", 13)],
            board.Tables.Select(table => Row(table.Key, ObjectiveBoard.Subject(table.Key), [.. table]))
                .Append(Row("all", "", board.All)).Where(_ => board.All.Count > 0));

        static IReadOnlyList<Cell> Row(string name, string subject, IReadOnlyList<ObjectiveFact> objectives) =>
        [
            name, subject, Say.Count(objectives.Count),
            .. ObjectiveBoard.Statuses.Select(status => (Cell)Say.Count(objectives.Count(o => o.Status == status))),
        ];
    }

    private static void Open(DocumentBuilder builder, FactIndex facts)
    {
        builder.Heading(1, "Open items").Heading(2, "Objectives not met");
        builder.Table("Objectives not met", facts.Board.WhenNone(ObjectiveStatus.NotMet),
            [new("Objective", 12), new("Description", 40), new("Reason", 48)],
            facts.Board.With(ObjectiveStatus.NotMet).Select(IReadOnlyList<Cell> (o) =>
                [Cell.Of(ObjectiveBoard.Name(o), Tone.Bad), o.Description, o.Reason]));
        builder.Heading(2, "What waits for a person");
        builder.Table("What waits for a person", facts.Board.WhenNone(ObjectiveStatus.WaitingForPerson),
            [new("Objective", 12), new("Description", 40), new("Record that closes it", 48)],
            facts.Board.With(ObjectiveStatus.WaitingForPerson).Select(IReadOnlyList<Cell> (o) =>
                [ObjectiveBoard.Name(o), o.Description, o.Closes ?? o.Reason]));
        builder.Heading(2, "Problem reports");
        SvrWriter.ProblemTable(builder, facts.Inputs.Project);
    }
}
