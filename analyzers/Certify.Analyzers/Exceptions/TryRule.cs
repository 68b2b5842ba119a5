using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Exceptions;

/// <summary>
/// CFY1702: no protected region, neither written as try nor made by using, lock, foreach, a finalizer, a
/// synchronized method, or a jump out of a fixed statement.
/// </summary>
// @llr CFY-LLR-028
public sealed class TryRule() : CertifyRule(
    RuleIds.Try,
    "'{0}' makes a protected region, and no exception can reach it. {1}.",
    "Handlers and finally blocks would be code that no test can reach.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(
            c => CheckOperation(c, scope),
            OperationKind.Try, OperationKind.Using, OperationKind.UsingDeclaration, OperationKind.Lock);
        context.RegisterSyntaxNodeAction(
            c => CheckForEach(c, scope), SyntaxKind.ForEachStatement, SyntaxKind.ForEachVariableStatement);
        context.RegisterSyntaxNodeAction(c => CheckFixed(c, scope), SyntaxKind.FixedStatement);
        context.RegisterSymbolAction(c => CheckMethod(c, scope), SymbolKind.Method);
    }

    private static void CheckOperation(OperationAnalysisContext context, RuleScope scope)
    {
        var (word, remedy) = context.Operation switch
        {
            IUsingOperation or IUsingDeclarationOperation => ("using", "Call the closing method on every path"),
            ILockOperation => ("lock", "Give the data to one task, or use the kernel's protected objects"),
            _ => ("try", "Test for the condition before it occurs and return a status"),
        };
        var place = context.Operation.Syntax.GetFirstToken().GetLocation();
        scope.Report(context.ReportDiagnostic, place, word, remedy);
    }

    private static void CheckForEach(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var loop = (CommonForEachStatementSyntax)context.Node;
        var type = context.SemanticModel.GetTypeInfo(loop.Expression, context.CancellationToken).Type;

        // The compiler walks these by index and asks for no enumerator.
        if (type is not null && FixedLength.Is(type)) return;
        var info = context.SemanticModel.GetForEachStatementInfo(loop);
        if (info.DisposeMethod is null) return;
        scope.Report(context.ReportDiagnostic, loop.ForEachKeyword.GetLocation(), "foreach",
            "Walk a span, an array or an inline array, whose loop disposes of nothing");
    }

    // The compiler unpins in a finally block as soon as a jump (a return is none) leaves the statement.
    private static void CheckFixed(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var statement = (FixedStatementSyntax)context.Node;
        var flow = context.SemanticModel.AnalyzeControlFlow(statement.Statement);
        if (flow is not { Succeeded: true }) return;
        if (!flow.ExitPoints.Any(exit => exit is BreakStatementSyntax or ContinueStatementSyntax or GotoStatementSyntax)) return;
        scope.Report(context.ReportDiagnostic, statement.FixedKeyword.GetLocation(), "fixed",
            "Leave the fixed statement at its end or by return, not by a jump");
    }

    private static void CheckMethod(SymbolAnalysisContext context, RuleScope scope)
    {
        var method = (IMethodSymbol)context.Symbol;
        if (method.IsImplicitlyDeclared) return;
        if (method.MethodKind == MethodKind.Destructor)
        {
            scope.Report(context.ReportDiagnostic, method.Locations[0], "~", "Close what the object holds by a method that is called");
        }
        else if ((method.MethodImplementationFlags & System.Reflection.MethodImplAttributes.Synchronized) != 0)
        {
            scope.Report(context.ReportDiagnostic, method.Locations[0], "MethodImplOptions.Synchronized",
                "Give the data to one task, or use the kernel's protected objects");
        }
    }
}
