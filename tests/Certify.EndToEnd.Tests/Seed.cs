namespace Certify.EndToEnd.Tests;

/// <summary>One forbidden construct: a class of its own beside the application's, with the line that a rule must report.</summary>
/// <param name="Category">Category of the rule, and name of the file the seed stands in.</param>
/// <param name="RuleId">CFY####.</param>
/// <param name="Construct">What is forbidden.</param>
/// <param name="ClassName">Name of the class that holds it.</param>
/// <param name="Source">The whole source file.</param>
/// <param name="Lines">Numbers of the lines reported, from 1.</param>
public sealed record Seed(
    string Category, string RuleId, string Construct, string ClassName, string Source, IReadOnlyList<int> Lines)
{
    private const string Mark = "/*!*/";

    /// <summary>Name of the seed's source file.</summary>
    public string FileName => ClassName + ".cs";

    /// <summary>Every seed of the lists in the folder Seeds, in order of file and line.</summary>
    public static IReadOnlyList<Seed> All { get; } =
    [
        .. Directory.GetFiles(Path.Combine(FlightMonitorFixture.Root, "tests", "Certify.EndToEnd.Tests", "Seeds"), "*.txt")
            .Order(StringComparer.Ordinal).SelectMany(Read),
    ];

    private static IEnumerable<Seed> Read(string path)
    {
        var category = Path.GetFileNameWithoutExtension(path);
        var blocks = new List<List<string>>();
        foreach (var line in File.ReadAllLines(path).Where(line => line.Trim().Length > 0 && line[0] != '#'))
        {
            if (line.StartsWith("CFY", StringComparison.Ordinal)) blocks.Add([]);
            blocks[^1].Add(line);
        }

        return blocks.Select((block, index) => Make(category, index + 1, block));
    }

    private static Seed Make(string category, int number, List<string> block)
    {
        var name = $"Seeded{category}{number}";
        var body = block.Skip(1).Select(line => line.Replace(" $(", $" {name}(", StringComparison.Ordinal)).ToList();
        var tag = body.RemoveAll(line => line.Trim() == "untagged") > 0 ? "" : "[Certify.Requirement(\"FM-LLR-001\")]";
        var lines = new List<string> { "namespace FlightMonitor;", "", tag, $"internal static class {name}", "{" };
        lines.AddRange(body);
        lines.Add("}");
        var marked = lines.Select((text, index) => (text, Line: index + 1)).Where(line => line.text.Contains(Mark, StringComparison.Ordinal));
        var header = block[0].Split(' ', 2);
        return new Seed(
            category, header[0], header[1], name, string.Join('\n', lines.Select(Unmarked)) + "\n", [.. marked.Select(line => line.Line)]);
    }

    // The mark would keep a comment's line from being read as code.
    private static string Unmarked(string line) => line.Replace(" " + Mark, "", StringComparison.Ordinal);
}
