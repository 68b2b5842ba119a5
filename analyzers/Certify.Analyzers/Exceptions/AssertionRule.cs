using System;
using System.Collections.Immutable;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Exceptions;

/// <summary>
/// CFY1705: calls that a build can leave out are left without effect: no side effect in their arguments, and no
/// Debug or Trace assertion at all in code for the target.
/// </summary>
// @llr CFY-LLR-221
public sealed class AssertionRule() : CertifyRule(
    RuleIds.Assertion,
    "{0}. {1}.",
    "An assertion that vanishes in the release build checks nothing in flight, and a side effect inside it vanishes with it.")
{
    private static readonly ImmutableHashSet<string> s_assertions =
        ImmutableHashSet.Create(StringComparer.Ordinal, "Assert", "Fail", "Assume", "Requires", "Ensures", "Invariant");

    private static readonly ImmutableHashSet<string> s_changes = ImmutableHashSet.Create(
        StringComparer.Ordinal, "Add", "AddRange", "Clear", "Dequeue", "Enqueue", "Insert", "MoveNext", "Pop", "Push", "Remove",
        "RemoveAll", "RemoveAt", "TryAdd", "TryDequeue", "TryPop", "TryRemove", "UnionWith");

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterOperationAction(c => Check(c, scope), OperationKind.Invocation);

    private static void Check(OperationAnalysisContext context, RuleScope scope)
    {
        var call = (IInvocationOperation)context.Operation;
        var assertion = IsAssertion(call.TargetMethod);
        if (!assertion && !call.TargetMethod.HasAttribute("System.Diagnostics.ConditionalAttribute")) return;
        var name = $"{call.TargetMethod.ContainingType.Name}.{call.TargetMethod.Name}";
        if (call.Arguments.SelectMany(argument => argument.DescendantsAndSelf()).Any(part => Changes(part, call)))
        {
            context.Report(scope, $"An argument of '{name}' has a side effect, which is gone where the call is compiled out", "Do the work before the call");
        }
        else if (assertion && scope.ProfileOf(call.Syntax.SyntaxTree) != Profile.Host)
        {
            context.Report(scope, $"'{name}' is compiled out or ends the program", "Handle the case, or state it as a contract");
        }
    }

    private static bool IsAssertion(IMethodSymbol method) =>
        s_assertions.Contains(method.Name)
        && (method.ContainingType.IsNamed("System.Diagnostics.Debug")
            || method.ContainingType.IsNamed("System.Diagnostics.Trace")
            || method.ContainingType.IsNamed("System.Diagnostics.Contracts.Contract"));

    private static bool Changes(IOperation operation, IOperation call) => operation switch
    {
        IAssignmentOperation { Parent: IObjectOrCollectionInitializerOperation } => false,
        IAssignmentOperation assignment => !IsInside(assignment.Target, call),
        IIncrementOrDecrementOperation step => !IsInside(step.Target, call),
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Value: not (IDiscardOperation or IInterpolatedStringHandlerCreationOperation or IInterpolatedStringHandlerArgumentPlaceholderOperation) } argument => IsSeen(argument, call),
        IInvocationOperation invocation => s_changes.Contains(invocation.TargetMethod.Name)
            && invocation.TargetMethod.ContainingType.IsWithin("System.Collections")
            && !invocation.TargetMethod.ContainingType.IsWithin("System.Collections.Immutable"),
        IAwaitOperation => true,
        _ => false,
    };

    // A variable that lives in the argument only, such as a lambda's local, is gone together with it.
    private static bool IsInside(IOperation target, IOperation call) => target switch
    {
        ILocalReferenceOperation { Local: var local } => IsDeclaredWithin(local, call),
        IParameterReferenceOperation { Parameter: var parameter } => IsDeclaredWithin(parameter, call),
        _ => false,
    };

    private static bool IsDeclaredWithin(ISymbol symbol, IOperation call) =>
        symbol.DeclaringSyntaxReferences.Any(reference =>
            reference.SyntaxTree == call.Syntax.SyntaxTree && call.Syntax.Span.Contains(reference.Span));

    // An out variable that nothing outside the call reads is no effect that anybody could miss.
    private static bool IsSeen(IArgumentOperation argument, IOperation call)
    {
        if (argument.Value is not IDeclarationExpressionOperation { Expression: ILocalReferenceOperation { Local: var local } }) return true;
        var root = call;
        while (root.Parent is not null) root = root.Parent;
        return root.Descendants().OfType<ILocalReferenceOperation>().Any(reference =>
            SymbolEqualityComparer.Default.Equals(reference.Local, local) && !call.Syntax.Span.Contains(reference.Syntax.Span));
    }
}
