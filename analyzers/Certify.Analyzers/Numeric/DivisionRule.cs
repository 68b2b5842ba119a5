using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Numeric;

/// <summary>CFY1203: an integer divisor is not zero, and the least value is not divided by -1.</summary>
// @llr CFY-LLR-164
public sealed class DivisionRule() : CertifyRule(
    RuleIds.Division,
    "'{0}' divides by zero, or its quotient does not fit: {1}. Test the divisor before.",
    "The processor traps on a division by zero and on the least value divided by -1, checked or not.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        FlowFindings.Register(context, scope, [ObligationKind.Division], (block, obligation) =>
            FlowFindings.Report(block, scope, obligation, "division"));
}
