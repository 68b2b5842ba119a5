using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Certify.Cli.Settings;

/// <summary>The C# projects of solutions.</summary>
// @llr CFY-LLR-262
internal static partial class SolutionProjects
{
    /// <summary>Every project of the target's solutions, in order of path.</summary>
    public static IReadOnlyList<AppSettings> Of(Target target) =>
    [
        .. target.Yaml.Solutions.Select(solution => Path.GetFullPath(Path.Combine(target.Folder, solution)))
            .SelectMany(Paths).Distinct().Order(StringComparer.Ordinal)
            .Select(path => ProjectLocator.Locate(path).FirstApp()),
    ];

    private static IEnumerable<string> Paths(string solution)
    {
        if (!File.Exists(solution)) throw CommandException.BadInput($"{solution}: no such solution");
        var text = File.ReadAllText(solution);
        var names = Path.GetExtension(solution) == ".slnx"
            ? XDocument.Parse(text).Descendants("Project").Select(project => (string?)project.Attribute("Path") ?? "")
            : Project().Matches(text).Select(match => match.Groups[1].Value);
        return names.Where(name => name.EndsWith(".csproj", StringComparison.OrdinalIgnoreCase))
            .Select(name => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(solution)!, name.Replace('\\', '/'))));
    }

    [GeneratedRegex("^Project\\(\"[^\"]*\"\\) = \"[^\"]*\", \"([^\"]*)\"", RegexOptions.Multiline)]
    private static partial Regex Project();
}
