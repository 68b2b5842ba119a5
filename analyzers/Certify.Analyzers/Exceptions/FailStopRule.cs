using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Exceptions;

/// <summary>
/// CFY1706: the machine stops through the kernel alone, with a reason that has a name: no exit of the library, no
/// empty endless loop, no call from an application to a member that does not return.
/// </summary>
// @llr CFY-LLR-222
public sealed class FailStopRule() : CertifyRule(
    RuleIds.FailStop,
    "{0}. {1}.",
    "Whoever looks for the reason of a stop finds it in the panic record, and only the health monitor writes that.")
{
    private const string ToMonitor = "Let a check of the kernel's health monitor end the machine";

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => CheckCall(c, scope), OperationKind.Invocation);
        context.RegisterOperationAction(c => CheckReference(c, scope), OperationKind.MethodReference, OperationKind.PropertyReference);
        context.RegisterOperationAction(c => CheckLoop(c, scope), OperationKind.Loop);
    }

    private static void CheckCall(OperationAnalysisContext context, RuleScope scope)
    {
        var call = (IInvocationOperation)context.Operation;
        var method = call.TargetMethod;
        if (IsExit(method))
        {
            context.Report(scope, $"'{method.ContainingType.Name}.{method.Name}' stops the program past the health monitor", ToMonitor);
        }
        else if (IsOwnStop(method, context.Compilation.Assembly))
        {
            if (scope.ProfileOf(call.Syntax.SyntaxTree) == Profile.Application)
            {
                context.Report(scope, $"'{method.Name}' does not return, and a step of an application has to", "Return the fail-safe outputs");
            }
            else if (call.Arguments.Any(argument => !argument.IsImplicit && !IsNamedConstant(argument.Value)))
            {
                context.Report(scope, $"'{method.Name}' stops the machine for a reason without a name", "Pass a declared constant");
            }
        }
    }

    private static void CheckReference(OperationAnalysisContext context, RuleScope scope)
    {
        var member = ((IMemberReferenceOperation)context.Operation).Member;
        if (!IsExit(member) || context.Operation.IsInNameOf()) return;
        context.Report(scope, $"'{member.ContainingType.Name}.{member.Name}' stops the program past the health monitor", ToMonitor);
    }

    private static bool IsExit(ISymbol member) => member.Name switch
    {
        "Exit" or "FailFast" or "ExitCode" => member.ContainingType.IsNamed("System.Environment"),
        "Kill" or "CloseMainWindow" => member.ContainingType.IsNamed("System.Diagnostics.Process"),
        "Break" => member.ContainingType.IsNamed("System.Diagnostics.Debugger"),
        _ => false,
    };

    private static bool IsOwnStop(IMethodSymbol method, IAssemblySymbol own) =>
        SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, own)
        && method.OriginalDefinition.HasAttribute("System.Diagnostics.CodeAnalysis.DoesNotReturnAttribute");

    private static bool IsNamedConstant(IOperation value) =>
        value.WithoutConversions() is IFieldReferenceOperation { Field.HasConstantValue: true } or ILocalReferenceOperation { Local.HasConstantValue: true };

    private static void CheckLoop(OperationAnalysisContext context, RuleScope scope)
    {
        var endless = context.Operation switch
        {
            IWhileLoopOperation { ConditionIsUntil: false } loop => IsTrue(loop.Condition) && IsEmpty(loop.Body),
            IForLoopOperation loop => (loop.Condition is null || IsTrue(loop.Condition)) && IsEmpty(loop.Body) && loop.AtLoopBottom.IsEmpty,
            _ => false,
        };
        if (!endless) return;
        scope.Report(context.ReportDiagnostic, context.Operation.Syntax.GetFirstToken().GetLocation(),
            "An endless loop without content is a stop that nobody is told about", ToMonitor);
    }

    private static bool IsTrue(IOperation? condition) => condition?.ConstantValue is { HasValue: true, Value: true };

    private static bool IsEmpty(IOperation body) =>
        body is IEmptyOperation || (body is IBlockOperation block && block.Operations.All(IsEmpty));
}
