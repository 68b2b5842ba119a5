using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.DynamicCode;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Initialisation;

/// <summary>CFY1602: the first value of every static is a constant that the compiler lays into the image.</summary>
// @llr CFY-LLR-201
public sealed class StaticInitialisationRule() : CertifyRule(
    RuleIds.StaticInitialisation,
    "{0} runs before the first use of a type, at a time that no statement shows. Give statics constant values, and compute the rest in a method that is called at start.",
    "Code that sets statics on first use is a hidden call, in an order and at a time that depend on the whole program.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => CheckInitialiser(c, scope), OperationKind.FieldInitializer, OperationKind.PropertyInitializer);
        context.RegisterSymbolAction(c => CheckMethod(c, scope), SymbolKind.Method);
        context.RegisterOperationAction(c => CheckCreation(c, scope), OperationKind.ObjectCreation, OperationKind.Invocation);
    }

    private static void CheckInitialiser(OperationAnalysisContext context, RuleScope scope)
    {
        var (isStatic, name, value) = context.Operation switch
        {
            IFieldInitializerOperation field => (field.InitializedFields.Any(f => f.IsStatic && !f.IsConst), field.InitializedFields.FirstOrDefault()?.Name, field.Value),
            IPropertyInitializerOperation property => (property.InitializedProperties.Any(p => p.IsStatic), property.InitializedProperties.FirstOrDefault()?.Name, property.Value),
            _ => (false, null, null),
        };
        if (!isStatic || value is null || IsConstant(value)) return;
        scope.Report(context.ReportDiagnostic, value.Syntax.GetLocation(), $"The initialiser of the static '{name}' is no constant and");
    }

    private static void CheckMethod(SymbolAnalysisContext context, RuleScope scope)
    {
        var method = (IMethodSymbol)context.Symbol;
        var what = method.MethodKind == MethodKind.StaticConstructor && !method.IsImplicitlyDeclared
            ? $"The static constructor of '{method.ContainingType.Shown()}'"
            : method.GetAttributes().Any(a => a.AttributeClass.IsNamed("System.Runtime.CompilerServices.ModuleInitializerAttribute"))
                ? $"The module initialiser '{method.Name}'"
                : null;
        if (what is not null) scope.Report(context.ReportDiagnostic, method.Locations.FirstOrDefault() ?? Location.None, what);
    }

    private static void CheckCreation(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation.IsInAttribute() || context.Operation.IsInNameOf()) return;
        var type = context.Operation switch
        {
            IObjectCreationOperation creation => creation.Constructor?.ContainingType,
            IInvocationOperation call => call.TargetMethod.ContainingType,
            _ => null,
        };
        if (type is not { Name: "Lazy" or "LazyInitializer" } || type.OriginalDefinition.ToDisplayString() is not ("System.Lazy<T>" or "System.Threading.LazyInitializer")) return;
        context.Report(scope, $"The function given to '{type.Name}'");
    }

    /// <summary>
    /// True for a value that the compiler can lay into the image: constants, default values, rows, tuples and structs
    /// of them. A struct counts when it is made without code: no constructor of its own, or one that a record or a
    /// primary constructor gives it.
    /// </summary>
    private static bool IsConstant(IOperation value)
    {
        if (value.ConstantValue.HasValue) return true;
        return value switch
        {
            IDefaultValueOperation or ILiteralOperation or IUtf8StringOperation or IInvalidOperation or ISizeOfOperation => true,
            IConversionOperation { OperatorMethod: null, Type.IsReferenceType: false } conversion => IsConstant(conversion.Operand),
            IConversionOperation { IsImplicit: true } conversion => IsRow(conversion.Operand) && IsConstant(conversion.Operand),
            IParenthesizedOperation inner => IsConstant(inner.Operand),
            IUnaryOperation { OperatorMethod: null } unary => IsConstant(unary.Operand),
            IBinaryOperation { OperatorMethod: null } binary => IsConstant(binary.LeftOperand) && IsConstant(binary.RightOperand),
            IArrayCreationOperation array => array.DimensionSizes.All(IsConstant) && (array.Initializer is null || IsConstant(array.Initializer)),
            IArrayInitializerOperation row => row.ElementValues.All(IsConstant),
            ICollectionExpressionOperation collection => collection.Elements.All(element => element is not ISpreadOperation && IsConstant(element)),
            ITupleOperation tuple => tuple.Elements.All(IsConstant),
            IObjectCreationOperation { Type.IsValueType: true } creation => IsPlain(creation),
            _ => false,
        };
    }

    private static bool IsRow(IOperation value) => value is IArrayCreationOperation or ICollectionExpressionOperation or IUtf8StringOperation;

    private static bool IsPlain(IObjectCreationOperation creation) =>
        !HasBody(creation.Constructor)
        && creation.Arguments.All(argument => IsConstant(argument.Value))
        && (creation.Initializer is null || creation.Initializer.Initializers.All(IsPlainAssignment));

    private static bool IsPlainAssignment(IOperation part) => part is ISimpleAssignmentOperation assignment
        && IsConstant(assignment.Value)
        && assignment.Target is IFieldReferenceOperation or IPropertyReferenceOperation { Property.SetMethod: { } }
        && (assignment.Target is not IPropertyReferenceOperation property || IsAutomatic(property.Property));

    private static bool IsAutomatic(IPropertySymbol property) => property.ContainingType.GetMembers().OfType<IFieldSymbol>()
        .Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property.OriginalDefinition));

    private static bool HasBody(IMethodSymbol? constructor) =>
        constructor is { IsImplicitlyDeclared: false }
        && !constructor.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax);
}
