using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Settings;

/// <summary>What all rules share: generated code counts, files are analysed in parallel, profile host is left out.</summary>
public abstract class CertifyRule : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var profiles = ProfileMap.From(start.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
            if (profiles.Default != Profile.Host) Register(start, profiles);
        });
    }

    /// <summary>Registers the rule's actions for one compilation.</summary>
    private protected abstract void Register(CompilationStartAnalysisContext context, ProfileMap profiles);
}
