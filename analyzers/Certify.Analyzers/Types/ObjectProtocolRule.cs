using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Types;

/// <summary>CFY1305: no object is compared, hashed or printed through the members that every type has.</summary>
// @llr CFY-LLR-116
public sealed class ObjectProtocolRule() : CertifyRule(
    RuleIds.ObjectProtocol,
    "'{0}' of '{1}' means something else for each type. Compare and print the fields that matter, by a method of their own type.",
    "What every object can do is decided by the object at run time, and the default compares addresses or inspects fields.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterOperationAction(c => Check(c, scope), OperationKind.Invocation, OperationKind.MethodReference);

    private static void Check(OperationAnalysisContext context, RuleScope scope)
    {
        var (method, instance) = context.Operation switch
        {
            IInvocationOperation call => (call.TargetMethod, call.Instance),
            IMethodReferenceOperation reference => (reference.Method, reference.Instance),
            _ => (null, null),
        };
        if (method is null || context.Operation.IsInNameOf()) return;

        // On a value CFY1003 reports the box; the type's own override is an ordinary call.
        if (!method.IsStatic && instance?.Type.MayBeValue() != false) return;
        if (Root(method).ContainingType is not { SpecialType: SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum }) return;
        if (method.Name is not ("Equals" or "GetHashCode" or "ToString" or "ReferenceEquals")) return;
        context.Report(scope, method.Name, (instance?.Type ?? method.ContainingType).Shown());
    }

    private static IMethodSymbol Root(IMethodSymbol method)
    {
        while (method.OverriddenMethod is { } overridden) method = overridden;
        return method;
    }
}
