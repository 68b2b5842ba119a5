using System.Text;
using Certify.Documents.Model;
using Certify.Facts;

namespace Certify.Documents.Tests;

public sealed class MachinePageTests
{
    internal static ImageAnalysisFacts Machine { get; } = new(
        Samples.Header(ImageAnalysisFacts.Schema, Samples.ImageDigest), "Monitor",
        [
            new("Monitor_Step", "Monitor.Step", "Monitor", 0x110000, 120, 30, new("src/Monitor.cs", 12), ["FM-LLR-001"], true, true, 48, 64, ["certify_trap_index"]),
            new("certify_trap_index", "certify_trap_index", "Platform", 0x110100, 4, 2, new("platform/user.S", 3), [], true, false, 8, 8, []),
            new("orphan<T>", "orphan<T>", "Monitor", 0x110200, 9, 3, null, [], false, true, null, null, []),
        ],
        [
            new("user", 0x1FA000, 16384, ["user code"], 336, 328, [new("Monitor.Step", new("src/Monitor.cs", 14), 48, 48), new("certify_trap_index", null, 8, 336)]),
            new("interrupt stack 1", 0x108000, 4096, ["vector 0", "vector 1", "vector 3", "vector 4", "vector 5"], null, null, []),
        ],
        [new("Monitor.Step", 0x110010, "switch", ["+0x20", "+0x30"], new("src/Monitor.cs", 13)), new("Monitor.Step", 0x110020, "unresolved", [], null)],
        [["Monitor.Step (src/Monitor.cs:14)", "Monitor.Next (src/Monitor.cs:20)"]],
        [new("padding", 11, "alignment between functions", true, null), new("orphan<T>", 9, "no source line explains it", false, null)],
        [new("Monitor.Step", "index check", 2), new("Monitor.Step", "source decision", 5)],
        [new("Monitor", ".bss", 244, true)],
        140, 133, 3, [new("CFY2106", "orphan<T>", "orphan<T> is in the image and no path leads to it", null)],
        new(312, 5000, 4, 7));

    private static string? Page(DocumentInputs inputs) =>
        DocumentSet.Write(inputs).Where(f => f.Path == "machine-code.html").Select(f => Encoding.UTF8.GetString(f.Bytes)).SingleOrDefault();

    // @verifies CFY-LLR-325
    [Fact]
    public void Page_shows_stack_path_functions_sizes_and_additional_code()
    {
        var page = Page(Samples.Good() with { Machine = Machine })!;

        foreach (var shown in new[] { "312 bytes in 5000 frames", "336 bytes", "Monitor.Step", "src/Monitor.cs:14", "index check", "alignment between functions", "FM-LLR-001", ".bss", "unresolved", "CFY2106" })
            Assert.Contains(shown, page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_of_the_image_are_escaped()
    {
        var hostile = "<img src=x onerror=alert(1)>\"'&";
        var page = Page(Samples.Good() with
        {
            Machine = Machine with
            {
                Functions = [Machine.Functions[0] with { Name = hostile, Component = hostile, Calls = [hostile] }],
                Additional = [new(hostile, 1, hostile, false, new(hostile, 1))],
                Stacks = [Machine.Stacks[0] with { Path = [new(hostile, new(hostile, 1), 8, 8)] }],
            },
        })!;

        Assert.DoesNotContain("<img", page, StringComparison.Ordinal);
        Assert.Contains("&lt;img", page, StringComparison.Ordinal);
    }

    [Fact]
    public void There_is_no_page_without_the_analysis() => Assert.Null(Page(Samples.Good()));

    [Fact]
    public void Verification_results_hold_the_stack_and_the_additional_code()
    {
        var document = DocumentSet.Documents(new FactIndex(Samples.Good() with { Machine = Machine })).Single(d => d.Identity.Id.EndsWith("SVR", StringComparison.Ordinal));
        var headings = document.Blocks.OfType<Heading>().Select(h => h.Text).ToList();
        var tables = document.Blocks.OfType<Table>().ToDictionary(t => t.Caption);

        Assert.Contains("Machine code", headings);
        Assert.Equal(2, tables["The deepest path of the application's stack"].Rows.Count);
        Assert.Contains(tables["Object code that is not a source member with requirements"].Rows, r => r[0].Flat == "orphan<T>" && r[3].Flat == "open");
    }

    [Fact]
    public void Analysis_of_another_image_is_a_contradiction() =>
        Assert.Contains(
            Consistency.Check(Samples.Good() with { Machine = Machine with { Header = Machine.Header with { ImageSha256 = Samples.Digest('9') } } }),
            s => s.StartsWith("image-analysis.json is about image", StringComparison.Ordinal));
}
