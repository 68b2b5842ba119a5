using System.Collections.Immutable;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Program;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Benchmarks.Rules;

#pragma warning disable RS1001, RS1036, RS2008 // Not for a compiler to load: it asks first for what rules share, so that no rule is charged with it.

/// <summary>Asks for something that several rules share, before any of them does.</summary>
internal sealed class SharedPart : DiagnosticAnalyzer
{
    private readonly Action<CompilationStartAnalysisContext> _ask;

    private SharedPart(string name, Action<CompilationStartAnalysisContext> ask)
    {
        _ask = ask;
        SupportedDiagnostics = [new DiagnosticDescriptor(name, name, name, "benchmark", DiagnosticSeverity.Hidden, isEnabledByDefault: true)];
    }

    /// <summary>Control flow graphs and the values found on them; the facts of the whole program.</summary>
    public static ImmutableArray<DiagnosticAnalyzer> All { get; } =
    [
        new SharedPart("SharedValues", start => start.RegisterOperationBlockAction(block =>
        {
            foreach (var body in MethodFlow.Of(block)) _ = body.Worst;
        })),
        new SharedPart("SharedProgram", start =>
        {
            BoundBodies.Keep(start);
            start.RegisterCompilationEndAction(end =>
            {
                var program = ProgramFacts.Of(end.Compilation);
                _ = (program.Entries, program.Effects);
            });
        }),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(_ask);
    }
}
