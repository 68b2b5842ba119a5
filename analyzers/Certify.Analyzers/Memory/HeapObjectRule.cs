using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1001: nothing written as a creation makes an object on a heap. Arrays, strings and short forms have rules of their own.</summary>
// @llr CFY-LLR-021
public sealed class HeapObjectRule() : CertifyRule(
    RuleIds.HeapObject,
    "Creating {0} needs a heap, and there is none. {1}.",
    "The image has no allocator: all memory is laid out at build time.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterOperationAction(
            c => Check(c, scope),
            OperationKind.ObjectCreation, OperationKind.TypeParameterObjectCreation, OperationKind.DynamicObjectCreation,
            OperationKind.AnonymousObjectCreation, OperationKind.With);

    private static void Check(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation.Type is not { } type || context.Operation.IsInAttribute()) return;
        switch (context.Operation)
        {
            case ITypeParameterObjectCreationOperation:
                context.Report(scope, $"a '{type.Shown()}' by 'new()'", $"Write 'default({type.Shown()})' or pass the value in");
                break;
            case IAnonymousObjectCreationOperation:
                context.Report(scope, "an anonymous object", "Declare a struct with these fields");
                break;
            case IWithOperation when type.IsReferenceType:
                context.Report(scope, $"a copy of '{type.Shown()}'", "Make the type a struct");
                break;
            case IDynamicObjectCreationOperation:
            case IObjectCreationOperation when type is { IsReferenceType: true, SpecialType: not SpecialType.System_String }:
                context.Report(scope, $"an object of class '{type.Shown()}'", "Make the type a struct, or keep its state in the task's state struct");
                break;
        }
    }
}
