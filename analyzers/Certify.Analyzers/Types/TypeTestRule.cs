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

/// <summary>CFY1302: the type of every value is known when the program is compiled; nothing asks for it or assumes it at run time.</summary>
// @llr CFY-LLR-113
public sealed class TypeTestRule() : CertifyRule(
    RuleIds.TypeTest,
    "{0}. {1}.",
    "A cast that fails traps, a type test is a hidden branch over classes, and a covariant array is checked at each store.")
{
    private const string ByType = "Use the type itself, an enum that says the case, or a type parameter with a constraint";

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterOperationAction(c => CheckConversion(c, scope), OperationKind.Conversion);
        context.RegisterOperationAction(
            c => CheckTest(c, scope),
            OperationKind.IsType, OperationKind.TypePattern, OperationKind.DeclarationPattern, OperationKind.RecursivePattern);
        context.RegisterOperationAction(c => CheckLoop(c, scope), OperationKind.Loop);
        DeclaredTypes.Register(context, (declaration, sink) => CheckDeclaration(declaration, sink, scope));
    }

    private static void CheckConversion(OperationAnalysisContext context, RuleScope scope)
    {
        var conversion = (IConversionOperation)context.Operation;
        if (conversion.IsInAttribute() || conversion.Operand.Type is not { } from || conversion.Type is not { } to) return;
        var kind = conversion.GetConversion();
        if (conversion.IsTryCast) context.Report(scope, $"'as {to.Shown()}' asks for the type of an object", ByType);
        else if (kind.IsUnboxing) context.Report(scope, $"This takes a '{to.Shown()}' out of an object and traps if it holds another type", ByType);
        else if (kind is { IsReference: true, IsExplicit: true }) context.Report(scope, $"This cast to '{to.Shown()}' traps if the object has another type", ByType);
        else if (kind.IsReference && IsCovariant(from, to))
        {
            context.Report(scope, $"An array of '{Element(from)}' is used as one of '{Element(to)}'", "Keep the array's own type or pass a 'ReadOnlySpan<T>'");
        }
    }

    private static void CheckTest(OperationAnalysisContext context, RuleScope scope)
    {
        var (from, to) = context.Operation switch
        {
            IIsTypeOperation test => (test.ValueOperand.Type, test.TypeOperand),
            ITypePatternOperation pattern => (pattern.InputType, pattern.MatchedType),
            IDeclarationPatternOperation { MatchesNull: false } pattern => (pattern.InputType, pattern.MatchedType),
            IRecursivePatternOperation pattern => (pattern.InputType, pattern.MatchedType),
            _ => (null, null),
        };
        // Asking a value or a type parameter is CFY1003's finding; asking for the declared type is a null check.
        if (from is null or IErrorTypeSymbol || to is null or IErrorTypeSymbol || from.MayBeValue()) return;
        if (SymbolEqualityComparer.Default.Equals(from, to)) return;
        context.Report(scope, $"This asks whether an object is a '{to.Shown()}'", ByType);
    }

    private static void CheckLoop(OperationAnalysisContext context, RuleScope scope)
    {
        if (context.Operation is not IForEachLoopOperation { Syntax: CommonForEachStatementSyntax syntax, SemanticModel: { } model }) return;
        var kind = model.GetForEachStatementInfo(syntax).ElementConversion;
        if (!kind.IsUnboxing && !(kind.IsReference && kind.IsExplicit)) return;
        scope.Report(
            context.ReportDiagnostic, syntax.ForEachKeyword.GetLocation(),
            "The loop's variable casts each element", "Declare the variable with the type of the elements");
    }

    private static void CheckDeclaration(DeclaredType declaration, System.Action<Diagnostic> sink, RuleScope scope)
    {
        if (!HoldsObject(declaration.Type) || IsDictated(declaration.Symbol)) return;

        // The core library declares the members of object itself, and its compiler's helpers.
        if (declaration.Place.SourceTree is { } tree && scope.ProfileOf(tree) == Profile.Core) return;
        scope.Report(sink, declaration.Place, $"'{declaration.Symbol.Name}' can be an object of any type", ByType);
    }

    private static bool HoldsObject(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HoldsObject(array.ElementType),
        INamedTypeSymbol named => named.SpecialType is SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum
            or SpecialType.System_Array || named.TypeArguments.Any(HoldsObject),
        _ => false,
    };

    // Signatures that a base type or interface wrote, and attributes, whose members never run.
    private static bool IsDictated(ISymbol symbol)
    {
        var member = symbol is IParameterSymbol ? symbol.ContainingSymbol : symbol;
        for (var type = member.ContainingType; type is not null; type = type.BaseType)
        {
            if (type.ToDisplayString() == "System.Attribute") return true;
        }

        return member is IMethodSymbol method && (method.IsOverride || !method.ExplicitInterfaceImplementations.IsEmpty);
    }

    private static bool IsCovariant(ITypeSymbol from, ITypeSymbol to) =>
        from is IArrayTypeSymbol a && to is IArrayTypeSymbol b && !SymbolEqualityComparer.Default.Equals(a.ElementType, b.ElementType);

    private static string Element(ITypeSymbol array) => ((IArrayTypeSymbol)array).ElementType.Shown();
}
