using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1013: members that reinterpret or move over memory are called in declared hardware types only, and never in an application.</summary>
// @llr CFY-LLR-108
public sealed class PointerSubstituteRule() : CertifyRule(
    RuleIds.PointerSubstitute,
    "'{0}' does the work of a pointer: {1}. {2}.",
    "A reinterpreted or unchecked reference undoes the same proofs as a pointer, without the word 'unsafe'.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(
            c => CheckUse(c, scope),
            OperationKind.Invocation, OperationKind.MethodReference, OperationKind.PropertyReference,
            OperationKind.FieldReference, OperationKind.ObjectCreation, OperationKind.Conversion, OperationKind.Binary);
        DeclaredTypes.Register(context, (declaration, sink) =>
        {
            if (PointerSubstitute.Is(declaration.Type)) Report(scope, sink, declaration.Place, declaration.Symbol.ContainingType, declaration.Type);
        });
    }

    private static void CheckUse(OperationAnalysisContext context, RuleScope scope)
    {
        ISymbol? member = context.Operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IMemberReferenceOperation reference => reference.Member,
            IObjectCreationOperation creation => creation.Constructor,
            IConversionOperation conversion => conversion.OperatorMethod,
            IBinaryOperation binary => binary.OperatorMethod,
            _ => null,
        };
        if (member is null || !PointerSubstitute.Has(member) || context.Operation.IsInNameOf()) return;
        Report(scope, context.ReportDiagnostic, context.Operation.Syntax.GetLocation(), context.ContainingSymbol.ContainingType, member);
    }

    private static void Report(RuleScope scope, System.Action<Diagnostic> sink, Location place, INamedTypeSymbol? around, ISymbol what)
    {
        if (place.SourceTree is not { } tree) return;
        var name = what is ITypeSymbol ? what.Name : what.ContainingType.Name + "." + what.Name;
        if (scope.ProfileOf(tree) == Profile.Application)
        {
            scope.Report(sink, place, name, "profile application allows no pointers", "Use spans and inline arrays, and leave hardware to the kernel");
        }
        else if (!Annotations.IsHardware(around))
        {
            scope.Report(
                sink, place, name, "it stands in no declared hardware type",
                "Move it into a type with '[HardwareType(\"reason\")]', or use spans and inline arrays");
        }
    }
}
