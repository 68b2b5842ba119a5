using System.Text;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Xunit.Abstractions;

namespace Certify.Analyzers.Tests.Flow;

/// <summary>The obligations of the runtime and the flagship application, compiled as for the target.</summary>
public class UnikernelFlowTests(ITestOutputHelper output)
{
    private const int LeastProved = 30;
    private const int MostChecked = 34;

    // @verifies CFY-LLR-160
    [Fact]
    public void Obligations_of_runtime_and_application_are_proved_or_checked()
    {
        var found = Analyse();
        foreach (var group in found.GroupBy(o => (o.Kind, o.Verdict)).OrderBy(g => g.Key.ToString(), StringComparer.Ordinal))
        {
            output.WriteLine($"{group.Key.Kind} {group.Key.Verdict}: {group.Count()}");
        }

        foreach (var o in found.Where(o => o.Verdict != Verdict.Proved)) output.WriteLine($"{o.Verdict} {o.Kind} {Place(o)}: {o.Expression}: {o.Fact}");
        Assert.DoesNotContain(found, o => o.Verdict == Verdict.Refuted);
        Assert.All(found.Where(o => o.Verdict == Verdict.Open), o => Assert.True(Modular.IsUnchecked(o.Operation.Syntax), Place(o)));
        var proved = found.Count(o => o.Verdict == Verdict.Proved);
        Assert.True(proved >= LeastProved, $"{proved} of {found.Count} proved");
        Assert.True(found.Count(o => o.Verdict == Verdict.CheckedAtRunTime) <= MostChecked);
        Assert.DoesNotContain(found, o => o.Verdict != Verdict.Proved && Place(o).Contains("/Apps/", StringComparison.Ordinal));
    }

    private static string Place(Obligation obligation) => obligation.Operation.Syntax.GetLocation().GetLineSpan().ToString();

    private static List<Obligation> Analyse()
    {
        var root = Path.Combine(Repository.Root, "unikernel");
        var files = new[] { "CoreLib", "Kernel", "Certify.Annotations", "Apps/FlightMonitor" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal) && !file.Contains("/properties/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).ToList();
        var parse = new CSharpParseOptions(LanguageVersion.CSharp14, preprocessorSymbols: ["CERTIFY_TARGET"]);
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), parse, file, Encoding.UTF8)).ToList();
        var compilation = CSharpCompilation.Create("Target", trees, [], new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary, checkOverflow: true, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        Assert.DoesNotContain(compilation.GetDiagnostics(), d => d.Severity == DiagnosticSeverity.Error);
        return [.. trees.SelectMany(tree => Obligations(compilation.GetSemanticModel(tree)))];
    }

    private static IEnumerable<Obligation> Obligations(SemanticModel model)
    {
        foreach (var member in model.SyntaxTree.GetRoot().DescendantNodes())
        {
            var (symbol, node) = member switch
            {
                BaseMethodDeclarationSyntax method => ((ISymbol?)model.GetDeclaredSymbol(method), (SyntaxNode)method),
                AccessorDeclarationSyntax accessor => (model.GetDeclaredSymbol(accessor), accessor),
                ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax property } arrow =>
                    ((model.GetDeclaredSymbol(property) as IPropertySymbol)?.GetMethod, arrow),
                _ => (null, member),
            };
            if (symbol is null || model.GetOperation(node) is not { } body) continue;
            var graph = body switch
            {
                IMethodBodyOperation method => ControlFlowGraph.Create(method),
                IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor),
                IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block),
                _ => null,
            };
            if (graph is null) continue;
            foreach (var obligation in MethodFlow.Analyse(graph, symbol, body, true, CancellationToken.None))
            {
                if (obligation.Kind != ObligationKind.Condition) yield return obligation;
            }
        }
    }
}
