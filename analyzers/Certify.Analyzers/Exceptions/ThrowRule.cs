using System.Collections.Immutable;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Exceptions;

/// <summary>CFY1701: no throw statement, throw expression or rethrow.</summary>
// @llr CFY-LLR-027
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThrowRule : CertifyRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        id: RuleIds.Throw,
        title: "throw is not used",
        messageFormat: "Nothing can catch what is thrown here: the image has no unwinder. Return a status, saturate, or take the fail-safe value.",
        category: RuleCategories.Exceptions,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "An exception is a way out of the program that no requirement describes.",
        helpLinkUri: "analyzers/rules/" + RuleIds.Throw + ".md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_rule];

    private protected override void Register(CompilationStartAnalysisContext context, ProfileMap profiles) =>
        context.RegisterOperationAction(c => c.Report(s_rule), OperationKind.Throw);
}
