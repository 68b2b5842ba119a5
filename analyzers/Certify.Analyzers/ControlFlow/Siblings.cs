using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Certify.Analyzers.ControlFlow;

/// <summary>Neighbours in a list of statements.</summary>
internal static class Siblings
{
    /// <summary>The statement right before this one in the same block or section, or null.</summary>
    public static StatementSyntax? Before(StatementSyntax statement)
    {
        var list = Of(statement);
        var index = list.IndexOf(statement);
        return index > 0 ? list[index - 1] : null;
    }

    /// <summary>The statements of the block or section around this one; empty when it stands alone.</summary>
    public static SyntaxList<StatementSyntax> Of(StatementSyntax statement) => statement.Parent switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        _ => default,
    };
}
