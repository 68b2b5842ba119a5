using System.Text;
using Certify.Facts;
using Certify.Fuzz;
using Certify.Trace.Formats;
using Certify.Trace.Model;

namespace Certify.Trace.Formats.Tests;

/// <summary>A short run of the fuzzer with a fixed seed over every reader, and that the fuzzer sees what it is there to see.</summary>
public sealed class FuzzTests
{
    public static TheoryData<string> Readers => [.. FormatList.Readers.Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Readers))]
    public void Reader_neither_throws_nor_loses_items_on_damaged_files(string format)
    {
        var reader = FormatList.Readers.Single(r => r.Name == format);
        var report = new ReaderFuzzer(reader, FormatList.Writers.SingleOrDefault(w => w.Name == format), seed: 1).Run(400);
        Assert.Equal(400, report.Inputs);
        Assert.True(report.WithItems > 0, "no damaged file gave an item: the seeds are not of this format");
        Assert.True(report.Failures.Count == 0, string.Join("\n", report.Failures.Select(f => f.What)));
    }

    [Theory]
    [InlineData("throws", "InvalidOperationException")]
    [InlineData("silent", "neither item nor finding")]
    [InlineData("hoards", "allocated")]
    [InlineData("forgets", "gone without a finding")]
    [InlineData("wavers", "another answer")]
    public void Fuzzer_sees_a_reader_that(string fault, string expected)
    {
        var writer = new LineFormat("");
        var report = new ReaderFuzzer(new LineFormat(fault), writer, seed: 1).Run(400);
        Assert.Contains(report.Failures, f => f.What.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Fuzzer_finds_nothing_in_a_reader_without_fault() =>
        Assert.Empty(new ReaderFuzzer(new LineFormat(""), new LineFormat(""), seed: 1).Run(400).Failures);

    /// <summary>A format of one id a line, whose reader can be given a fault.</summary>
    private sealed class LineFormat(string fault) : IItemReader, IItemWriter
    {
        private int _reads;

        public string Name => "line";

        public string Description => "one id a line";

        public string Extension => ".line";

        public bool Recognises(string path, ReadOnlySpan<byte> head) => false;

        public WriteOutcome Write(IReadOnlyList<TraceItem> items, string title) =>
            new([InputFile.FromText(title + Extension, string.Concat(items.Select(i => i.Id + "\n")))], []);

        public ReadOutcome Read(IReadOnlyList<InputFile> files, ReadOptions options, CancellationToken cancel = default)
        {
            _reads++;
            if (fault == "throws" && _reads > 3) throw new InvalidOperationException("no");
            if (fault == "hoards") GC.KeepAlive(new byte[65 << 20]);
            if (fault == "silent") return new([], [], []);
            var lines = Encoding.Latin1.GetString(files[0].Bytes.Span).Split('\n').Select(l => string.Concat(l.Where(c => !char.IsControl(c)).Take(200)));
            var items = lines.Select((line, i) => new TraceItem { Id = line.Length == 0 ? "none" : line, Tier = ItemTier.Hlr, Place = new("a", i + 1) }).ToList();
            if (fault == "forgets") items.RemoveRange(0, items.Count / 2 + 1);
            if (fault == "wavers" && _reads % 2 == 0) items.RemoveAt(0);
            if (fault is "" && files[0].Bytes.Length == 0) items.Add(new TraceItem { Id = "empty", Tier = ItemTier.Hlr, Place = new("a", 1) });
            return new(items, [], []);
        }
    }
}
