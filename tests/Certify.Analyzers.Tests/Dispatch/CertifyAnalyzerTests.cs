using System.Collections.Concurrent;
using System.Collections.Immutable;
using Basic.Reference.Assemblies;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Dispatch;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Certify.Analyzers.Tests.Verification;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Tests.Dispatch;

/// <summary>The one analyzer that the compiler loads.</summary>
public class CertifyAnalyzerTests
{
    private const string Source = """
        class C
        {
            private static int s_count = 1;
            private int Field = 2;
            public int Half { get; } = 5;
            int Twice(int n) { again: if (n > 3) goto again; return Twice(n) + Field + s_count++; }
            int Third => Half / Field;
        }
        """;

    // @verifies CFY-LLR-450
    [Fact]
    public async Task Finds_what_the_rules_find_one_by_one()
    {
        var each = await new Snippet(Source).RunAsync(Snippet.AllRules);
        var together = await new Snippet(Source).RunAsync(new CertifyAnalyzer());
        Assert.Contains(each, finding => finding.Id == RuleIds.Goto);
        Assert.Equal(Text(each), Text(together));
    }

    [Fact]
    public void Compiler_finds_this_analyzer_and_no_other()
    {
        var found = typeof(CertifyAnalyzer).Assembly.GetTypes().Where(type => type.IsDefined(typeof(DiagnosticAnalyzerAttribute), inherit: false));
        Assert.Equal([typeof(CertifyAnalyzer)], found);
        Assert.Equal(
            Snippet.AllRules.SelectMany(rule => rule.SupportedDiagnostics).Select(d => d.Id),
            new CertifyAnalyzer().SupportedDiagnostics.Select(d => d.Id));
    }

    [Fact]
    public async Task Rule_that_throws_is_named_and_keeps_no_other_from_running()
    {
        var faults = new ConcurrentBag<string>();
        var rules = Snippet.AllRules.Where(rule => rule.SupportedDiagnostics[0].Id is RuleIds.Goto or RuleIds.Recursion).ToImmutableArray();
        var findings = await Run(new CertifyAnalyzer([new Throwing(RuleIds.Assertion), .. rules, new Throwing(RuleIds.Naming)]), faults);
        Assert.Contains(findings, finding => finding.Id == RuleIds.Goto);
        Assert.Contains(findings, finding => finding.Id == RuleIds.Recursion);
        Assert.Contains(faults, fault => fault.Contains($"rule {RuleIds.Assertion} threw InvalidOperationException: on purpose; rule {RuleIds.Naming} threw", StringComparison.Ordinal)
            || fault.Contains($"rule {RuleIds.Naming} threw InvalidOperationException: on purpose; rule {RuleIds.Assertion} threw", StringComparison.Ordinal));
    }

    // @verifies CFY-LLR-451
    [Fact]
    public async Task Facts_of_the_program_use_the_bodies_that_are_bound_already()
    {
        var keeper = new Keeper();
        _ = await Run(keeper, []);
        var bodies = keeper.Facts!.Functions.SelectMany(function => function.Bodies).ToList();
        Assert.True(bodies.Count >= 5);
        Assert.All(bodies, body => Assert.Contains(body, keeper.Bound));
    }

    private static async Task<ImmutableArray<Diagnostic>> Run(DiagnosticAnalyzer analyzer, ConcurrentBag<string> faults)
    {
        var compilation = CSharpCompilation.Create(
            "Snippet", [CSharpSyntaxTree.ParseText(Source, path: "/project/Snippet.cs")], Net100.References.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return await compilation.WithAnalyzers([analyzer], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), (e, _, _) => faults.Add(e.Message), concurrentAnalysis: true, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync(CancellationToken.None);
    }

    private static IEnumerable<string> Text(IEnumerable<Diagnostic> findings) => findings.Select(f => f.ToString()).Order(StringComparer.Ordinal);

#pragma warning disable RS1001, RS1026, RS1036 // Not for a compiler to load.
    private sealed class Throwing(string id) : CertifyRule(id, "m", "w")
    {
        private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
            context.RegisterOperationAction(_ => throw new InvalidOperationException("on purpose"), OperationKind.Return, OperationKind.Branch);
    }

    private sealed class Keeper : DiagnosticAnalyzer
    {
        public ConcurrentBag<IOperation> Bound { get; } = [];

        public ProgramFacts? Facts { get; private set; }

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("X1", "t", "m", "c", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
            context.RegisterCompilationStartAction(start =>
            {
                BoundBodies.Keep(start);
                start.RegisterOperationBlockAction(block =>
                {
                    foreach (var operation in block.OperationBlocks) Bound.Add(Root(operation));
                });
                start.RegisterCompilationEndAction(end => Facts = ProgramFacts.Of(end.Compilation));
            });
        }

        private static IOperation Root(IOperation operation)
        {
            while (operation.Parent is { } parent) operation = parent;
            return operation;
        }
    }
}
