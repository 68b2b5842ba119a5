using System;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Exceptions;

/// <summary>CFY1701: no throw statement, throw expression or rethrow, and no library member whose purpose is to throw.</summary>
// @llr CFY-LLR-027
public sealed class ThrowRule() : CertifyRule(
    RuleIds.Throw,
    "Nothing can catch what is thrown here: the image has no unwinder. Return a status, saturate, or take the fail-safe value.",
    "An exception is a way out of the program that no requirement describes.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => c.Report(scope), OperationKind.Throw);
        context.RegisterOperationAction(c => CheckMember(c, scope), OperationKind.Invocation, OperationKind.MethodReference);
    }

    private static void CheckMember(OperationAnalysisContext context, RuleScope scope)
    {
        var method = context.Operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IMethodReferenceOperation reference => reference.Method,
            _ => null,
        };
        if (method is null || !IsThrowHelper(method, context.Compilation.Assembly) || context.Operation.IsInNameOf()) return;
        context.Report(scope);
    }

    // The program's own helpers of that name are judged by what they do.
    private static bool IsThrowHelper(IMethodSymbol method, IAssemblySymbol own) =>
        method.Name.StartsWith("Throw", StringComparison.Ordinal)
        && !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, own)
        && (method.ContainingType.Derives("System.Exception")
            || method.ContainingType.IsNamed("System.Threading.CancellationToken")
            || method.ContainingType.IsNamed("System.Runtime.ExceptionServices.ExceptionDispatchInfo")
            || method.ContainingType.IsNamed("System.Runtime.InteropServices.Marshal")
            || method.HasAttribute("System.Diagnostics.CodeAnalysis.DoesNotReturnAttribute"));
}
