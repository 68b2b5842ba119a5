using System.Collections.Immutable;
using Certify.Analyzers.CodeFixes;
using Certify.Analyzers.Settings;
using Certify.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.Tests.CodeFixes;

/// <summary>Applies a fix to what its rule reports, in a workspace as an editor has one, and judges the result.</summary>
internal static class Fixing<TRule, TFix>
    where TRule : CertifyRule, new()
    where TFix : CertifyFix, new()
{
    private static readonly TFix s_fix = new();

    /// <summary>The first offered fix gives this text. It compiles, the rule reports less, and no rule reports more.</summary>
    public static async Task Gives(string before, string after)
    {
        var (document, findings) = await Open(before);
        foreach (var finding in findings)
        {
            if (await Offered(document, finding) is not { } action) continue;
            await Check(before, after, await Applied(document, action));
            return;
        }

        Assert.Fail($"nothing offered for {findings.Length} findings");
    }

    /// <summary>Fixing all of the file gives this text, with no finding left that the fix takes.</summary>
    public static async Task GivesAll(string before, string after)
    {
        var (document, findings) = await Open(before);
        var all = new FixAllContext(
            document, s_fix, FixAllScope.Document, s_fix.FixableDiagnosticIds[0], s_fix.FixableDiagnosticIds, new Found(findings), CancellationToken.None);
        var action = await s_fix.GetFixAllProvider().GetFixAsync(all);
        Assert.NotNull(action);
        await Check(before, after, await Applied(document, action));
    }

    /// <summary>The rule reports, and the fix leaves it alone.</summary>
    public static async Task LeavesAlone(string source)
    {
        var (document, findings) = await Open(source);
        Assert.NotEmpty(findings);
        foreach (var finding in findings) Assert.Null(await Offered(document, finding));
    }

    private static async Task Check(string before, string after, string result)
    {
        Assert.Equal(after, result, ignoreLineEndingDifferences: true);
        var old = await Counts(before);
        var now = await Counts(result);
        var id = s_fix.FixableDiagnosticIds[0];
        Assert.True(now.GetValueOrDefault(id) < old[id], $"{id} is still reported");
        Assert.Empty(now.Where(count => count.Value > old.GetValueOrDefault(count.Key)).Select(count => count.Key));
    }

    private static async Task<Dictionary<string, int>> Counts(string source) =>
        (await new Snippet(source).RunAsync(Snippet.AllRules)).Where(finding => finding.Severity != DiagnosticSeverity.Hidden)
            .GroupBy(finding => finding.Id).ToDictionary(group => group.Key, group => group.Count());

    private static async Task<CodeAction?> Offered(Document document, Diagnostic finding)
    {
        CodeAction? offered = null;
        await s_fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (action, _) => offered ??= action, CancellationToken.None));
        return offered;
    }

    private static async Task<string> Applied(Document document, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        var solution = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await solution.GetDocument(document.Id)!.GetTextAsync()).ToString();
    }

    private static async Task<(Document Document, ImmutableArray<Diagnostic> Findings)> Open(string source)
    {
        var snippet = new Snippet(source);
        using var workspace = new AdhocWorkspace();
        var id = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                id, VersionStamp.Default, "Snippet", "Snippet", LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable),
                parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14), metadataReferences: snippet.References));
        foreach (var text in Snippet.Annotations) solution = solution.AddDocument(DocumentId.CreateNewId(id), "Annotation.cs", text);
        var own = DocumentId.CreateNewId(id);
        var document = solution.AddDocument(own, "Snippet.cs", SourceText.From(source), filePath: snippet.Path).GetDocument(own)!;
        var tree = (await document.GetSyntaxTreeAsync())!;
        var findings = (await snippet.RunAsync(new TRule())).Where(finding => finding.Location.SourceTree?.FilePath == snippet.Path)
            .Select(finding => Diagnostic.Create(finding.Descriptor, tree.GetLocation(finding.Location.SourceSpan)));
        return (document, [.. findings]);
    }

    private sealed class Found(ImmutableArray<Diagnostic> findings) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(findings);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(findings);
    }
}
