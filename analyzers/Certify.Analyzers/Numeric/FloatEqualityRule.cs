using System;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Numeric;

/// <summary>CFY1207: no ==, !=, constant pattern or Equals on floating-point values.</summary>
// @llr CFY-LLR-168
public sealed class FloatEqualityRule() : CertifyRule(
    RuleIds.FloatEquality,
    "'{0}' compares floating-point values for equality. Compare their distance with a tolerance, or use '<' and '>'.",
    "Rounding makes equality a matter of chance, and nothing equals not-a-number.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => CheckOperator(c, scope), OperationKind.Binary);
        context.RegisterOperationAction(c => CheckPattern(c, scope), OperationKind.ConstantPattern);
        context.RegisterOperationAction(c => CheckCall(c, scope), OperationKind.Invocation);
    }

    private static void CheckOperator(OperationAnalysisContext context, RuleScope scope)
    {
        var binary = (IBinaryOperation)context.Operation;
        if (binary.OperatorKind is not (BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals)) return;
        if (!IsFloat(binary.LeftOperand.Type) || !IsFloat(binary.RightOperand.Type) || binary.ConstantValue.HasValue) return;
        if (IsExact(context, scope, binary.LeftOperand) || IsExact(context, scope, binary.RightOperand)) return;
        context.Report(scope, binary.Syntax.ToString());
    }

    // A case of a switch over floating-point values is a pattern too.
    private static void CheckPattern(OperationAnalysisContext context, RuleScope scope)
    {
        var pattern = (IConstantPatternOperation)context.Operation;
        if (!IsFloat(pattern.Value.Type) || IsExact(context, scope, pattern.Value)) return;
        context.Report(scope, pattern.Syntax.ToString());
    }

    private static void CheckCall(OperationAnalysisContext context, RuleScope scope)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "Equals", Parameters.Length: 1 } || !TypeRange.IsFloat(call.Instance?.Type)) return;
        if (IsExact(context, scope, call.Arguments[0].Value)) return;
        context.Report(scope, call.Syntax.ToString());
    }

    // On stock .NET, a value that was set to a whole number is compared with it on purpose.
    private static bool IsExact(OperationAnalysisContext context, RuleScope scope, IOperation operand)
    {
        if (scope.ProfileOf(context.Operation.Syntax.SyntaxTree) != Profile.Host) return false;
        if (operand.ConstantValue is not { HasValue: true, Value: IConvertible value } || value is string) return false;
        var number = value.ToDouble(System.Globalization.CultureInfo.InvariantCulture);
        return !double.IsNaN(number) && (double.IsInfinity(number) || Math.Abs(number - Math.Truncate(number)) < double.Epsilon);
    }

    private static bool IsFloat(ITypeSymbol? type) => TypeRange.IsFloat(type)
        || (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable && TypeRange.IsFloat(nullable.TypeArguments[0]));
}
