using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Memory;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.DynamicCode;

/// <summary>CFY1804: what is not compiled from source in this program is on the allow list, types and attributes included.</summary>
// @llr CFY-LLR-031
public sealed class AllowListRule() : CertifyRule(
    RuleIds.AllowList,
    "'{0}' is outside the certified core library. Use a listed member, write it as source of this program, or list it in certify.allow.txt once the core library has it.",
    "Every member that can run has source, requirements and tests, or a place on a reviewed list.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        var check = new Check(
            context.Compilation.Assembly, AllowList.Load(context.Options.AdditionalFiles, context.CancellationToken), scope);
        context.RegisterOperationAction(
            check.Members,
            OperationKind.Invocation, OperationKind.ObjectCreation, OperationKind.PropertyReference,
            OperationKind.FieldReference, OperationKind.MethodReference, OperationKind.EventReference,
            OperationKind.Binary, OperationKind.Unary, OperationKind.Increment, OperationKind.Decrement,
            OperationKind.CompoundAssignment, OperationKind.Conversion, OperationKind.ImplicitIndexerReference);
        context.RegisterOperationAction(
            check.NamedTypes,
            OperationKind.VariableDeclarator, OperationKind.TypeOf, OperationKind.SizeOf,
            OperationKind.ArrayCreation, OperationKind.IsType, OperationKind.TypePattern, OperationKind.DeclarationPattern,
            OperationKind.RecursivePattern, OperationKind.DeclarationExpression);
        context.RegisterOperationAction(check.Attributes, OperationKind.Attribute);
        context.RegisterSymbolAction(
            check.DeclaredTypes,
            SymbolKind.Field, SymbolKind.Property, SymbolKind.Method, SymbolKind.NamedType);
    }

    private sealed class Check(IAssemblySymbol own, AllowList list, RuleScope scope)
    {
        public void Members(OperationAnalysisContext context)
        {
            var operation = context.Operation;
            if (Member(operation) is not { } member || PointerSubstitute.Has(member)) return; // CFY1013 reports those.
            var outside = IsAllowed(member) ? OutsideArgument(member) : member;
            if (outside is null || operation.IsInAttribute() || operation.IsInNameOf()) return;
            context.Report(scope, Name(outside));
        }

        public void NamedTypes(OperationAnalysisContext context)
        {
            var type = context.Operation switch
            {
                IVariableDeclaratorOperation declarator => declarator.Symbol.Type,
                ITypeOfOperation typeOf => typeOf.TypeOperand,
                ISizeOfOperation sizeOf => sizeOf.TypeOperand,
                IIsTypeOperation test => test.TypeOperand,
                ITypePatternOperation pattern => pattern.MatchedType,
                IDeclarationPatternOperation { MatchesNull: false } pattern => pattern.MatchedType,
                IRecursivePatternOperation pattern => pattern.MatchedType,
                _ => context.Operation.Type,
            };
            if (Outside(type) is { } outside && !context.Operation.IsInAttribute())
            {
                context.Report(scope, Name(outside));
            }
        }

        public void Attributes(OperationAnalysisContext context)
        {
            if (((IAttributeOperation)context.Operation).Operation.Type is { } type && Outside(type) is { } outside)
            {
                context.Report(scope, Name(outside));
            }
        }

        public void DeclaredTypes(SymbolAnalysisContext context)
        {
            var symbol = context.Symbol;
            if (symbol.IsImplicitlyDeclared || symbol.Locations.IsEmpty || !symbol.Locations[0].IsInSource) return;
            if (symbol is IMethodSymbol { AssociatedSymbol: not null }) return;
            if (symbol is INamedTypeSymbol { ContainingType: null } declared && TakesLibraryPlace(declared) is { } place) scope.Report(context.ReportDiagnostic, place, Name(symbol));
            foreach (var type in TypesOf(symbol))
            {
                if (Outside(type) is not { } outside) continue;
                scope.Report(context.ReportDiagnostic, symbol.Locations[0], Name(outside));
                return;
            }
        }

        // Rules and compiler know the library's types by their names; only the core library may declare one of them.
        private Location? TakesLibraryPlace(INamedTypeSymbol type)
        {
            var outermost = type.ContainingNamespace;
            while (outermost is { ContainingNamespace: { IsGlobalNamespace: false } around }) outermost = around;
            return outermost is { IsGlobalNamespace: false, Name: "System" }
                ? type.Locations.FirstOrDefault(part => part.SourceTree is { } tree && scope.ProfileOf(tree) != Profile.Core)
                : null;
        }

        private static IEnumerable<ITypeSymbol?> TypesOf(ISymbol symbol)
        {
            switch (symbol)
            {
                case IFieldSymbol field:
                    yield return field.ContainingType.TypeKind == TypeKind.Enum ? null : field.Type;
                    break;
                case IPropertySymbol property:
                    yield return property.Type;
                    foreach (var parameter in property.Parameters) yield return parameter.Type;
                    break;
                case IMethodSymbol method:
                    yield return method.ReturnType;
                    foreach (var parameter in method.Parameters) yield return parameter.Type;
                    foreach (var constraint in Constraints(method.TypeParameters)) yield return constraint;
                    break;
                case INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke }:
                    foreach (var type in TypesOf(invoke)) yield return type;
                    break;
                case INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } type:
                    yield return type.BaseType;
                    foreach (var face in type.Interfaces) yield return face;
                    foreach (var constraint in Constraints(type.TypeParameters)) yield return constraint;
                    break;
            }
        }

        private static IEnumerable<ITypeSymbol> Constraints(ImmutableArray<ITypeParameterSymbol> parameters) =>
            parameters.SelectMany(parameter => parameter.ConstraintTypes);

        private static ISymbol? Member(IOperation operation) => operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IImplicitIndexerReferenceOperation indexer => indexer.IndexerSymbol,
            IMemberReferenceOperation reference => reference.Member,
            IBinaryOperation binary => binary.OperatorMethod,
            IUnaryOperation unary => unary.OperatorMethod,
            IIncrementOrDecrementOperation step => step.OperatorMethod,
            ICompoundAssignmentOperation assignment => assignment.OperatorMethod,
            // Written ranges over spans are compiled to offsets; no Index is made.
            IConversionOperation { IsImplicit: true, Parent: IRangeOperation { Parent: IImplicitIndexerReferenceOperation } } => null,
            IConversionOperation conversion => conversion.OperatorMethod,
            _ => null,
        };

        private bool IsAllowed(ISymbol member)
        {
            var definition = (member as IMethodSymbol)?.ReducedFrom ?? member;
            definition = definition.OriginalDefinition;
            if (definition is IMethodSymbol { ContainingType: null }) return true;
            return IsOwn(definition) || list.Has(definition)
                || definition.ContainingType is { IsTupleType: true } or { IsAnonymousType: true }
                || definition.ContainingType?.TypeKind == TypeKind.Delegate;
        }

        private ITypeSymbol? OutsideArgument(ISymbol member)
        {
            for (var type = member.ContainingType; type is not null; type = type.ContainingType)
            {
                if (FirstOutside(type.TypeArguments) is { } outside) return outside;
            }

            return member is IMethodSymbol method ? FirstOutside(method.TypeArguments) : null;
        }

        private ITypeSymbol? FirstOutside(ImmutableArray<ITypeSymbol> arguments)
        {
            foreach (var argument in arguments)
            {
                if (Outside(argument) is { } outside) return outside;
            }

            return null;
        }

        // The first part of a type that is neither compiled here nor listed.
        private ITypeSymbol? Outside(ITypeSymbol? type)
        {
            switch (type)
            {
                case null or IErrorTypeSymbol or ITypeParameterSymbol or IFunctionPointerTypeSymbol:
                    return null;
                case IDynamicTypeSymbol:
                    return type;
                case IArrayTypeSymbol array:
                    return Outside(array.ElementType);
                case IPointerTypeSymbol pointer:
                    return Outside(pointer.PointedAtType);
                case INamedTypeSymbol { IsAnonymousType: true } or { TypeKind: TypeKind.Delegate }:
                    return null;
                case INamedTypeSymbol when PointerSubstitute.Is(type):
                    return null;
                case INamedTypeSymbol named:
                    if (!IsOwn(named.OriginalDefinition) && !list.Has(named)) return named;
                    return FirstOutside(named.TypeArguments);
                default:
                    return null;
            }
        }

        private bool IsOwn(ISymbol symbol) =>
            SymbolEqualityComparer.Default.Equals(symbol.ContainingAssembly, own);

        private static string Name(ISymbol symbol) =>
            symbol.ToDisplayString(SymbolDisplayFormat.CSharpErrorMessageFormat);
    }
}
