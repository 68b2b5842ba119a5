using System.Collections.Immutable;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.ControlFlow;

/// <summary>CFY1102: a switch says what happens for every value its input can have, undeclared enum values included.</summary>
// @llr CFY-LLR-026
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SwitchRule() : CertifyRule(
    RuleIds.Switch,
    "This switch over '{0}' does not handle every value. {1}.",
    "A missing case is a missing requirement, and an incomplete switch expression throws.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => CheckStatement(c, scope), OperationKind.Switch);
        context.RegisterOperationAction(c => CheckExpression(c, scope), OperationKind.SwitchExpression);
    }

    private static void CheckStatement(OperationAnalysisContext context, RuleScope scope)
    {
        var statement = (ISwitchOperation)context.Operation;
        var clauses = statement.Cases.SelectMany(section => section.Clauses).ToImmutableArray();
        if (clauses.Any(clause => clause is IDefaultCaseClauseOperation)) return;
        if (clauses.OfType<IPatternCaseClauseOperation>().Any(c => c.Guard is null && IsTotal(c.Pattern))) return;
        if (statement.Value.Type?.SpecialType == SpecialType.System_Boolean && HasBoth(clauses)) return;
        if (statement.Value.Type is null or IErrorTypeSymbol) return;
        var place = ((SwitchStatementSyntax)statement.Syntax).SwitchKeyword.GetLocation();
        scope.Report(context.ReportDiagnostic, place, statement.Value.Type.Shown(), Remedy(statement.Value.Type, "a 'default:' section"));
    }

    private static void CheckExpression(OperationAnalysisContext context, RuleScope scope)
    {
        var expression = (ISwitchExpressionOperation)context.Operation;
        if (expression.Value.Type is not { } type || type is IErrorTypeSymbol) return;
        if (expression.Arms.Any(arm => arm.Guard is null && IsTotal(arm.Pattern))) return;

        // The compiler's own answer leaves null out, so a type that has null needs the last arm.
        var hasNull = !type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        if (expression.IsExhaustive && !hasNull) return;
        var place = ((SwitchExpressionSyntax)expression.Syntax).SwitchKeyword.GetLocation();
        scope.Report(context.ReportDiagnostic, place, type.Shown(), Remedy(type, "a '_ =>' arm"));
    }

    private static bool IsTotal(IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation => true,
        IDeclarationPatternOperation declaration => declaration.MatchesNull,
        _ => false,
    };

    private static bool HasBoth(ImmutableArray<ICaseClauseOperation> clauses) =>
        new[] { true, false }.All(wanted => clauses.Any(clause => Constant(clause) is bool value && value == wanted));

    private static object? Constant(ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation { Value.ConstantValue: { HasValue: true } value } => value.Value,
        IPatternCaseClauseOperation { Guard: null, Pattern: IConstantPatternOperation { Value.ConstantValue: { HasValue: true } value } } => value.Value,
        _ => null,
    };

    private static string Remedy(ITypeSymbol type, string what) =>
        type.TypeKind == TypeKind.Enum
            ? $"Add {what} that takes the fail-safe action: an enum can hold undeclared values"
            : $"Add {what}";
}
