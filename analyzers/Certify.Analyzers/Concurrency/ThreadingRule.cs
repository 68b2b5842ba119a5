using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Concurrency;

/// <summary>CFY1502: no thread, timer, lock or memory fence but the kernel's own.</summary>
// @llr CFY-LLR-195
public sealed class ThreadingRule() : CertifyRule(
    RuleIds.Threading,
    "{0} makes its own concurrency: {1}. Use tasks with '[Task]' and types with '[Protected]', which the kernel schedules.",
    "Threads and locks made at run time block for a time that nobody can bound.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => Report(c, scope, "'lock'", "it waits for another holder"), OperationKind.Lock);
        context.RegisterOperationAction(c => CheckUse(c, scope), OperationKind.Invocation, OperationKind.ObjectCreation,
            OperationKind.MethodReference, OperationKind.PropertyReference, OperationKind.FieldReference);
        context.RegisterSymbolAction(c => CheckField(c, scope), SymbolKind.Field);
        context.RegisterSymbolAction(c => CheckMethod(c, scope), SymbolKind.Method);
    }

    private static void CheckUse(OperationAnalysisContext context, RuleScope scope)
    {
        ISymbol? member = context.Operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IMethodReferenceOperation reference => reference.Method,
            IMemberReferenceOperation access => access.Member,
            _ => null,
        };
        if (member?.ContainingType is not { } type || !IsThreading(type) || context.Operation.IsInNameOf() || context.Operation.IsInAttribute()) return;
        if (Annotations.IsHardware(context.ContainingSymbol.ContainingType)) return;
        Report(context, scope, $"'{type.Shown()}.{member.Name}'", $"'{type.ContainingNamespace.ToDisplayString()}' belongs to another operating system");
    }

    private static void CheckField(SymbolAnalysisContext context, RuleScope scope)
    {
        var field = (IFieldSymbol)context.Symbol;
        if (field.IsVolatile && !Annotations.IsHardware(field.ContainingType))
        {
            Report(context, scope, field, $"The volatile field '{field.Name}'", "a fence orders memory but protects nothing");
        }
        else if (field.GetAttributes().Any(attribute => attribute.AttributeClass.IsNamed("System.ThreadStaticAttribute")))
        {
            Report(context, scope, field, $"The field '{field.Name}'", "each thread gets a copy made at run time");
        }
        else if (!field.IsImplicitlyDeclared && field.Type is INamedTypeSymbol type && IsThreading(type))
        {
            Report(context, scope, field, $"The field '{field.Name}'", $"its type is '{type.Shown()}'");
        }
    }

    private static void CheckMethod(SymbolAnalysisContext context, RuleScope scope)
    {
        const int Synchronized = 0x20;
        var method = (IMethodSymbol)context.Symbol;
        if (((int)method.MethodImplementationFlags & Synchronized) == 0) return;
        Report(context, scope, method, $"The method '{method.Name}'", "it takes a hidden lock");
    }

    private static bool IsThreading(INamedTypeSymbol type)
    {
        if (type.ContainingNamespace is not { Name: "Threading" or "Tasks" or "Channels" or "Timers" or "Concurrent" or "ComponentModel" }) return false;
        var space = type.ContainingNamespace.ToDisplayString();
        return space switch
        {
            "System.Threading" => type.Name is not ("CancellationToken" or "Timeout" or "LazyThreadSafetyMode"),
            "System.Threading.Tasks" or "System.Threading.Channels" or "System.Timers" or "System.Collections.Concurrent" => true,
            "System.ComponentModel" => type.Name == "BackgroundWorker",
            _ => false,
        };
    }

    private static void Report(OperationAnalysisContext context, RuleScope scope, string what, string why)
    {
        var syntax = context.Operation.Syntax;
        var place = syntax is LockStatementSyntax statement ? statement.LockKeyword.GetLocation() : syntax.GetLocation();
        scope.Report(context.ReportDiagnostic, place, what, why);
    }

    private static void Report(SymbolAnalysisContext context, RuleScope scope, ISymbol symbol, string what, string why)
    {
        foreach (var place in symbol.Locations.Where(location => location.IsInSource).Take(1))
        {
            scope.Report(context.ReportDiagnostic, place, what, why);
        }
    }
}
