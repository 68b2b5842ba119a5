using Certify.Packaging.Objectives;

namespace Certify.Packaging.Tests;

public class ObjectiveTableTests
{
    // @verifies CFY-LLR-055
    [Theory]
    [InlineData("A", 71, 30)]
    [InlineData("B", 69, 18)]
    [InlineData("C", 62, 5)]
    [InlineData("D", 26, 2)]
    public void Totals_are_those_of_the_standard(string level, int objectives, int independent)
    {
        IReadOnlyList<ObjectiveRow> rows = ObjectiveTable.At(level);
        Assert.Equal(objectives, rows.Count);
        Assert.Equal(independent, rows.Count(r => r.Independence.Contains(level)));
    }

    [Fact]
    public void Tables_have_their_counts_at_level_A() => Assert.Equal(
        [7, 7, 7, 13, 9, 5, 9, 6, 5, 3],
        Enumerable.Range(1, 10).Select(t => ObjectiveTable.Rows.Count(r => r.Table == $"A-{t}")));

    [Fact]
    public void Numbers_run_without_gap() => Assert.All(
        ObjectiveTable.Rows.GroupBy(r => r.Table),
        table => Assert.Equal(Enumerable.Range(1, table.Count()), table.Select(r => r.Number)));

    [Fact]
    public void Independence_is_asked_for_only_where_the_objective_is() =>
        Assert.All(ObjectiveTable.Rows, r => Assert.True(r.Independence.All(r.Levels.Contains), $"{r.Table}.{r.Number}"));

    // @verifies CFY-LLR-055
    [Fact]
    public void Every_row_names_a_check_that_exists_or_a_record() => Assert.All(ObjectiveTable.Rows, r =>
    {
        Assert.Equal(r.DecidedBy == DecidedBy.Person, r.Check is null);
        Assert.True(r.Check is null || ObjectiveBoard.Checks.ContainsKey(r.Check), r.Check);
        Assert.True(r.DecidedBy is DecidedBy.Measured or DecidedBy.Absent || r.Closes.Length > 0, $"{r.Table}.{r.Number}");
        Assert.True(r.Independence.Length == 0 || r.DecidedBy == DecidedBy.Absent || r.Closes.Length > 0, $"{r.Table}.{r.Number}");
    });

    [Fact]
    public void Every_check_decides_some_row() => Assert.Equal(
        ObjectiveBoard.Checks.Keys.Order(StringComparer.Ordinal),
        ObjectiveTable.Rows.Select(r => r.Check).OfType<string>().Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("E")]
    [InlineData("")]
    [InlineData("AB")]
    public void Other_levels_are_refused(string level) => Assert.Throws<ArgumentException>(() => ObjectiveTable.At(level));

    /// <summary>The numbers were carried over from a table of facts; the sentences were not.</summary>
    [SharedFactsFact]
    public void Descriptions_are_not_those_of_the_source_table()
    {
        string source = File.ReadAllText(SharedFactsFactAttribute.Path!);
        Assert.All(ObjectiveTable.Rows, r => Assert.DoesNotContain(r.Description, source, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>Skips where the folder of facts beside the repository is absent.</summary>
public sealed class SharedFactsFactAttribute : FactAttribute
{
    public SharedFactsFactAttribute()
    {
        if (Path is null) Skip = "no ../shared/facts/do178c-objectives.csv beside the repository";
    }

    public static string? Path
    {
        get
        {
            for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
            {
                string file = System.IO.Path.Combine(at.FullName, "shared", "facts", "do178c-objectives.csv");
                if (File.Exists(file)) return file;
            }

            return null;
        }
    }
}
