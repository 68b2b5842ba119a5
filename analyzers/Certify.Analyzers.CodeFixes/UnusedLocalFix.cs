using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.CodeFixes;

/// <summary>CFY1604: a local that nothing names, or a store that nothing reads, goes, where its value costs no effect and cannot fail.</summary>
// @llr CFY-LLR-245
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class UnusedLocalFix() : CertifyFix("CFY1604", "Remove what is never read")
{
    /// <inheritdoc/>
    public override bool ReachesOtherCode => true;

    private protected override ImmutableArray<TextChange> Edits(FixSite site)
    {
        var (statement, value) = site.Node switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax declaration } } variable
                when declaration.UsingKeyword.Span.IsEmpty && !IsNamed(site, variable) => (declaration, variable.Initializer?.Value),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax, Parent: ExpressionStatementSyntax store } assignment
                when assignment.OperatorToken.ValueText == "=" => ((StatementSyntax)store, assignment.Right),
            _ => default,
        };
        if (statement is not { Parent: BlockSyntax { Statements.Count: > 1 } } || statement.ContainsDirectives) return [];
        if (value is not null && !Effects.CanBeLeftOut(site, value)) return [];
        return site.HasLinesOfItsOwn(statement) ? [new TextChange(site.LinesOf(statement), "")] : [];
    }

    private static bool IsNamed(FixSite site, VariableDeclaratorSyntax variable)
    {
        var symbol = site.Model.GetDeclaredSymbol(variable, site.Cancellation);
        var scope = variable.FirstAncestorOrSelf<BlockSyntax>() ?? site.Root;
        return scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name =>
            name.Identifier.ValueText == variable.Identifier.ValueText
            && SymbolEqualityComparer.Default.Equals(site.Model.GetSymbolInfo(name, site.Cancellation).Symbol, symbol));
    }
}
