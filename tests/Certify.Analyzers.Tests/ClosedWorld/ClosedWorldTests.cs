using System.Globalization;
using System.Text;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Tests.Verification;
using Basic.Reference.Assemblies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using World = Certify.Analyzers.Catalogue.ClosedWorld;

namespace Certify.Analyzers.Tests.ClosedWorld;

public class ClosedWorldTests
{
    private static readonly string[] s_verdicts = ["allowed", "conditional", "forbidden", "refused", "absent"];

    public static TheoryData<string> Proved => new(
        World.All.Where(entry => entry.Verdict is "forbidden" or "conditional").Select(entry => $"{entry.Space} {entry.Kind}"));

    public static TheoryData<string> Refused => new(World.All.Where(entry => entry.Verdict == "refused").Select(entry => entry.Kind));

    // @verifies CFY-LLR-233
    [Fact]
    public void Every_kind_that_the_compiler_knows_has_one_verdict()
    {
        Assert.Equal(Enum.GetNames<SyntaxKind>(), World.All.Where(entry => entry.Space == "syntax").Select(entry => entry.Kind));
        Assert.Equal(Enum.GetNames<OperationKind>(), World.All.Where(entry => entry.Space == "operation").Select(entry => entry.Kind));
        Assert.All(World.All, entry => Assert.Contains(entry.Verdict, s_verdicts));
        Assert.All(World.All, entry => Assert.Equal(entry.Verdict is "forbidden" or "conditional", entry.Rule.Length > 0));
        Assert.All(World.All, entry => Assert.True(entry.Verdict != "conditional" || entry.Condition.Length > 0, entry.Kind));
    }

    [Theory]
    [MemberData(nameof(Proved))]
    public async Task Named_rule_reports_the_example(string name)
    {
        var entry = World.All.Single(line => $"{line.Space} {line.Kind}" == name);
        var snippet = SnippetOf(entry);
        var places = entry.Space == "syntax" ? SyntaxPlaces(snippet, entry.Kind) : OperationPlaces(snippet, entry.Kind);
        Assert.NotEmpty(places);
        var rule = Snippet.AllRules.Single(candidate => candidate.SupportedDiagnostics[0].Id == entry.Rule);
        var findings = await snippet.RunAsync(rule);
        var root = CSharpSyntaxTree.ParseText(snippet.Source, new CSharpParseOptions(LanguageVersion.CSharp14)).GetRoot();
        Assert.Contains(findings, finding => Covered(root, finding) is { } covered && places.Any(covered.IntersectsWith));
    }

    // The statement, member or directive that the finding is about; a finding on the wrapping class proves nothing.
    private static TextSpan? Covered(SyntaxNode root, Diagnostic finding)
    {
        var node = root.FindNode(finding.Location.SourceSpan, findInsideTrivia: true, getInnermostNodeForTie: true);
        var whole = node.FirstAncestorOrSelf<SyntaxNode>(part => part is StatementSyntax or MemberDeclarationSyntax or DirectiveTriviaSyntax);
        return whole is ClassDeclarationSyntax { Identifier.Text: "P" } ? finding.Location.SourceSpan : whole?.FullSpan ?? finding.Location.SourceSpan;
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void Compiler_refuses_the_example(string kind)
    {
        var snippet = SnippetOf(World.All.Single(line => line.Space == "syntax" && line.Kind == kind));
        Assert.NotEmpty(SyntaxPlaces(snippet, kind));
        Assert.Contains(Compile(snippet).GetDiagnostics(), diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void Page_shows_the_table()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "analyzers/rules/closed-world.md"));
        var rows = World.All.Where(entry => entry.Verdict is not ("allowed" or "absent")).Select(Row);
        Assert.Equal(rows, page.Split('\n').Where(line => line.StartsWith("| syntax |", StringComparison.Ordinal) || line.StartsWith("| operation |", StringComparison.Ordinal)));
        var counts = string.Join("; ", s_verdicts.Select(verdict => $"{verdict}: {World.All.Count(entry => entry.Verdict == verdict).ToString(CultureInfo.InvariantCulture)}"));
        Assert.Contains($"Kinds by verdict: {counts}.", page, StringComparison.Ordinal);
    }

    private static string Row(ClosedWorldEntry entry)
    {
        var rule = entry.Rule.Length > 0 ? $"[{entry.Rule}]({entry.Rule}.md)" : "";
        return $"| {entry.Space} | {entry.Kind} | {entry.Verdict} | {rule} | {(entry.Verdict == "refused" ? "" : entry.Condition)} |";
    }

    private static Snippet SnippetOf(ClosedWorldEntry entry) => new(entry.Form switch
    {
        "s" => $"static unsafe class P {{ static void M(int x, int[] a, object o, string t) {{ {entry.Example} }} }}",
        "m" => $"static unsafe class P {{ {entry.Example} }}",
        "p" => $"static class P {{ {entry.Example} }}",
        _ => entry.Example,
    })
    {
        Output = entry.Form == "t" ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
    };

    private static CSharpCompilation Compile(Snippet snippet) => CSharpCompilation.Create(
        "Example", [CSharpSyntaxTree.ParseText(SourceText.From(snippet.Source, Encoding.UTF8), new CSharpParseOptions(LanguageVersion.CSharp14), "a.cs")], Net100.References.All,
        new CSharpCompilationOptions(snippet.Output, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));

    private static List<TextSpan> SyntaxPlaces(Snippet snippet, string kind)
    {
        var root = Compile(snippet).SyntaxTrees[0].GetRoot();
        var nodes = root.DescendantNodesAndSelf(descendIntoTrivia: true).Where(node => node.Kind().ToString() == kind).Select(node => node.FullSpan);
        var trivia = root.DescendantTrivia(descendIntoTrivia: true).Where(item => item.Kind().ToString() == kind).Select(item => item.FullSpan);
        return [.. nodes.Concat(trivia)];
    }

    private static List<TextSpan> OperationPlaces(Snippet snippet, string kind)
    {
        var compilation = Compile(snippet);
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
        var wanted = Enum.Parse<OperationKind>(kind);
        return [.. compilation.SyntaxTrees[0].GetRoot().DescendantNodesAndSelf()
            .Select(node => model.GetOperation(node)).OfType<IOperation>()
            .SelectMany(operation => operation.DescendantsAndSelf())
            .Where(operation => operation.Kind == wanted).Select(operation => operation.Syntax.Span)];
    }
}
