using System.Collections.Immutable;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Initialisation;

/// <summary>CFY1603: a struct whose zero value is no value of its contract is never made without its constructor.</summary>
// @llr CFY-LLR-202
public sealed class ValidDefaultRule() : CertifyRule(
    RuleIds.ValidDefault,
    "{0} makes a value of '{1}' with all bits zero, which its '[NoDefault]' forbids. Make it by a constructor with arguments.",
    "Structs skip their constructors in arrays, fields and default values, and a value that breaks its contract breaks every proof that uses it.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(
            c => CheckValue(c, scope), OperationKind.DefaultValue, OperationKind.ObjectCreation, OperationKind.ArrayCreation,
            OperationKind.TypeParameterObjectCreation, OperationKind.Invocation);
        context.RegisterOperationAction(c => CheckStackAlloc(c, scope), OperationKind.None, OperationKind.Conversion);
        context.RegisterSymbolAction(c => CheckFields(c, scope), SymbolKind.NamedType);
        context.RegisterOperationBlockAction(c => CheckConstructor(c, scope));
    }

    private static void CheckValue(OperationAnalysisContext context, RuleScope scope)
    {
        switch (context.Operation)
        {
            case IDefaultValueOperation { Type: { } type } value when !IsOptional(value):
                Report(context, scope, type, "'default'");
                break;
            case IObjectCreationOperation { Type: { } type, Arguments.IsEmpty: true } creation when creation.Constructor is null or { IsImplicitlyDeclared: true, Parameters.IsEmpty: true }:
                Report(context, scope, type, "'new' without arguments");
                break;
            case IArrayCreationOperation { Initializer: null, Type: IArrayTypeSymbol array } creation when !IsEmpty(creation.DimensionSizes):
                Report(context, scope, array.ElementType, "An array");
                break;
            case IInvocationOperation call:
                CheckTypeArguments(context, scope, call);
                break;
        }
    }

    private static bool IsOptional(IDefaultValueOperation value) => value.Parent is IParameterInitializerOperation;

    private static bool IsEmpty(ImmutableArray<IOperation> sizes) => sizes.Any(size => size.ConstantValue is { HasValue: true, Value: 0 });

    // Generic code that asks for new() or that is the library's way to a default value.
    private static void CheckTypeArguments(OperationAnalysisContext context, RuleScope scope, IInvocationOperation call)
    {
        var method = call.TargetMethod;
        for (var i = 0; i < method.TypeArguments.Length; i++)
        {
            var asks = method.OriginalDefinition.TypeParameters[i].HasConstructorConstraint
                || (method.Name == "CreateInstance" && method.ContainingType.ToDisplayString() == "System.Activator");
            if (asks) Report(context, scope, method.TypeArguments[i], $"'{method.Name}' with a type argument for 'new()'");
        }
    }

    private static void CheckStackAlloc(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation.Syntax is not Microsoft.CodeAnalysis.CSharp.Syntax.StackAllocArrayCreationExpressionSyntax { Initializer: null }) return;
        if (context.Operation is IConversionOperation) return;
        var type = context.Operation.Type switch
        {
            IPointerTypeSymbol pointer => pointer.PointedAtType,
            INamedTypeSymbol { Arity: 1 } span => span.TypeArguments[0],
            _ => null,
        };
        if (type is not null) Report(context, scope, type, "'stackalloc'");
    }

    private static void CheckFields(SymbolAnalysisContext context, RuleScope scope)
    {
        foreach (var field in ((INamedTypeSymbol)context.Symbol).GetMembers().OfType<IFieldSymbol>()) CheckField(context, scope, field);
    }

    private static void CheckField(SymbolAnalysisContext context, RuleScope scope, IFieldSymbol field)
    {
        if (field.IsConst || !HasNoDefault(field.Type) || HasNoDefault(field.ContainingType)) return;
        var holder = field.ContainingType;
        var isValue = holder.TypeKind == TypeKind.Struct && !field.IsStatic;
        if (!isValue && !(field.IsStatic && !FieldAssignment.HasInitialiser(field)) && !(IsImplicit(holder) && !field.IsStatic && !FieldAssignment.HasInitialiser(field))) return;
        var place = (field.AssociatedSymbol ?? field).Locations.FirstOrDefault() ?? Location.None;
        var what = isValue ? $"The default of '{holder.Shown()}', which is not '[NoDefault]' itself," : $"The field '{(field.AssociatedSymbol ?? field).Name}'";
        scope.Report(context.ReportDiagnostic, place, what, field.Type.Shown());
    }

    private static void CheckConstructor(OperationBlockAnalysisContext context, RuleScope scope)
    {
        if (context.OwningSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor, IsStatic: false } constructor) return;
        var fields = constructor.ContainingType.GetMembers().OfType<IFieldSymbol>()
            .Where(field => !field.IsStatic && HasNoDefault(field.Type) && !FieldAssignment.HasInitialiser(field)).ToImmutableArray();
        if (fields.IsEmpty) return;
        var body = context.OperationBlocks.Select(block => block.Parent).OfType<IConstructorBodyOperation>().FirstOrDefault();
        if (body is null || body.Initializer?.Syntax is Microsoft.CodeAnalysis.CSharp.Syntax.ConstructorInitializerSyntax { ThisOrBaseKeyword.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ThisKeyword }) return;
        var graph = context.GetControlFlowGraph(body.BlockBody ?? body.ExpressionBody!);
        foreach (var field in FieldAssignment.LeftOut(graph, fields, context.CancellationToken))
        {
            scope.Report(
                context.ReportDiagnostic, constructor.Locations.First(),
                $"This constructor, which leaves '{(field.AssociatedSymbol ?? field).Name}' out on a path,", field.Type.Shown());
        }
    }

    private static bool IsImplicit(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class && type.InstanceConstructors.All(constructor => constructor.IsImplicitlyDeclared);

    private static bool HasNoDefault(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct } && Annotations.Find(type.OriginalDefinition, "NoDefaultAttribute") is { } mark && Annotations.HasText(mark, 0);

    private static void Report(OperationAnalysisContext context, RuleScope scope, ITypeSymbol type, string what)
    {
        if (!HasNoDefault(type) || context.Operation.IsInNameOf() || context.Operation.IsInAttribute()) return;
        context.Report(scope, what, type.Shown());
    }
}
