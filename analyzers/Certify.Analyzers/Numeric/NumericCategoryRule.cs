using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Numeric;

/// <summary>CFY1206: a value changes its sign or kind (integer, floating point, character) by a written cast only.</summary>
// @llr CFY-LLR-167
public sealed class NumericCategoryRule() : CertifyRule(
    RuleIds.NumericCategory,
    "'{0}' changes the kind of number in secret: {1}. Write the cast, or use one kind on both sides.",
    "int + uint is long, an int loses digits as a float, and a character is no number to calculate with.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => CheckConversion(c, scope), OperationKind.Conversion);
        context.RegisterOperationAction(
            c => CheckBits(c, scope), OperationKind.Binary, OperationKind.CompoundAssignment, OperationKind.Unary);
        context.RegisterOperationAction(c => CheckStep(c, scope), OperationKind.Increment, OperationKind.Decrement);
    }

    private static void CheckConversion(OperationAnalysisContext context, RuleScope scope)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (!conversion.IsImplicit || conversion.OperatorMethod is not null || conversion.Operand.ConstantValue.HasValue) return;
        var (from, to) = (conversion.Operand.Type, conversion.Type);
        var source = Kind(from);
        var target = Kind(to);
        if (source == target || source == NumberKind.None || target == NumberKind.None) return;
        if (source == NumberKind.Character && conversion.Parent is IBinaryOperation test && FlowEvaluator.IsComparison(test.OperatorKind)) return;

        // The language has no arithmetic on 8 and 16 bits; int holds them all.
        if (source == NumberKind.Unsigned && target == NumberKind.Signed && TypeRange.Width(from) < 32) return;
        context.Report(scope, conversion.Operand.Syntax.ToString(), $"'{from.Shown()}' becomes '{to.Shown()}'");
    }

    private static void CheckBits(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation.ConstantValue.HasValue) return;
        var operand = context.Operation switch
        {
            IBinaryOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr } binary => binary.LeftOperand,
            ICompoundAssignmentOperation { OperatorMethod: null, OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or or BinaryOperatorKind.ExclusiveOr } compound => compound.Target,
            IUnaryOperation { OperatorMethod: null, OperatorKind: UnaryOperatorKind.BitwiseNegation } unary => unary.Operand,
            _ => null,
        };
        if (operand is null) return;
        var inner = operand.WithoutConversions();
        if (IsPlainEnum(inner.Type))
        {
            context.Report(scope, context.Operation.Syntax.ToString(), $"'{inner.Type.Shown()}' is an enum without [Flags]");
        }
        else if (Kind(operand.Type) == NumberKind.Signed && Kind(inner.Type) == NumberKind.Signed)
        {
            context.Report(scope, context.Operation.Syntax.ToString(), $"bits of the signed '{inner.Type.Shown()}' are used as a pattern");
        }
    }

    private static void CheckStep(OperationAnalysisContext context, RuleScope scope)
    {
        if (Kind(((IIncrementOrDecrementOperation)context.Operation).Target.Type) != NumberKind.Character) return;
        context.Report(scope, context.Operation.Syntax.ToString(), "a character is counted");
    }

    private static bool IsPlainEnum(ITypeSymbol? type)
    {
        if (type is not { TypeKind: TypeKind.Enum }) return false;
        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { Name: "FlagsAttribute" }) return false;
        }

        return true;
    }

    private static NumberKind Kind(ITypeSymbol? type) => type?.SpecialType switch
    {
        SpecialType.System_Char => NumberKind.Character,
        SpecialType.System_Single or SpecialType.System_Double => NumberKind.Float,
        _ => TypeRange.OfInteger(type) is not { } range ? NumberKind.None : range.Min < 0 ? NumberKind.Signed : NumberKind.Unsigned,
    };

    private enum NumberKind
    {
        None,
        Signed,
        Unsigned,
        Float,
        Character,
    }
}
