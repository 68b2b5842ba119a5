using System;
using System.Collections.Immutable;
using System.Linq;
using Certify.Analyzers.Program;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Dispatch;

/// <summary>
/// What compiler and editors load: all rules in one analyzer. The second driver and the tests run each rule as an analyzer
/// of its own, so the two ways of running them check each other.
/// </summary>
// @llr CFY-LLR-450
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CertifyAnalyzer : DiagnosticAnalyzer
{
    private readonly ImmutableArray<CertifyRule> _rules;

    /// <summary>Takes every rule of this assembly, in order of id.</summary>
    public CertifyAnalyzer()
        : this(
            [
                .. typeof(CertifyRule).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CertifyRule)) && !type.IsAbstract)
                    .Select(type => (CertifyRule)Activator.CreateInstance(type)!),
            ])
    {
    }

    /// <summary>Takes the rules given.</summary>
    internal CertifyAnalyzer(ImmutableArray<CertifyRule> rules)
    {
        _rules = [.. rules.OrderBy(rule => rule.SupportedDiagnostics[0].Id, StringComparer.Ordinal)];
        SupportedDiagnostics = [.. _rules.SelectMany(rule => rule.SupportedDiagnostics)];
    }

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var actions = new RuleActions(start);
            foreach (var rule in _rules)
            {
                actions.Rule = rule.SupportedDiagnostics[0].Id;
                rule.Start(actions);
            }

            BoundBodies.Keep(actions);
            actions.Register();
        });
    }
}
