using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Memory;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.Types;

/// <summary>
/// CFY1301: by the compiler's flow analysis no reference that can be null is followed or put where null is not expected,
/// and nothing silences or escapes that analysis. Nullable values are checked where they are unwrapped.
/// </summary>
// @llr CFY-LLR-112
public sealed class NullDereferenceRule() : CertifyRule(
    RuleIds.NullDereference,
    "{0}. {1}.",
    "A null reference that is followed reads address zero or traps, and no handler can repair that.")
{
    private const string Test = "Test for null before, or declare it without '?'";

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSyntaxNodeAction(c => CheckForgiven(c, scope), SyntaxKind.SuppressNullableWarningExpression);
        context.RegisterOperationAction(
            c => CheckFollowed(c, scope),
            OperationKind.Invocation, OperationKind.PropertyReference, OperationKind.FieldReference, OperationKind.EventReference,
            OperationKind.MethodReference, OperationKind.ArrayElementReference, OperationKind.ImplicitIndexerReference, OperationKind.Loop);
        context.RegisterOperationAction(c => CheckUnwrapped(c, scope), OperationKind.Conversion);
        context.RegisterOperationAction(
            c => CheckGiven(c, scope),
            OperationKind.SimpleAssignment, OperationKind.CoalesceAssignment, OperationKind.VariableDeclarator, OperationKind.FieldInitializer,
            OperationKind.PropertyInitializer, OperationKind.ParameterInitializer, OperationKind.Argument, OperationKind.Return);
        context.RegisterOperationAction(c => CheckArray(c, scope), OperationKind.ArrayCreation);
        context.RegisterSymbolAction(c => CheckFields(c, scope), SymbolKind.NamedType);
    }

    private static void CheckForgiven(SyntaxNodeAnalysisContext context, RuleScope scope)
    {
        var word = ((PostfixUnaryExpressionSyntax)context.Node).OperatorToken;
        scope.Report(context.ReportDiagnostic, word.GetLocation(), "This '!' silences the null analysis", "Test for null, or take a type that has no null");
    }

    private static void CheckFollowed(OperationAnalysisContext context, RuleScope scope)
    {
        var receiver = context.Operation switch
        {
            IInvocationOperation call => call.Instance,
            IMemberReferenceOperation member => member.Instance,
            IArrayElementReferenceOperation element => element.ArrayReference,
            IImplicitIndexerReferenceOperation indexer => indexer.Instance,
            IForEachLoopOperation { IsAsynchronous: false } loop => loop.Collection.WithoutConversions(),
            _ => null,
        };
        if (receiver is null or IInstanceReferenceOperation or IConditionalAccessInstanceOperation || !NullState.MayBeNull(receiver)) return;
        if (context.Operation.IsInNameOf()) return;
        if (!NullState.IsNullableValue(receiver.Type))
        {
            scope.Report(context.ReportDiagnostic, receiver.Syntax.GetLocation(), $"This '{receiver.Type.Shown()}' can be null where it is followed", Test);
        }
        else if (context.Operation is IPropertyReferenceOperation { Property.Name: "Value" })
        {
            ReportCheck(context, receiver, scope);
        }
    }

    private static void CheckUnwrapped(OperationAnalysisContext context, RuleScope scope)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (!NullState.IsNullableValue(conversion.Operand.Type) || conversion.Type is null || NullState.IsNullableValue(conversion.Type)) return;
        if (!conversion.Type.IsValueType || conversion.OperatorMethod is not null || !NullState.MayBeNull(conversion.Operand)) return;
        ReportCheck(context, conversion.Operand, scope);
    }

    private static void CheckGiven(OperationAnalysisContext context, RuleScope scope)
    {
        foreach (var (target, value) in NullState.Transfers(context.Operation))
        {
            if (!NullState.ForbidsNull(target) || !NullState.MayBeNull(value)) continue;
            scope.Report(
                context.ReportDiagnostic, value.Syntax.GetLocation(),
                $"This value can be null and '{target.Name}' is declared never to be", "Test for null before, or declare the type with '?'");
        }
    }

    private static void CheckArray(OperationAnalysisContext context, RuleScope scope)
    {
        var array = (IArrayCreationOperation)context.Operation;
        if (array.Initializer is not null || array.IsInAttribute() || array.Type is not IArrayTypeSymbol { ElementType: { IsReferenceType: true } element } type) return;
        if (type.ElementNullableAnnotation != NullableAnnotation.NotAnnotated || array.DimensionSizes.Any(size => size.ConstantValue is { HasValue: true, Value: 0 })) return;
        context.Report(scope, $"The elements of this array are null, although '{element.Shown()}' is declared never to be", "List the elements, or declare them with '?'");
    }

    // Where C#'s analysis has a hole: a static field before its first assignment, and the default of a struct.
    private static void CheckFields(SymbolAnalysisContext context, RuleScope scope)
    {
        foreach (var field in ((INamedTypeSymbol)context.Symbol).GetMembers().OfType<IFieldSymbol>()) CheckField(context, field, scope);
    }

    private static void CheckField(SymbolAnalysisContext context, IFieldSymbol field, RuleScope scope)
    {
        ISymbol named = field.AssociatedSymbol ?? field;
        if (field.IsConst || named.Locations.IsEmpty || !named.Locations[0].IsInSource || field.RefKind != RefKind.None) return;
        if (!field.Type.IsReferenceType || field.NullableAnnotation != NullableAnnotation.NotAnnotated) return;
        if (!field.IsStatic && field.ContainingType.TypeKind == TypeKind.Struct)
        {
            scope.Report(context.ReportDiagnostic, named.Locations[0], $"'{named.Name}' is null in the default of struct '{field.ContainingType.Name}'", "Declare it with '?', or hold a value");
        }
        else if (field.IsStatic && !HasInitializer(named))
        {
            scope.Report(context.ReportDiagnostic, named.Locations[0], $"'{named.Name}' is null until something assigns it", "Give it a constant value where it is declared");
        }
    }

    private static bool HasInitializer(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.All(reference => reference.GetSyntax() switch
        {
            VariableDeclaratorSyntax declarator => declarator.Initializer is not null,
            PropertyDeclarationSyntax property => property.Initializer is not null,
            _ => true,
        });

    private static void ReportCheck(OperationAnalysisContext context, IOperation place, RuleScope scope) =>
        scope.ReportCheck(
            context.ReportDiagnostic, place.Syntax.GetLocation(), "null",
            $"This '{place.Type.Shown()}' can be empty where its value is taken", "The check in it stops the program; test 'HasValue' before");
}
