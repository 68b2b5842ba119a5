using System.Text.RegularExpressions;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Certify.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;

namespace Certify.Analyzers.Tests.Catalogue;

public partial class RulePageTests
{
    private static readonly string[] s_sections =
        ["Why", "Violation", "Compliant code", "When a deviation is right", "What it misses", "Mapping"];

    public static TheoryData<string> Ids => AllRulesTests.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_has_the_rule_s_title_and_all_sections(string id)
    {
        var page = RulePage.Read(id);
        Assert.Equal($"# {id}: {RuleCatalogue.Get(id).Title}", page.Title);
        Assert.Equal(s_sections, page.Sections.Keys);
        Assert.All(page.Sections.Values, text => Assert.True(text.Length > 40, text));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Violation_on_the_page_is_reported_by_the_rule(string id)
    {
        var findings = await new Snippet(RulePage.Read(id).Violation).RunAsync(Snippet.AllRules);
        Assert.Contains(findings, finding => finding.Id == id);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Compliant_code_on_the_page_breaks_no_rule_at_all(string id) =>
        Assert.DoesNotContain(
            await new Snippet(RulePage.Read(id).Compliant) { Path = FileOf(RulePage.Read(id).Compliant) }.RunAsync(Snippet.AllRules),
            finding => finding.Severity != DiagnosticSeverity.Hidden);

    public static TheoryData<string> OtherIds => new(RuleCatalogue.All.Where(entry => entry.Decided != "source")
        .Select(entry => entry.Id).Where(id => File.Exists(Path.Combine(Repository.Root, RuleCatalogue.Page(id)))));

    /// <summary>Rules of build, image and trace: their examples are project files, commands or requirements, which no analyzer reads.</summary>
    [Theory]
    [MemberData(nameof(OtherIds))]
    public void Page_of_a_rule_not_decided_on_source_has_examples_too(string id)
    {
        Page_has_the_rule_s_title_and_all_sections(id);
        Assert.Contains("```", RulePage.Read(id).Sections["Violation"], StringComparison.Ordinal);
        Assert.Contains("```", RulePage.Read(id).Sections["Compliant code"], StringComparison.Ordinal);
    }

    [Fact]
    public void Every_rule_has_a_page_and_every_page_a_rule() =>
        Assert.Equal(
            RuleCatalogue.All.Select(entry => entry.Id + ".md"),
            Directory.GetFiles(Path.Combine(Repository.Root, "analyzers/rules"), "CFY*.md")
                .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    [Fact]
    public void Readme_lists_the_table_as_the_code_has_it()
    {
        var rows = File.ReadAllLines(Path.Combine(Repository.Root, "analyzers/rules/README.md"))
            .Where(line => line.StartsWith("| [CFY", StringComparison.Ordinal));
        Assert.Equal(RuleCatalogue.All.Select(Row), rows);
    }

    // A public type has a file of its name.
    private static string FileOf(string example)
    {
        var type = PublicType().Match(example);
        return $"/project/{(type.Success ? type.Groups[1].Value : "Snippet")}.cs";
    }

    [GeneratedRegex(@"^public (?:[a-z]+ )*(?:class|struct|enum|interface) (\w+)", RegexOptions.Multiline)]
    private static partial Regex PublicType();

    private static string Row(RuleEntry entry) =>
        $"| [{entry.Id}]({entry.Id}.md) | {entry.Title} | {entry.Category} | {entry.Obligation} | {entry.CatalogueId} | {entry.Decided} | {Profiles(entry)} |";

    private static string Profiles(RuleEntry entry) =>
        string.Join(' ', Enum.GetValues<Profile>().Where(entry.Applies).Select(profile => profile.ToString().ToLowerInvariant()));
}
