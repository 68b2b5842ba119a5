using Certify.Trace.Formats.Csv;
using Certify.Trace.Formats.ReqIf;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests.ReqIf;

/// <summary>A published set of requirements goes through ReqIF and comes back.</summary>
public sealed class ReqIfCfeTests
{
    // @verifies CFY-LLR-371
    [SharedDataFact(SharedData.Cfe)]
    public void Csv_to_reqif_to_csv_is_without_loss_for_the_cfe_set()
    {
        var csv = new CsvReader().Read([SharedData.Read(SharedData.Cfe)], ReadOptions.Default);
        Assert.NotEmpty(csv.Items);
        foreach (var (writer, reader) in new (IItemWriter, IItemReader)[] { (new ReqIfWriter(), new ReqIfReader("reqif")), (new ReqIfzWriter(), new ReqIfReader("reqifz")) })
        {
            var written = writer.Write(csv.Items, "cfe");
            Assert.Empty(written.Losses);
            var read = reader.Read(written.Files, ReadOptions.Default);
            Assert.Empty(read.Findings);
            Assert.Empty(read.Losses);
            Assert.Equal(ItemForm.Of(csv.Items), ItemForm.Of(read.Items));
            Assert.True(new CsvWriter().Write(csv.Items, "cfe").Files[0].Bytes.Span.SequenceEqual(new CsvWriter().Write(read.Items, "cfe").Files[0].Bytes.Span));
        }
    }

    // @verifies CFY-LLR-371
    [Fact]
    public void Csv_to_reqif_to_csv_is_without_loss()
    {
        const string Text = "ID,Title,Description,Rationale,Parent,Status,Colour\r\nA-1,One,\"It shall\r\nstop, \"\"now\"\".\",Why,,Open,red\r\nA-2,Two,It shall go.,,\"A-1, S-9\",,\r\n";
        var csv = new CsvReader().Read([InputFile.FromText("in.csv", Text)], ReadOptions.Default);
        Assert.Equal(2, csv.Items.Count);
        var read = new ReqIfReader("reqif").Read(new ReqIfWriter().Write(csv.Items, "set").Files, ReadOptions.Default);
        Assert.Equal(new CsvWriter().Write(csv.Items, "set").Files[0].Bytes.ToArray(), new CsvWriter().Write(read.Items, "set").Files[0].Bytes.ToArray());
    }
}
