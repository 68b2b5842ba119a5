using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Flow;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Numeric;

/// <summary>CFY1209: an enum says its type and its values, has a zero, and holds declared values only.</summary>
// @llr CFY-LLR-170
public sealed class ClosedEnumRule() : CertifyRule(
    RuleIds.ClosedEnum,
    "{0}: {1}. {2}.",
    "An enum variable can hold any number of its underlying type, and zero is what it begins with.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSymbolAction(c => CheckDeclaration(c, scope), SymbolKind.NamedType);
        context.RegisterOperationAction(
            c => CheckArithmetic(c, scope), OperationKind.Binary, OperationKind.CompoundAssignment, OperationKind.Increment, OperationKind.Decrement);
        FlowFindings.Register(context, scope, [ObligationKind.Enum], (block, obligation) =>
        {
            if (obligation.Verdict == Verdict.Proved) return;
            scope.Report(
                block.ReportDiagnostic, obligation.Operation.Syntax.GetLocation(), $"'{obligation.Expression}' may be no declared value",
                obligation.Fact, "Choose the value by a switch, or compare the number with the declared ones before");
        });
    }

    private static void CheckDeclaration(SymbolAnalysisContext context, RuleScope scope)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Enum || type.DeclaringSyntaxReferences.Length == 0) return;
        if (type.DeclaringSyntaxReferences[0].GetSyntax(context.CancellationToken) is not EnumDeclarationSyntax syntax) return;
        var place = syntax.Identifier.GetLocation();
        var name = $"'{type.Name}'";
        if (syntax.BaseList is null)
        {
            scope.Report(context.ReportDiagnostic, place, name, "its underlying type is not written", "Write it, as in ': int'");
        }

        var given = syntax.Members.Count(member => member.EqualsValue is not null);
        if (given != 0 && given != syntax.Members.Count)
        {
            scope.Report(context.ReportDiagnostic, place, name, "some members have a written value and some have not", "Write all values or none");
        }

        // The values of .NET's own enums are given.
        if (scope.ProfileOf(syntax.SyntaxTree) == Profile.Core) return;
        var members = type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue);
        if (!members.Any(field => FlowConstants.Integer(field.ConstantValue!) is { IsZero: true }))
        {
            scope.Report(context.ReportDiagnostic, place, name, "no member is zero, the value of an enum that nobody set", "Give zero a name");
        }
    }

    private static void CheckArithmetic(OperationAnalysisContext context, RuleScope scope)
    {
        var operation = context.Operation;
        var isArithmetic = operation switch
        {
            IBinaryOperation binary => !binary.ConstantValue.HasValue && IsArithmetic(binary.OperatorKind) && (IsEnum(binary.LeftOperand) || IsEnum(binary.RightOperand)),
            ICompoundAssignmentOperation compound => IsArithmetic(compound.OperatorKind) && IsEnum(compound.Target),
            IIncrementOrDecrementOperation step => IsEnum(step.Target),
            _ => false,
        };
        if (!isArithmetic) return;
        context.Report(scope, $"'{operation.Syntax}' calculates with an enum", "its values are names", "Choose the value by a switch");
    }

    private static bool IsArithmetic(BinaryOperatorKind kind) => kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract;

    private static bool IsEnum(IOperation operand) => operand.WithoutConversions().Type is { TypeKind: TypeKind.Enum };
}
