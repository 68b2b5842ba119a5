using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Numeric;

/// <summary>CFY1202: a conversion to a smaller integer keeps the value, also the one hidden in += and ++ on small types.</summary>
// @llr CFY-LLR-163
public sealed class NarrowingRule() : CertifyRule(
    RuleIds.Narrowing,
    "'{0}' can lose bits of the value: {1}. Test or mask the value before, or declare the member '[Modular(\"reason\")]' where the low bits are meant.",
    "A conversion that cuts bits off gives a number that has nothing to do with the first one.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        FlowFindings.Register(context, scope, [ObligationKind.Narrowing], (block, obligation) =>
            FlowFindings.Report(block, scope, obligation, "conversion", mayWrap: true));
}
