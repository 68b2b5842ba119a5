using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Documentation;

/// <summary>
/// Finds, inside one body, the values from outside that reach a use before a comparison. Variables are followed through
/// assignments without regard to order; a comparison counts for a use that it stands before or around.
/// </summary>
internal sealed class ValueChecks(IOperation body, ExternalValues values)
{
    private readonly Dictionary<ILocalSymbol, List<IOperation>> _assigned = Assignments(body);

    /// <summary>The first part of the value that comes from outside and was not compared before the use, or null.</summary>
    public IOperation? FirstUnchecked(IOperation value, IOperation use) =>
        Leaves(value).FirstOrDefault(leaf => IsUnchecked(leaf, use, []));

    /// <summary>True for less, greater, equal and their kin.</summary>
    public static bool IsComparison(IBinaryOperation operation) => operation.OperatorKind is
        BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan
        or BinaryOperatorKind.GreaterThanOrEqual or BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals;

    private bool IsUnchecked(IOperation leaf, IOperation use, HashSet<ISymbol> visited)
    {
        if (IsCompared(Key(leaf), use)) return false;
        if (values.IsSource(leaf)) return true;
        if (leaf is not ILocalReferenceOperation { Local: var local } || !visited.Add(local)) return false;
        return _assigned.TryGetValue(local, out var assigned)
            && assigned.Any(value => Leaves(value).Any(origin => IsUnchecked(origin, use, visited) && !IsCompared(Key(origin), value)));
    }

    // The values that decide the size of the operation's value. Clamps, masks and remainders by constants bound it.
    private static IEnumerable<IOperation> Leaves(IOperation? value)
    {
        switch (value)
        {
            case null or { ConstantValue.HasValue: true }:
                return [];
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation:
                return [value];
            case IPropertyReferenceOperation { Property.IsIndexer: false }:
                return [value];
            case IInvocationOperation call when call.TargetMethod.Name is "Min" or "Max" or "Clamp":
                return call.Arguments.Any(argument => !Leaves(argument.Value).Any()) ? [] : call.Arguments.SelectMany(argument => Leaves(argument.Value));
            case IInvocationOperation:
                return [value];
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Remainder } bounded
                when bounded.RightOperand.ConstantValue.HasValue || bounded.LeftOperand.ConstantValue.HasValue:
                return [];
            case IConversionOperation or IBinaryOperation or IUnaryOperation or IParenthesizedOperation or IRangeOperation or IConditionalOperation:
                return value.ChildOperations.SelectMany(Leaves);
            default:
                return [];
        }
    }

    private static string Key(IOperation leaf) => string.Concat(leaf.Syntax.ToString().Where(letter => !char.IsWhiteSpace(letter)));

    private static bool IsCompared(string key, IOperation use)
    {
        for (var (inner, outer) = (use, use.Parent); outer is not null; (inner, outer) = (outer, outer.Parent))
        {
            switch (outer)
            {
                case IConditionalOperation branch when inner != branch.Condition && Compares(branch.Condition, key):
                case IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both
                    when inner == both.RightOperand && Compares(both.LeftOperand, key):
                case IForLoopOperation { Condition: { } condition } loop when inner == loop.Body && Compares(condition, key):
                case IWhileLoopOperation { Condition: { } repeated, ConditionIsTop: true } during when inner == during.Body && Compares(repeated, key):
                case ISwitchOperation choice when inner != choice.Value && Mentions(choice.Value, key):
                case ISwitchExpressionOperation expression when inner != expression.Value && Mentions(expression.Value, key):
                    return true;
                case IBlockOperation block when Before(block.Operations, inner).Any(earlier => Guards(earlier, key)):
                case ISwitchCaseOperation section when Before(section.Body, inner).Any(earlier => Guards(earlier, key)):
                    return true;
            }
        }

        return false;
    }

    private static IEnumerable<IOperation> Before(IEnumerable<IOperation> operations, IOperation end) => operations.TakeWhile(operation => operation != end);

    // An if that leaves or corrects, or a call that takes the comparison, such as the health monitor's.
    private static bool Guards(IOperation statement, string key) => statement switch
    {
        IConditionalOperation branch => Compares(branch.Condition, key),
        IExpressionStatementOperation { Operation: IInvocationOperation call } => call.Arguments.Any(argument => Compares(argument.Value, key)),
        _ => false,
    };

    private static bool Compares(IOperation condition, string key) => condition.DescendantsAndSelf().Any(part => part switch
    {
        IBinaryOperation comparison when IsComparison(comparison) => Mentions(comparison.LeftOperand, key) || Mentions(comparison.RightOperand, key),
        IIsPatternOperation pattern => Mentions(pattern.Value, key),
        _ => false,
    });

    private static bool Mentions(IOperation operation, string key) => Leaves(operation).Any(leaf => Key(leaf) == key);

    private static Dictionary<ILocalSymbol, List<IOperation>> Assignments(IOperation body)
    {
        var assigned = new Dictionary<ILocalSymbol, List<IOperation>>(SymbolEqualityComparer.Default);
        foreach (var operation in body.DescendantsAndSelf())
        {
            var (local, value) = operation switch
            {
                IVariableDeclaratorOperation declarator => (declarator.Symbol, declarator.GetVariableInitializer()?.Value),
                IAssignmentOperation { Target: ILocalReferenceOperation target } assignment => (target.Local, assignment.Value),
                _ => (null, null),
            };
            if (local is null || value is null) continue;
            if (!assigned.TryGetValue(local, out var list)) assigned.Add(local, list = []);
            list.Add(value);
        }

        return assigned;
    }
}
