namespace Certify.Documents.Tests;

/// <summary>
/// Every document of the sample project, whole. To accept changed text on purpose, run with CERTIFY_ACCEPT set to the
/// folder of the expected files and read the difference.
/// </summary>
public class ExpectedTextTests
{
    [Theory]
    [InlineData("FM-SAS"), InlineData("FM-SRD"), InlineData("FM-SDD"), InlineData("FM-SVCP"), InlineData("FM-SVR")]
    [InlineData("FM-SECI"), InlineData("FM-SCI"), InlineData("FM-TRACE")]
    public void Document_reads_as_expected(string id) =>
        Compare(id, ModelText.Of(DocumentSet.Documents(new FactIndex(Samples.Good())).Single(d => d.Identity.Id == id)));

    [Fact]
    public void Failed_results_read_as_expected() =>
        Compare("FM-SVR-failed", ModelText.Of(DocumentSet.Documents(new FactIndex(Samples.Bad())).Single(d => d.Identity.Id == "FM-SVR")));

    [Theory]
    [InlineData("FM-TRACE"), InlineData("FM-OBJ")]
    public void Workbook_reads_as_expected(string id) =>
        Compare(id + ".xlsx", ModelText.Of(DocumentSet.Workbooks(new FactIndex(Samples.Good())).Single(w => w.Identity.Id == id)));

    private static void Compare(string name, string actual)
    {
        var file = name + ".txt";
        if (Environment.GetEnvironmentVariable("CERTIFY_ACCEPT") is { Length: > 0 } folder)
            File.WriteAllText(Path.Combine(folder, file), actual);
        var path = Path.Combine(AppContext.BaseDirectory, "Expected", file);
        Assert.True(File.Exists(path), $"no expected file {file}");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), actual);
    }
}
