using System.Collections.Immutable;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings.Deviations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Settings;

/// <summary>
/// What all rules share: one descriptor made from the rule table, generated code counts, files are analysed in
/// parallel, and every finding goes through the rule's scope, which knows profiles and deviations.
/// </summary>
public abstract class CertifyRule : DiagnosticAnalyzer
{
    private readonly RuleEntry _entry;
    private readonly DiagnosticDescriptor _descriptor;

    /// <summary>Makes the rule's descriptor.</summary>
    /// <param name="id">CFY####; title, category, obligation and profiles come from the table.</param>
    /// <param name="message">What is wrong, then what to do instead; {0} and so on take the arguments.</param>
    /// <param name="why">One sentence of rationale.</param>
    protected CertifyRule(string id, string message, string why)
    {
        _entry = RuleCatalogue.Get(id);
        _descriptor = new DiagnosticDescriptor(
            id, _entry.Title, message, _entry.Category,
            _entry.Obligation == "advisory" ? DiagnosticSeverity.Info : DiagnosticSeverity.Error,
            isEnabledByDefault: true, why, RuleCatalogue.Page(id),
            // The second tag: [SuppressMessage] does not reach what the compiler is said to report.
            WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler);
        SupportedDiagnostics = [_descriptor];
    }

    /// <inheritdoc/>
    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>Registers the rule for one compilation, if it can find anything there.</summary>
    internal void Start(CompilationStartAnalysisContext start)
    {
        var scope = new RuleScope(_entry, _descriptor, start.Options, DeviationBook.Of(start.Compilation, start.Options, start.CancellationToken));
        if (scope.CanReport) Register(start, scope);
    }

    /// <summary>Registers the rule's actions for one compilation.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext context, RuleScope scope);
}
