using System.Collections.Immutable;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Exceptions;

/// <summary>CFY1701: no throw statement, throw expression or rethrow.</summary>
// @llr CFY-LLR-027
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ThrowRule() : CertifyRule(
    RuleIds.Throw,
    "Nothing can catch what is thrown here: the image has no unwinder. Return a status, saturate, or take the fail-safe value.",
    "An exception is a way out of the program that no requirement describes.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterOperationAction(c => c.Report(scope), OperationKind.Throw);
}
