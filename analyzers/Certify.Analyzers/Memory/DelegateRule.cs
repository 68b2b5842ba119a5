using System.Collections.Immutable;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Memory;

/// <summary>CFY1004: code is called by name only, never through an object that holds a method.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DelegateRule : CertifyRule
{
    private static readonly DiagnosticDescriptor s_rule = new(
        id: RuleIds.Delegate,
        title: "Delegates, lambdas and events are not used",
        messageFormat: "{0} needs a delegate, which is a heap object with an unknown target. {1}.",
        category: RuleCategories.Memory,
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A delegate is an object, is often made at its first use, and hides whom a call reaches.",
        helpLinkUri: "analyzers/rules/" + RuleIds.Delegate + ".md",
        customTags: WellKnownDiagnosticTags.NotConfigurable);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [s_rule];

    private protected override void Register(CompilationStartAnalysisContext context, ProfileMap profiles)
    {
        context.RegisterOperationAction(
            CheckOperation,
            OperationKind.DelegateCreation, OperationKind.AnonymousFunction,
            OperationKind.EventAssignment, OperationKind.Invocation, OperationKind.Binary);
        context.RegisterSymbolAction(CheckDeclaration, SymbolKind.NamedType, SymbolKind.Event);
    }

    private static void CheckOperation(OperationAnalysisContext context)
    {
        if (context.Operation.IsInNameOf()) return;
        switch (context.Operation)
        {
            case IDelegateCreationOperation { Target: IAnonymousFunctionOperation }:
                context.Report(s_rule, "A lambda", "Make it a local function or a method and call that by name");
                break;
            case IDelegateCreationOperation { Target: IMethodReferenceOperation method }:
                context.Report(
                    s_rule, $"Converting method '{method.Method.Name}' to a value",
                    "Call it by name, or use a type parameter with a static abstract member");
                break;
            case IDelegateCreationOperation:
                context.Report(s_rule, "This creation", "Call the method by name");
                break;
            case IAnonymousFunctionOperation { Parent: not IDelegateCreationOperation }:
                context.Report(s_rule, "A lambda", "Make it a local function or a method and call that by name");
                break;
            case IEventAssignmentOperation:
                context.Report(s_rule, "Changing an event's handlers", "Call the handlers by name, in the order wanted");
                break;
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke }:
                context.Report(s_rule, "This call", "Call the method by name");
                break;
            case IBinaryOperation { Type.TypeKind: TypeKind.Delegate }:
                context.Report(s_rule, "Combining delegates", "Call the methods by name, in the order wanted");
                break;
        }
    }

    private static void CheckDeclaration(SymbolAnalysisContext context)
    {
        var symbol = context.Symbol;
        if (symbol.IsImplicitlyDeclared || symbol.Locations.IsEmpty) return;
        if (symbol is INamedTypeSymbol { TypeKind: not TypeKind.Delegate }) return;
        var what = symbol is IEventSymbol ? $"Event '{symbol.Name}'" : $"Delegate type '{symbol.Name}'";
        context.ReportDiagnostic(Diagnostic.Create(
            s_rule, symbol.Locations[0], what, "Declare an interface with a static abstract member and call through a type parameter"));
    }
}
