using System.Globalization;
using System.Text;
using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;

namespace Certify.Trace.Tests;

/// <summary>
/// A clean set of 300 items: 30 system items, 90 HLRs (three each), 180 LLRs (two each), a type with a method for
/// each LLR, a normal-range test for each HLR and LLR. Every 10th requirement is derived.
/// </summary>
internal sealed class GeneratedSet
{
    public List<Dictionary<string, string>> Items { get; } = [];

    /// <summary>Tag of the method of each LLR, by the LLR's id.</summary>
    public SortedDictionary<string, string> Code { get; } = new(StringComparer.Ordinal);

    /// <summary>What each test verifies, by the number of the test.</summary>
    public SortedDictionary<string, string> Tests { get; } = new(StringComparer.Ordinal);

    public HashSet<string> RobustTests { get; } = new(StringComparer.Ordinal);

    public GeneratedSet()
    {
        for (var i = 0; i < 30; i++) Items.Add(Item($"SYS-G-{i:D3}", "system", null, false));
        for (var i = 0; i < 90; i++) Items.Add(Item($"GS-HLR-{i:D3}", "HLR", $"SYS-G-{i / 3:D3}", i % 10 == 9));
        for (var i = 0; i < 180; i++) Items.Add(Item($"GS-LLR-{i:D3}", "LLR", $"GS-HLR-{i / 2:D3}", i % 30 == 29));
        foreach (var item in Items.Where(i => i["tier"] != "system")) Tests.Add("T_" + item["id"].Replace('-', '_'), item["id"]);
        foreach (var item in Items.Where(i => i["tier"] == "LLR")) Code.Add("C_" + item["id"].Replace('-', '_'), item["id"]);
    }

    public IReadOnlyList<string> Found() => [.. Audit().Findings.Select(f => $"{f.Code} {f.Subject}").Distinct()];

    public TraceFacts Audit() => TraceAudit.Run(Inputs());

    public TraceInputs Inputs() => new()
    {
        Origin = Sample.Header,
        Level = "A",
        Requirements = [.. Items.Chunk(37).Select((chunk, i) => InputFile.FromText($"requirements/{i:D2}.md", Markdown(chunk)))],
        Sources =
        [
            new SourceSet("code", SourceRole.Code, true, [], [InputFile.FromText("code.cs", CodeText())], []),
            new SourceSet("tests", SourceRole.Properties, true, [], [InputFile.FromText("tests.cs", TestText())], []),
        ],
    };

    private static Dictionary<string, string> Item(string id, string tier, string? parent, bool derived)
    {
        var item = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id, ["tier"] = tier, ["component"] = "G" };
        item["text"] = $"Part {id} shall answer to `{id}`.";
        if (parent is null)
        {
            item["Source"] = $"generated, {id}";
            return item;
        }

        item["parents"] = derived ? "none" : parent;
        item["derived"] = derived ? "yes" : "no";
        item["verification"] = "test";
        if (derived) (item["Rationale"], item["Safety feedback"]) = ("generated", "told");
        return item;
    }

    private static string Markdown(IEnumerable<Dictionary<string, string>> items)
    {
        var text = new StringBuilder("# Generated\n\n");
        foreach (var item in items)
        {
            text.Append(CultureInfo.InvariantCulture, $"## {item["id"]} Title of {item["id"]}\n\n");
            foreach (var field in (string[])["tier", "component", "parents", "derived", "verification"])
                if (item.TryGetValue(field, out var value)) text.Append(CultureInfo.InvariantCulture, $"- {field}: {value}\n");
            text.Append(CultureInfo.InvariantCulture, $"\n{item["text"]}\n\n");
            foreach (var field in (string[])["Rationale", "Safety feedback", "Source"])
                if (item.TryGetValue(field, out var value)) text.Append(CultureInfo.InvariantCulture, $"**{field}:** {value}\n\n");
        }
        return text.ToString();
    }

    private string CodeText()
    {
        var text = new StringBuilder("namespace G; using Certify;\n");
        foreach (var (name, id) in Code)
            text.Append(CultureInfo.InvariantCulture, $"static class {name} {{ {(id.Length > 0 ? $"[Requirement(\"{id}\")] " : "")}public static void Do() {{ }} }}\n");
        return text.ToString();
    }

    private string TestText()
    {
        var text = new StringBuilder("namespace G; using Certify.Testing;\nstatic class Tests {\n");
        foreach (var (name, id) in Tests)
        {
            var kind = RobustTests.Contains(name) ? ", Kind = TestKind.Robustness" : "";
            text.Append(CultureInfo.InvariantCulture, $"[Property(\"{name}\"{kind})] {(id.Length > 0 ? $"[Verifies(\"{id}\")] " : "")}public static object {name}() => null;\n");
        }
        return text.Append("}\n").ToString();
    }
}
