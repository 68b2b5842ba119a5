using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Types;

/// <summary>CFY1303: no type defines a conversion or operator that runs without being seen, and none is used.</summary>
// @llr CFY-LLR-114
public sealed class UserConversionRule() : CertifyRule(
    RuleIds.UserConversion,
    "{0}. {1}.",
    "A call that no reader can see may lose information, take time or choose another overload.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSymbolAction(c => CheckDeclaration(c, scope), SymbolKind.Method);
        context.RegisterOperationAction(c => CheckConversion(c, scope), OperationKind.Conversion);
        context.RegisterOperationAction(
            c => CheckOperator(c, scope),
            OperationKind.Binary, OperationKind.Unary, OperationKind.Increment, OperationKind.Decrement, OperationKind.CompoundAssignment);
        context.RegisterOperationAction(c => CheckLoop(c, scope), OperationKind.Loop);
    }

    private static void CheckDeclaration(SymbolAnalysisContext context, RuleScope scope)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.IsImplicitlyDeclared || method.Locations.IsEmpty || method.MethodKind is not (MethodKind.Conversion or MethodKind.UserDefinedOperator)) return;
        if (Problem(method) is not { } problem) return;
        scope.Report(context.ReportDiagnostic, method.Locations[0], $"This declares {problem.Fact}", problem.Remedy);
    }

    private static void CheckConversion(OperationAnalysisContext context, RuleScope scope)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (!conversion.IsImplicit || conversion.OperatorMethod is not { } method || conversion.IsInAttribute()) return;
        if (IsOfCompiler(method)) return;
        context.Report(
            scope, $"This value becomes a '{method.ReturnType.Shown()}' by a call that the source does not show",
            "Write the conversion as a call or a cast");
    }

    private static void CheckOperator(OperationAnalysisContext context, RuleScope scope)
    {
        var method = context.Operation switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary => binary.OperatorMethod,
            IUnaryOperation { OperatorKind: UnaryOperatorKind.True or UnaryOperatorKind.False } unary => unary.OperatorMethod,
            IIncrementOrDecrementOperation step => step.OperatorMethod,
            ICompoundAssignmentOperation { OperatorMethod: { IsStatic: false } own } => own,
            _ => null,
        };
        if (method is null || method.ContainingType.SpecialType == SpecialType.System_Decimal) return;
        context.Report(
            scope, $"This operator calls a member of '{method.ContainingType.Shown()}' that the source does not show", "Call a method by its name");
    }

    private static void CheckLoop(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation is not IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model }) return;
        if (model.GetForEachStatementInfo(syntax).ElementConversion.MethodSymbol is not { } method || IsOfCompiler(method)) return;
        scope.Report(
            context.ReportDiagnostic, syntax.ForEachKeyword.GetLocation(),
            "The loop's variable takes each element by a conversion that the source does not show", "Declare the variable with the type of the elements");
    }

    private static (string Fact, string Remedy)? Problem(IMethodSymbol method) => method.Name switch
    {
        WellKnownMemberNames.ImplicitConversionName => ("a conversion that runs unseen", "Declare it 'explicit' or write a method"),
        WellKnownMemberNames.TrueOperatorName or WellKnownMemberNames.FalseOperatorName =>
            ("what counts as true, which '&&', '||' and 'if' use unseen", "Write a property of type 'bool'"),
        WellKnownMemberNames.IncrementOperatorName or WellKnownMemberNames.DecrementOperatorName
            or "op_CheckedIncrement" or "op_CheckedDecrement" => ("a step that changes its operand unseen", "Write a method"),
        _ when !method.IsStatic => ("an operator that changes its operand unseen", "Write a method, or an operator that returns a new value"),
        _ => null,
    };

    // Spans over arrays and strings, and positions counted from the end: forms of the language, not of a program.
    private static bool IsOfCompiler(IMethodSymbol method) =>
        FixedLength.IsSpan(method.ReturnType)
        || method.ReturnType is { Name: "Index", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }
        || method.ContainingType.SpecialType == SpecialType.System_Decimal;
}
