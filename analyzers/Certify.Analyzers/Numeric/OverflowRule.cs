using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Numeric;

/// <summary>CFY1201: integer arithmetic is proved to stay in its type, or is checked, or wraps in a declared modular member.</summary>
// @llr CFY-LLR-162
public sealed class OverflowRule() : CertifyRule(
    RuleIds.Overflow,
    "'{0}' can leave the range of its type: {1}. Bound the operands before, compute in a wider type, or declare the member '[Modular(\"reason\")]' where wrapping is meant.",
    "A wrapped result is a wrong number that nothing announces.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        FlowFindings.Register(context, scope, [ObligationKind.Overflow], (block, obligation) =>
            FlowFindings.Report(block, scope, obligation, "overflow", mayWrap: true));
}
