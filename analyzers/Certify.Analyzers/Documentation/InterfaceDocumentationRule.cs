using System.Linq;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Certify.Analyzers.Documentation;

/// <summary>
/// CFY2004: what other code can name has a summary, and a number that crosses the interface has a unit or a range.
/// </summary>
// @llr CFY-LLR-228
public sealed class InterfaceDocumentationRule() : CertifyRule(
    RuleIds.InterfaceDocumentation,
    "'{0}' {1}. {2}.",
    "A reviewer can judge a use only against what the interface promises, and a number without unit promises nothing.")
{
    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope) =>
        context.RegisterSymbolAction(c => Check(c, scope), SymbolKind.NamedType, SymbolKind.Method, SymbolKind.Property, SymbolKind.Field, SymbolKind.Event);

    private static void Check(SymbolAnalysisContext context, RuleScope scope)
    {
        var symbol = context.Symbol;
        if (!IsInterface(symbol) || symbol.Locations[0].SourceTree is not { } tree || !scope.Covers(tree)) return;
        var text = DocText.Of(symbol, context.CancellationToken);
        if (!DocText.HasSummary(text))
        {
            Report(context, scope, symbol, "has no summary", "Say in one sentence what it is for, and give numbers a unit or a range");
        }
        else if (!DocText.IsInherited(text))
        {
            CheckNumbers(context, scope, text);
        }
    }

    private static void CheckNumbers(SymbolAnalysisContext context, RuleScope scope, string text)
    {
        const string Number = "is a number without unit or range";
        const string Remedy = "State one in its documentation, or add '[Unit(\"name\")]'";
        switch (context.Symbol)
        {
            case IFieldSymbol { IsConst: false } field when IsNumber(field.Type) && !States(field, text):
                Report(context, scope, field, Number, Remedy);
                break;
            case IPropertySymbol { IsIndexer: false } property when IsNumber(property.Type) && !States(property, text):
                Report(context, scope, property, Number, Remedy);
                break;
            case IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor } method:
                foreach (var parameter in method.Parameters)
                {
                    if (!IsNumber(parameter.Type) || States(parameter, DocText.Parameter(text, parameter.Name))) continue;
                    Report(context, scope, parameter, Number, Remedy);
                }

                break;
        }
    }

    private static bool States(ISymbol symbol, string text) =>
        UnitWords.AreIn(text) || UnitWords.AreInName(symbol.Name)
        || (Annotations.Find(symbol, "UnitAttribute") is { } unit && Annotations.HasText(unit, 0))
        || Annotations.Find(symbol, "RangeAttribute") is not null;

    private static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_Double
            or SpecialType.System_IntPtr or SpecialType.System_UIntPtr;

    // Members that take part in another's contract have its documentation; names of enum members are values.
    private static bool IsInterface(ISymbol symbol)
    {
        if (symbol.IsImplicitlyDeclared || symbol.Locations.IsEmpty || !symbol.Locations[0].IsInSource || symbol.IsOverride) return false;
        if (symbol is IMethodSymbol { MethodKind: not (MethodKind.Ordinary or MethodKind.Constructor or MethodKind.UserDefinedOperator or MethodKind.Conversion) }) return false;
        if (symbol is IMethodSymbol { PartialDefinitionPart: not null } or IPropertySymbol { PartialDefinitionPart: not null }) return false;
        if (symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } or INamedTypeSymbol { IsExtension: true }) return false;
        for (var outer = symbol; outer is not null and not INamespaceSymbol; outer = outer.ContainingSymbol)
        {
            if (outer.DeclaredAccessibility == Accessibility.Private || outer is INamedTypeSymbol { IsFileLocal: true }) return false;
        }

        return !IsPrimary(symbol) && !Implements(symbol);
    }

    private static bool IsPrimary(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } or IPropertySymbol
        && symbol.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.TypeDeclarationSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax);

    private static bool Implements(ISymbol symbol) =>
        symbol is IMethodSymbol or IPropertySymbol or IEventSymbol
        && symbol.ContainingType.AllInterfaces.Any(face => face.GetMembers(symbol.Name).Any(member =>
            SymbolEqualityComparer.Default.Equals(symbol.ContainingType.FindImplementationForInterfaceMember(member), symbol)));

    private static void Report(SymbolAnalysisContext context, RuleScope scope, ISymbol symbol, string what, string remedy) =>
        scope.Report(context.ReportDiagnostic, symbol.Locations[0], symbol.Name == ".ctor" ? symbol.ContainingType.Name : symbol.Name, what, remedy);
}
