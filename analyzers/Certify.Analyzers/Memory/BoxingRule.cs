using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1003: no value is put into a heap object, by a conversion or by a call that needs an object.</summary>
// @llr CFY-LLR-022
public sealed class BoxingRule() : CertifyRule(
    RuleIds.Boxing,
    "{0} boxes a value of type '{1}'. {2}.",
    "A boxed value is a heap object. Some boxes show neither in source nor in IL.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => CheckConversion(c, scope), OperationKind.Conversion);
        context.RegisterOperationAction(c => CheckLoop(c, scope), OperationKind.Loop);
        context.RegisterOperationAction(c => CheckCall(c, scope), OperationKind.Invocation);
        context.RegisterOperationAction(c => CheckAccess(c, scope), OperationKind.PropertyReference);
        context.RegisterOperationAction(c => CheckHole(c, scope), OperationKind.Interpolation);
        context.RegisterOperationAction(
            c => CheckTypeTest(c, scope), OperationKind.IsType, OperationKind.TypePattern, OperationKind.DeclarationPattern,
            OperationKind.RecursivePattern, OperationKind.ConstantPattern, OperationKind.RelationalPattern);
    }

    private static void CheckConversion(OperationAnalysisContext context, RuleScope scope)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion.IsInAttribute() || conversion.Parent is IInterpolationOperation) return;
        if (!Boxes(conversion)) return;
        Report(
            context, $"Converting to '{conversion.Type.Shown()}'", conversion.Operand.Type,
            "Keep the value's own type, or use a type parameter with this interface as a constraint", scope);
    }

    // A box of the value itself, of an element of a tuple, or on the way into a conversion that a type defines.
    private static bool Boxes(IConversionOperation conversion)
    {
        var kind = conversion.GetConversion();
        if (kind.IsBoxing) return true;
        if (conversion.OperatorMethod is { Parameters.Length: 1 } method)
        {
            return method.Parameters[0].Type.IsReferenceType && IsValue(conversion.Operand.Type);
        }

        return conversion.Operand is not ITupleOperation && BoxesElement(conversion.Operand.Type, conversion.Type);
    }

    private static bool BoxesElement(ITypeSymbol? from, ITypeSymbol? to)
    {
        if (from is not INamedTypeSymbol { IsTupleType: true } source || to is not INamedTypeSymbol { IsTupleType: true } target) return false;
        return source.TupleElements.Length == target.TupleElements.Length
            && source.TupleElements.Zip(target.TupleElements, (a, b) => (a, b)).Any(pair =>
                (IsValue(pair.a.Type) && pair.b.Type.IsReferenceType) || BoxesElement(pair.a.Type, pair.b.Type));
    }

    private static bool IsValue(ITypeSymbol? type) => type is { IsValueType: true } and not IErrorTypeSymbol;

    private static void CheckLoop(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation is not IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model }) return;
        var info = model.GetForEachStatementInfo(syntax);
        if (!info.ElementConversion.IsBoxing) return;
        scope.Report(
            context.ReportDiagnostic, syntax.ForEachKeyword.GetLocation(), "The loop's variable", info.ElementType.Shown(),
            "Declare the variable with the type of the elements");
    }

    private static void CheckCall(OperationAnalysisContext context, RuleScope scope)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.Instance is not { Type: { } receiver } || !receiver.MayBeValue()) return;
        var method = call.TargetMethod;
        if (IsObjectMember(method))
        {
            Report(
                context, $"Calling '{method.Name}', which '{receiver.Shown()}' does not define for itself,", receiver,
                $"Override '{method.Name}' in the struct, or compare and print its fields", scope);
        }
        else if (IsDefaultMember(method))
        {
            Report(
                context, $"Calling '{method.Name}' with the body that interface '{method.ContainingType.Shown()}' gives it", receiver,
                "Declare the member without a body and implement it in the struct", scope);
        }
    }

    private static void CheckAccess(OperationAnalysisContext context, RuleScope scope)
    {
        var access = (IPropertyReferenceOperation)context.Operation;
        if (access.Instance is not { Type: { } receiver } || !receiver.MayBeValue()) return;
        var getter = access.Property.GetMethod ?? access.Property.SetMethod;
        if (getter is null || !IsDefaultMember(getter) || access.IsInNameOf()) return;
        Report(
            context, $"Using '{access.Property.Name}' with the body that interface '{access.Property.ContainingType.Shown()}' gives it",
            receiver, "Declare the member without a body and implement it in the struct", scope);
    }

    private static void CheckHole(OperationAnalysisContext context, RuleScope scope)
    {
        var hole = (IInterpolationOperation)context.Operation;
        var value = hole.Expression.WithoutConversions();
        if (value.ConstantValue.HasValue || !value.Type.MayBeValue()) return;
        if (hole.Parent is IInterpolatedStringOperation { Parent: IInterpolatedStringHandlerCreationOperation }) return;
        Report(context, "This interpolation", value.Type, "Write the value into a span of characters", scope);
    }

    private static void CheckTypeTest(OperationAnalysisContext context, RuleScope scope)
    {
        (ITypeSymbol? from, ITypeSymbol? to) = context.Operation switch
        {
            IIsTypeOperation test => (test.ValueOperand.Type, test.TypeOperand),
            ITypePatternOperation pattern => (pattern.InputType, pattern.MatchedType),
            IDeclarationPatternOperation pattern => (pattern.InputType, pattern.MatchedType),
            IRecursivePatternOperation pattern => (pattern.InputType, pattern.MatchedType),
            // A value of a type parameter is boxed to be compared with a constant; with null it is not.
            IConstantPatternOperation { InputType: ITypeParameterSymbol input, Value: { ConstantValue: { HasValue: true, Value: not null } } value } => (input, value.Type),
            IRelationalPatternOperation { InputType: ITypeParameterSymbol input } pattern => (input, pattern.Value.Type),
            _ => (null, null),
        };
        if (from is null || to is null || !from.MayBeValue() || from is IErrorTypeSymbol || to is IErrorTypeSymbol) return;
        if (SymbolEqualityComparer.Default.Equals(from, to) || IsNullableOf(from, to)) return;
        Report(context, $"Testing for '{to.Shown()}'", from, "Decide by an enum or by an overload instead of the type", scope);
    }

    private static bool IsNullableOf(ITypeSymbol from, ITypeSymbol to) =>
        from is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        && SymbolEqualityComparer.Default.Equals(nullable.TypeArguments[0], to);

    private static bool IsObjectMember(IMethodSymbol method) =>
        !method.IsStatic && method.ContainingType?.SpecialType
            is SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum;

    private static bool IsDefaultMember(IMethodSymbol method) =>
        method is { IsStatic: false, IsAbstract: false, ContainingType.TypeKind: TypeKind.Interface };

    private static void Report(OperationAnalysisContext context, string what, ITypeSymbol? type, string remedy, RuleScope scope) =>
        context.Report(scope, what, type.Shown(), remedy);
}
