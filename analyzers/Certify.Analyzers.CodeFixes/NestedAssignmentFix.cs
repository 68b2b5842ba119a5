using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.CodeFixes;

/// <summary>
/// CFY1110: <c>a = b = v</c> and <c>a = x++</c> become two statements, where each target is a local, a parameter or a
/// field of this object.
/// </summary>
// @llr CFY-LLR-246
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class NestedAssignmentFix() : CertifyFix("CFY1110", "Make it a statement of its own")
{
    private protected override ImmutableArray<TextChange> Edits(FixSite site)
    {
        if (site.Node is not ExpressionSyntax inner || inner.Span != site.Span || Written(inner) is not { } target) return [];
        if (Effects.PlainVariable(site, target) is not { } variable || Statement(site, inner, variable) is not { } statement) return [];
        if (statement.Parent is not BlockSyntax || statement.ContainsDirectives || !site.HasLinesOfItsOwn(statement)) return [];
        var indent = site.IndentAt(statement.SpanStart);
        return inner is PostfixUnaryExpressionSyntax
            ? [new TextChange(inner.Span, target.ToString()), FixSite.Insert(statement.Span.End, $"{site.NewLine}{indent}{inner};")]
            : [FixSite.Insert(statement.SpanStart, $"{inner};{site.NewLine}{indent}"), new TextChange(inner.Span, target.ToString())];
    }

    // The statement whose whole right side the write is, if its own targets are other plain variables.
    private static StatementSyntax? Statement(FixSite site, ExpressionSyntax inner, ISymbol variable)
    {
        if (inner.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1 } declaration } })
        {
            return declaration.Type is RefTypeSyntax ? null : declaration.Parent as LocalDeclarationStatementSyntax;
        }

        if (inner.Parent is not AssignmentExpressionSyntax { OperatorToken.ValueText: "=" } outer || outer.Right != inner) return null;
        return IsOtherVariable(site, outer.Left, variable) ? outer.Parent switch
        {
            ExpressionStatementSyntax statement => statement,
            AssignmentExpressionSyntax => Statement(site, outer, variable),
            _ => null,
        } : null;
    }

    private static bool IsOtherVariable(FixSite site, ExpressionSyntax target, ISymbol variable) =>
        Effects.PlainVariable(site, target) is { } other && !SymbolEqualityComparer.Default.Equals(other, variable);

    private static ExpressionSyntax? Written(ExpressionSyntax inner) => inner switch
    {
        AssignmentExpressionSyntax { OperatorToken.ValueText: not "??=" } assignment => assignment.Left,
        PostfixUnaryExpressionSyntax { OperatorToken.ValueText: "++" or "--" } step => step.Operand,
        PrefixUnaryExpressionSyntax { OperatorToken.ValueText: "++" or "--" } step => step.Operand,
        _ => null,
    };
}
