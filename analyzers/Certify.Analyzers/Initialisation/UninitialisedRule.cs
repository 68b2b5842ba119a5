using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Initialisation;

/// <summary>CFY1601: no way round definite assignment, and a struct's constructor sets every field itself.</summary>
// @llr CFY-LLR-200
public sealed class UninitialisedRule() : CertifyRule(
    RuleIds.Uninitialised,
    "{0}. {1}.",
    "A value that nobody has written is whatever lay in memory, or a zero that nobody asked for.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => CheckCall(c, scope), OperationKind.Invocation, OperationKind.MethodReference);
        context.RegisterSymbolAction(
            c => CheckAttributes(c.Symbol, c.ReportDiagnostic, scope), SymbolKind.NamedType, SymbolKind.Method, SymbolKind.Property, SymbolKind.Event);
        context.RegisterCompilationEndAction(c => CheckAttributes(c.Compilation.SourceModule, c.ReportDiagnostic, scope));
        context.RegisterOperationBlockAction(c => CheckConstructor(c, scope));
    }

    private static void CheckAttributes(ISymbol symbol, System.Action<Diagnostic> sink, RuleScope scope)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (!attribute.AttributeClass.IsNamed("System.Runtime.CompilerServices.SkipLocalsInitAttribute")) continue;
            var place = attribute.ApplicationSyntaxReference is { } written ? Location.Create(written.SyntaxTree, written.Span) : Location.None;
            scope.Report(sink, place, "'SkipLocalsInit' leaves locals and stack buffers as they lie in memory", "Remove the attribute");
        }
    }

    private static void CheckCall(OperationAnalysisContext context, RuleScope scope)
    {
        var method = context.Operation switch
        {
            IInvocationOperation call => call.TargetMethod,
            IMethodReferenceOperation reference => reference.Method,
            _ => null,
        };
        if (method is null || context.Operation.IsInNameOf() || !LeavesGarbage(method)) return;
        context.Report(scope, $"'{method.ContainingType.Shown()}.{method.Name}' gives memory that nobody has written", "Assign a value, or use 'default'");
    }

    private static bool LeavesGarbage(IMethodSymbol method) => (method.ContainingType?.Name is "Unsafe" or "GC" or "RuntimeHelpers" or "NativeMemory" or "Marshal" ? method.ContainingType.ToDisplayString() : "", method.Name) switch
    {
        ("System.Runtime.CompilerServices.Unsafe", "SkipInit") => true,
        ("System.GC", "AllocateUninitializedArray") => true,
        ("System.Runtime.CompilerServices.RuntimeHelpers", "GetUninitializedObject") => true,
        ("System.Runtime.InteropServices.NativeMemory", "Alloc" or "AlignedAlloc" or "Realloc" or "AlignedRealloc") => true,
        ("System.Runtime.InteropServices.Marshal", "AllocHGlobal" or "AllocCoTaskMem") => true,
        _ => false,
    };

    private static void CheckConstructor(OperationBlockAnalysisContext context, RuleScope scope)
    {
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: false } constructor) return;
        if (constructor.ContainingType is not { TypeKind: TypeKind.Struct } type) return;
        var body = context.OperationBlocks.Select(block => block.Parent).OfType<IConstructorBodyOperation>().FirstOrDefault();
        if (body is null || CallsThis(body)) return;
        var left = FieldAssignment.LeftOut(context.GetControlFlowGraph(body.BlockBody ?? body.ExpressionBody!), Fields(type), context.CancellationToken);
        if (left.Count == 0) return;
        var names = string.Join(", ", left.Select(field => $"'{(field.AssociatedSymbol ?? field).Name}'"));
        scope.Report(
            context.ReportDiagnostic, constructor.Locations.First(),
            $"This constructor leaves {names} without a value on a path, so the compiler puts zero there", "Assign every field on every path");
    }

    private static bool CallsThis(IConstructorBodyOperation body) =>
        body.Initializer is IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod: { Parameters.Length: > 0 } } }
            or IInvocationOperation { TargetMethod.Parameters.Length: > 0 };

    // Fields with an initialiser are set before the body; a union's fields share their memory.
    private static ImmutableArray<IFieldSymbol> Fields(INamedTypeSymbol type)
    {
        var fields = type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic && !field.IsConst && !field.IsFixedSizeBuffer).ToImmutableArray();
        var overlap = fields.Any(field => field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "FieldOffsetAttribute"));
        return overlap ? [] : fields.Where(field => !IsSetBefore(field)).ToImmutableArray();
    }

    private static bool IsSetBefore(IFieldSymbol field) =>
        FieldAssignment.HasInitialiser(field)
        || (field.IsImplicitlyDeclared && field.AssociatedSymbol is null); // A primary constructor's captured parameter.
}
