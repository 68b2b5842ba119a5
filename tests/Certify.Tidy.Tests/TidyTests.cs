using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace Certify.Tidy.Tests;

/// <summary>House rules that a machine can check. Each failure reads path:line: error: what.</summary>
public sealed partial class TidyTests
{
    private const int SourceLinesMax = 500;

    /// <summary>Which projects a project may reference. References run downward only.</summary>
    private static readonly Dictionary<string, string[]> s_allowed = new(StringComparer.Ordinal)
    {
        ["Certify.Facts"] = [],
        ["Certify.Analyzers.CodeFixes"] = [],
        ["Certify.Analyzers"] = ["Certify.Analyzers.CodeFixes"], // Packed along, not used.
        ["Certify.Projects"] = ["Certify.Analyzers", "Certify.Analyzers.CodeFixes", "Certify.Facts"],
        ["Certify.Image"] = ["Certify.Facts"],
        ["Certify.ImageAnalysis"] = ["Certify.Image", "Certify.Facts"],
        ["Certify.Machine"] = ["Certify.Image", "Certify.Facts"],
        ["Certify.Trace"] = ["Certify.Facts"],
        ["Certify.Trace.Formats"] = ["Certify.Trace", "Certify.Facts"],
        ["Certify.Testing"] = ["Certify.Machine", "Certify.Image", "Certify.Facts"],
        ["Certify.Coverage"] = ["Certify.Facts"],
        ["Certify.Documents"] = ["Certify.Facts"],
        ["Certify.Packaging"] = ["Certify.Facts"],
        ["Certify.Unikernel.Sdk"] = ["Certify.Analyzers"],
    };

    [Fact]
    public void No_source_file_is_longer_than_one_reading_holds()
    {
        var long_ = Repository.Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".S", StringComparison.Ordinal))
            .Select(f => (f, lines: Repository.Read(f).Count(c => c == '\n')))
            .Where(x => x.lines > SourceLinesMax)
            .Select(x => $"{x.f}:{SourceLinesMax}: error: {x.lines} lines; split it, {SourceLinesMax} is the most");
        Assert.Empty(long_);
    }

    /// <summary>What ./certify installs or asks for, and what each Debian has (coreutils, util-linux); one name is missing on purpose.</summary>
    private static readonly string[] s_programs = ["dotnet", "git", "qemu-system-x86_64", "as", "ld", "nm", "sh", "timeout", "mkfifo", "setpriv", "certify-no-such-tool"];

    [Fact]
    public void Only_programs_that_the_entry_script_provides_are_started()
    {
        var wrong = Repository.Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(f => Repository.Read(f).Split('\n').SelectMany((line, i) => Started().Matches(line)
                .Where(m => !s_programs.Contains(m.Groups[1].Value))
                .Select(m => $"{f}:{i + 1}: error: starts '{m.Groups[1].Value}', which a small machine lacks; ./certify does not provide it")));
        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"(?:ProcessStartInfo|Process\.Start|ProcessRunner\.Run)\(\s*""([^""]+)""")]
    private static partial Regex Started();

    [Fact]
    public void References_between_product_projects_run_downward()
    {
        var wrong = new List<string>();
        foreach (var file in Repository.Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal)))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (!s_allowed.TryGetValue(name, out var allowed)) continue;
            wrong.AddRange(XDocument.Parse(Repository.Read(file)).Descendants("ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(((string?)r.Attribute("Include") ?? "").Replace('\\', '/')))
                .Where(r => !r.StartsWith("$(", StringComparison.Ordinal) && !allowed.Contains(r))
                .Select(r => $"{file}:1: error: references '{r}', which is not below it"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_product_file_depends_on_the_folder_beside_the_checkout_or_names_a_machine_path()
    {
        var wrong = Repository.Files
            .Where(f => !f.StartsWith("tests/", StringComparison.Ordinal) && IsText(f))
            .SelectMany(f => Repository.Read(f).Split('\n').Select((line, i) => (f, line, i)))
            .Where(x => MachinePath().IsMatch(x.line) || x.line.Contains("../" + "shared/", StringComparison.Ordinal))
            .Select(x => $"{x.f}:{x.i + 1}: error: {x.line.Trim()}");
        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = Repository.Read("Certify.sln").Replace('\\', '/');
        var missing = Repository.Files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal) && !solution.Contains(f, StringComparison.Ordinal));
        Assert.Empty(missing);
    }

    [Fact]
    public void Every_project_has_a_lock_file()
    {
        var files = Repository.Files.ToHashSet(StringComparer.Ordinal);
        var missing = files.Where(f => f.EndsWith(".csproj", StringComparison.Ordinal))
            .Where(f => !files.Contains(f[..(f.LastIndexOf('/') + 1)] + "packages.lock.json"));
        Assert.Empty(missing.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_rule_has_a_page_and_a_test()
    {
        var ids = Repository.Files.Where(f => f.StartsWith("analyzers/Certify.Analyzers/", StringComparison.Ordinal) && f.EndsWith("Rule.cs", StringComparison.Ordinal) && !f.EndsWith("/CertifyRule.cs", StringComparison.Ordinal))
            .Select(f => (f, tests: $"{Path.GetFileNameWithoutExtension(f)}Tests.cs")).ToList();
        Assert.True(ids.Count >= 12, $"only {ids.Count} rules found");
        var missing = ids.Where(x => !Repository.Files.Any(f => f.StartsWith("tests/Certify.Analyzers.Tests/", StringComparison.Ordinal) && f.EndsWith("/" + x.tests, StringComparison.Ordinal)));
        Assert.Empty(missing.Select(x => $"{x.f}:1: error: has no {x.tests}"));
    }

    private static bool IsText(string file) =>
        Path.GetExtension(file) is ".cs" or ".md" or ".S" or ".ld" or ".props" or ".targets" or ".csproj" or ".yaml" or ".json" or ".sh" or "" or ".txt";

    [GeneratedRegex(@"(?<![\w.])/(work|root|home)/[a-z]")]
    private static partial Regex MachinePath();
}
