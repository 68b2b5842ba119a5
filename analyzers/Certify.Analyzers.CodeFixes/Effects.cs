using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Certify.Analyzers.CodeFixes;

/// <summary>What a fix may move, repeat or leave out without changing what the program does.</summary>
internal static class Effects
{
    /// <summary>A local, a parameter, or a field of this object: reading it twice gives the same value.</summary>
    public static ISymbol? PlainVariable(FixSite site, ExpressionSyntax expression)
    {
        var isPlainForm = expression is IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax };
        return isPlainForm ? site.Model.GetSymbolInfo(expression, site.Cancellation).Symbol switch
        {
            ILocalSymbol { RefKind: RefKind.None } local => local,
            IParameterSymbol { RefKind: RefKind.None } parameter => parameter,
            IFieldSymbol { IsVolatile: false, RefKind: RefKind.None } field => field,
            _ => null,
        } : null;
    }

    /// <summary>True when an expression calls nothing and writes nothing. Evaluated less often it can only fail less often.</summary>
    public static bool None(FixSite site, ExpressionSyntax expression) =>
        site.Model.GetOperation(expression, site.Cancellation) is { } operation && operation.DescendantsAndSelf().All(IsPure);

    /// <summary>True when an expression can be left out: it has no effect and nothing in it can fail.</summary>
    public static bool CanBeLeftOut(FixSite site, ExpressionSyntax expression)
    {
        if (site.Model.GetConversion(expression, site.Cancellation).IsUserDefined) return false;
        if (site.Model.GetConstantValue(expression, site.Cancellation).HasValue) return true;
        if (expression is DefaultExpressionSyntax or LiteralExpressionSyntax) return true;
        if (PlainVariable(site, expression) is null) return false;
        var types = site.Model.GetTypeInfo(expression, site.Cancellation);
        return SymbolEqualityComparer.Default.Equals(types.Type, types.ConvertedType);
    }

    private static bool IsPure(IOperation operation) => operation switch
    {
        IBinaryOperation { OperatorMethod: null } or IUnaryOperation { OperatorMethod: null } or IConversionOperation { OperatorMethod: null } => true,
        ILiteralOperation or ILocalReferenceOperation { IsDeclaration: false } or IParameterReferenceOperation => true,
        IFieldReferenceOperation { Field.IsVolatile: false } or IInstanceReferenceOperation or IParenthesizedOperation => true,
        IIsPatternOperation or IConstantPatternOperation or IRelationalPatternOperation or INegatedPatternOperation or IBinaryPatternOperation => true,
        _ => false,
    };
}
