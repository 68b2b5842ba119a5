using System.Text.RegularExpressions;
using Certify.Analyzers.Catalogue;

namespace Certify.Analyzers.Tests.Verification;

/// <summary>A rule's page: its sections by heading, and the examples in them.</summary>
internal sealed partial record RulePage(string Title, IReadOnlyDictionary<string, string> Sections)
{
    /// <summary>The example under "Violation".</summary>
    public string Violation => Example("Violation");

    /// <summary>The example under "Compliant code".</summary>
    public string Compliant => Example("Compliant code");

    /// <summary>Reads the page from the clone this test was built in.</summary>
    public static RulePage Read(string id)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, RuleCatalogue.Page(id))).ReplaceLineEndings("\n");
        // A heading inside an example belongs to the example.
        var inside = false;
        var marked = text.Split('\n').Select(line =>
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) inside = !inside;
            return !inside && line.StartsWith("## ", StringComparison.Ordinal) ? "\f" + line[3..] : line;
        });
        var parts = string.Join('\n', marked).Split("\n\f");
        var sections = parts[1..].ToDictionary(
            part => part.Split('\n')[0].Trim(), part => part[(part.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim());
        return new RulePage(parts[0].Split('\n')[0], sections);
    }

    private string Example(string section)
    {
        var match = Code().Match(Sections[section]);
        return match.Success ? match.Groups[1].Value : throw new InvalidOperationException($"{Title}: no example under '{section}'");
    }

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
