using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1017: no call copies its struct in secret, and no struct above a limit is copied, passed or returned by value.</summary>
// @llr CFY-LLR-111
public sealed class StructCopyRule() : CertifyRule(
    RuleIds.StructCopy,
    "{0}. {1}.",
    "A copy that nobody wrote changes what a call works on; a large one grows every frame and the execution time.")
{
    /// <summary>The largest struct that may be copied, in bytes: one cache line.</summary>
    public const int BytesMax = 64;

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var sizes = TypeSize.Of(context.Compilation);
        context.RegisterOperationAction(c => CheckReceiver(c, scope), OperationKind.Invocation, OperationKind.PropertyReference);
        context.RegisterOperationAction(
            c => CheckCopy(c, sizes, scope), OperationKind.SimpleAssignment, OperationKind.VariableDeclarator, OperationKind.With);
        DeclaredTypes.Register(context, (declaration, sink) => CheckDeclaration(declaration, sink, sizes, scope));
    }

    private static void CheckReceiver(OperationAnalysisContext context, RuleScope scope)
    {
        var (receiver, member) = context.Operation switch
        {
            IInvocationOperation call => (call.Instance, call.TargetMethod),
            IPropertyReferenceOperation access => (access.Instance, access.Property.GetMethod),
            _ => (null, null),
        };
        if (receiver is null || member is null || !Changes(member, receiver.Type)) return;
        if (!ReadOnlyPlace.Is(receiver, context.ContainingSymbol) || context.Operation.IsInNameOf()) return;
        var name = (member.AssociatedSymbol ?? member).Name;
        context.Report(
            scope, $"'{name}' is not 'readonly', so it works on a hidden copy of this '{receiver.Type.Shown()}'",
            $"Declare '{name}' or the struct 'readonly', or pass the struct by 'ref'");
    }

    // A call through a constraint can reach a member that changes its struct, and a member of a struct says by itself.
    private static bool Changes(IMethodSymbol member, ITypeSymbol? receiver) => receiver switch
    {
        ITypeParameterSymbol { IsReferenceType: false } => member.ContainingType.TypeKind == TypeKind.Interface,
        INamedTypeSymbol { TypeKind: TypeKind.Struct } =>
            member.ContainingType is { TypeKind: TypeKind.Struct, IsReadOnly: false } && !member.IsReadOnly,
        _ => false,
    };

    private static void CheckCopy(OperationAnalysisContext context, TypeSize sizes, RuleScope scope)
    {
        var value = context.Operation switch
        {
            ISimpleAssignmentOperation { IsRef: false } assignment => assignment.Value,
            IVariableDeclaratorOperation { Symbol.RefKind: RefKind.None, Initializer: { } initializer } => initializer.Value,
            IWithOperation with => with.Operand,
            _ => null,
        };
        if (value is null || !IsPlace(value) || Large(value.Type, sizes) is not { } bytes) return;
        scope.Report(
            context.ReportDiagnostic, value.Syntax.GetLocation(),
            $"This copies {bytes} bytes of '{value.Type.Shown()}' and the limit is {BytesMax}", "Work on it by 'ref' or 'in'");
    }

    private static void CheckDeclaration(DeclaredType declaration, System.Action<Diagnostic> sink, TypeSize sizes, RuleScope scope)
    {
        var how = declaration.Symbol switch
        {
            IParameterSymbol { RefKind: RefKind.None } => "is passed by value",
            IMethodSymbol { RefKind: RefKind.None, MethodKind: not MethodKind.Constructor } => "is returned by value",
            IPropertySymbol { RefKind: RefKind.None } => "is returned by value",
            ILocalSymbol { RefKind: RefKind.None, IsForEach: true } => "is copied at each turn",
            _ => null,
        };
        if (how is null || Large(declaration.Type, sizes) is not { } bytes) return;
        scope.Report(
            sink, declaration.Place, $"'{declaration.Symbol.Name}' {how} with {bytes} bytes and the limit is {BytesMax}",
            "Use 'in', 'ref' or 'out'");
    }

    private static long? Large(ITypeSymbol? type, TypeSize sizes) =>
        type is { IsValueType: true } && sizes.Bytes(type) is > BytesMax and var bytes ? bytes : null;

    private static bool IsPlace(IOperation value) => value.WithoutConversions() is
        ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation
        or IInlineArrayAccessOperation or IInstanceReferenceOperation
        or IPropertyReferenceOperation { Property.RefKind: not RefKind.None } or IInvocationOperation { TargetMethod.RefKind: not RefKind.None };
}
