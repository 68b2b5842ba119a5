using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.ControlFlow;

/// <summary>
/// CFY1102: a switch says what happens for every value its input can have, undeclared enum values included. In the
/// safe subset it also has the form of a choice among several: not over bool, two sections or more, default last.
/// </summary>
// @llr CFY-LLR-026
public sealed class SwitchRule() : CertifyRule(
    RuleIds.Switch,
    "This switch over '{0}' {1}. {2}.",
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
        if (statement.Value.Type is not { } type || type is IErrorTypeSymbol) return;
        if (statement.Syntax is not SwitchStatementSyntax syntax) return;
        var clauses = statement.Cases.SelectMany(section => section.Clauses).ToImmutableArray();

        // A statement without a last case does nothing, which is ordinary on the host; an expression throws.
        if (scope.ProfileOf(syntax.SyntaxTree) == Profile.Host) return;
        var fault = !IsComplete(clauses, type) ? Incomplete(type, "a 'default:' section")
            : IsBool(type) ? OverBool
            : statement.Cases.Length < 2 ? SingleSection
            : !statement.Cases.Last().Clauses.Any(IsDefault) && clauses.Any(IsDefault) ? DefaultInside
            : Unlisted(type, clauses.SelectMany(Tests).ToImmutableArray());
        if (fault is { } found) Report(context, scope, syntax.SwitchKeyword, type, found);
    }

    private static void CheckExpression(OperationAnalysisContext context, RuleScope scope)
    {
        var expression = (ISwitchExpressionOperation)context.Operation;
        if (expression.Value.Type is not { } type || type is IErrorTypeSymbol) return;
        if (expression.Syntax is not SwitchExpressionSyntax syntax) return;
        var inHost = scope.ProfileOf(syntax.SyntaxTree) == Profile.Host;
        var fault = !IsComplete(expression, type) ? Incomplete(type, "a '_ =>' arm")
            : inHost ? null
            : IsBool(type) ? OverBool
            : expression.Arms.Length < 2 ? SingleSection
            : Unlisted(type, expression.Arms.Where(arm => arm.Guard is null).Select(arm => (IOperation)arm.Pattern).ToImmutableArray());
        if (fault is { } found) Report(context, scope, syntax.SwitchKeyword, type, found);
    }

    private static void Report(OperationAnalysisContext context, RuleScope scope, SyntaxToken keyword, ITypeSymbol type, Fault fault) =>
        scope.Report(context.ReportDiagnostic, keyword.GetLocation(), type.Shown(), fault.What, fault.Remedy);

    private static bool IsComplete(ImmutableArray<ICaseClauseOperation> clauses, ITypeSymbol type) =>
        clauses.Any(IsDefault) || clauses.SelectMany(Tests).Any(IsTotal) || (IsBool(type) && HasBoth(clauses));

    private static bool IsComplete(ISwitchExpressionOperation expression, ITypeSymbol type)
    {
        if (expression.Arms.Any(arm => arm.Guard is null && IsTotal(arm.Pattern))) return true;

        // The compiler's own answer leaves null out, so a type that has null needs an arm for it.
        var hasNull = !type.IsValueType || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        return expression.IsExhaustive && (!hasNull || expression.Arms.Any(arm => arm.Guard is null && TakesNull(arm.Pattern)));
    }

    private static bool IsDefault(ICaseClauseOperation clause) => clause is IDefaultCaseClauseOperation;

    private static bool IsBool(ITypeSymbol type) => type.SpecialType == SpecialType.System_Boolean;

    private static bool TakesNull(IPatternOperation pattern) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => true,
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } either => TakesNull(either.LeftPattern) || TakesNull(either.RightPattern),
        _ => false,
    };

    private static bool IsTotal(IOperation test) => test switch
    {
        IDiscardPatternOperation => true,
        IDeclarationPatternOperation declaration => declaration.MatchesNull,
        _ => false,
    };

    // What an unguarded clause tests: a pattern, or a plain value.
    private static IEnumerable<IOperation> Tests(ICaseClauseOperation clause) => clause switch
    {
        ISingleValueCaseClauseOperation single => [single.Value],
        IPatternCaseClauseOperation { Guard: null } pattern => [pattern.Pattern],
        _ => [],
    };

    private static bool HasBoth(ImmutableArray<ICaseClauseOperation> clauses) =>
        new[] { true, false }.All(wanted => clauses.SelectMany(Tests).Any(test => PatternValues.Takes(test, wanted)));

    private static Fault? Unlisted(ITypeSymbol type, ImmutableArray<IOperation> tests)
    {
        if (type.TypeKind != TypeKind.Enum || IsFlags(type)) return null;
        var left = type.GetMembers().OfType<IFieldSymbol>()
            .Where(member => member.ConstantValue is { } value && !tests.Any(test => PatternValues.Takes(test, value)))
            .Select(member => $"'{member.Name}'").ToImmutableArray();
        return left.IsEmpty
            ? null
            : new Fault($"leaves {string.Join(", ", left)} to its default", "List every member, so that a new one is seen here");
    }

    private static bool IsFlags(ITypeSymbol type) =>
        type.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == "System.FlagsAttribute");

    private static Fault? Incomplete(ITypeSymbol type, string what) => new(
        "does not handle every value",
        type.TypeKind == TypeKind.Enum
            ? $"Add {what} that takes the fail-safe action: an enum can hold undeclared values"
            : $"Add {what}");

    private static Fault OverBool { get; } = new("chooses between two ways", "Use 'if' and 'else', or '?:'");

    private static Fault SingleSection { get; } = new("has a single section", "Use 'if', or no choice at all");

    private static Fault DefaultInside { get; } = new("has its default among the cases", "Put the default section last");

    private sealed class Fault(string what, string remedy)
    {
        public string What { get; } = what;

        public string Remedy { get; } = remedy;
    }
}
