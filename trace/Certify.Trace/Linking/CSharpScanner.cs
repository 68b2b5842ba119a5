using Certify.Facts;
using Certify.Trace.Audit;
using Certify.Trace.Model;
using Certify.Trace.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Trace.Linking;

/// <summary>
/// Reads symbols and tags from C# sources with Roslyn. Links hold documentation ids, so a moved or re-wrapped member
/// keeps its links. Tags are bound: an attribute counts when it is Certify.RequirementAttribute, or, where that type
/// is not among sources and references, when it is written so.
/// </summary>
// @llr CFY-LLR-005
internal sealed class CSharpScanner
{
    private readonly SourceSet _set;
    private readonly CodeScan _scan;
    private readonly FindingList _findings;

    private CSharpScanner(SourceSet set, CodeScan scan, FindingList findings) =>
        (_set, _scan, _findings) = (set, scan, findings);

    /// <summary>Scans one set of sources as one compilation.</summary>
    public static void Scan(SourceSet set, CodeScan scan, FindingList findings) =>
        new CSharpScanner(set, scan, findings).Scan();

    private void Scan()
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp14, DocumentationMode.None, SourceCodeKind.Regular, _set.Symbols);
        var trees = new List<SyntaxTree>();
        foreach (var file in _set.Files.OrderBy(f => f.Path, StringComparer.Ordinal))
        {
            if (Parse(file, options) is { } tree) trees.Add(tree);
        }

        var compilation = CSharpCompilation.Create(
            "trace", CoreStub.For(_set.References, trees, options) is { } stub ? [.. trees, stub] : trees, _set.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        foreach (var tree in trees)
        {
            try
            {
                ScanTree(compilation, tree);
            }
            catch (InsufficientExecutionStackException)
            {
                Unparsed(tree.FilePath, 0, "the source is nested too deeply");
            }
        }
    }

    private SyntaxTree? Parse(InputFile file, CSharpParseOptions options)
    {
        if (PlainText.Decode(file, _findings) is not { } text) return null;
        if (SourceGuard.Check(text, options) is { } refused)
        {
            Unparsed(file.Path, 1 + text.AsSpan(0, refused.Position).Count('\n'), refused.Reason);
            return null;
        }

        var tree = CSharpSyntaxTree.ParseText(SourceText.From(text), options, file.Path);
        var error = tree.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error)
            .OrderBy(d => d.Location.SourceSpan.Start).FirstOrDefault();
        if (error is not null)
        {
            var line = error.Location.GetLineSpan().StartLinePosition.Line + 1;
            Unparsed(file.Path, line, error.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
        }
        return tree;
    }

    private void ScanTree(CSharpCompilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        var tags = TreeTags.Read(model, tree.GetRoot(), _findings);
        if (_set.Role == SourceRole.Code)
        {
            foreach (var stray in tags.Verifies())
                Stray(tree, stray.Place, $"'{stray.Id}' is verified by something in a code set; hint: tests belong to the test sources");
            new SymbolCollector(model, _set.RequireTags, tags, _scan).Collect(tree.GetRoot());
        }
        else
        {
            foreach (var stray in tags.Requirements())
                Stray(tree, stray.Place, $"code tag '{stray.Id}' in a test source; hint: use [Verifies] or '// @verifies'");
            new TestCollector(model, _set, tags, _scan, _findings).Collect(tree.GetRoot());
        }
    }

    private void Stray(SyntaxTree tree, SourcePlace place, string message) =>
        _findings.Add("TRC-014", tree.FilePath, place, message);

    private void Unparsed(string path, int line, string why) =>
        _findings.Add("TRC-013", path, new SourcePlace(path, line), $"{why}; hint: tags in this file may be missed until it compiles");
}
