using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.Documentation;

/// <summary>
/// Tells code in a comment from prose: it parses without error, and every part has a form that prose does not take by
/// chance, such as an assignment, a call that is closed by a semicolon, or a statement with a block. Formulas and sketches of an
/// algorithm are prose: they assign to what no variable is, leave steps out, or explain the code they stand behind.
/// </summary>
internal static class CommentedCode
{
    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp14, kind: SourceCodeKind.Script);

    private const int LinesMax = 60;

    /// <summary>The parts of the comment that are code, the longest first where they overlap: all of it, or groups of lines.</summary>
    public static IEnumerable<TextSpan> In(Comment comment, SourceText text, SyntaxNode root)
    {
        if (comment.IsDocumentation) yield break;
        var lines = comment.Lines.Take(LinesMax).Select(line => text.ToString(line)).ToList();
        if (lines.Any(LeavesOut)) yield break;
        for (var first = 0; first < lines.Count; first++)
        {
            var last = lines.Count - 1;
            while (last >= first && !IsCode(lines.GetRange(first, last - first + 1), isWhole: first == 0 && last == comment.Lines.Length - 1)) last--;
            if (last < first) continue;
            var isWhole = first == 0 && last == comment.Lines.Length - 1;
            if (isWhole && comment.IsTrailing && Explains(lines, root)) yield break;
            yield return isWhole ? comment.Span : TextSpan.FromBounds(comment.Lines[first].Start, comment.Lines[last].End);
            first = last;
        }
    }

    // Three dots that stand alone, as in "a, ..., z"; after a word they end a sentence.
    private static bool LeavesOut(string line)
    {
        var dots = line.IndexOf("...", StringComparison.Ordinal);
        return dots >= 0 && (dots == 0 || line[dots - 1] == ' ') && (dots + 3 == line.Length || line[dots + 3] is ' ' or ',');
    }

    private static bool IsCode(List<string> lines, bool isWhole)
    {
        var end = lines[lines.Count - 1];
        if (end[end.Length - 1] is not (';' or '}')) return false;
        var unit = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(string.Join("\n", lines), s_options).GetRoot();
        if (unit.ContainsDiagnostics || !AssignsToVariables(unit)) return false;
        if (!isWhole && unit.Members.Count > 0 && unit.Members.All(IsBareDeclaration)) return false;
        return unit.Members.Count + unit.Usings.Count > 0
            && unit.Members.All(IsCode) && unit.Usings.All(directive => directive.Name is QualifiedNameSyntax);
    }

    // An assignment behind code, to a name that the file does not have, says in symbols what that code does.
    private static bool Explains(List<string> lines, SyntaxNode root)
    {
        var unit = (CompilationUnitSyntax)CSharpSyntaxTree.ParseText(string.Join("\n", lines), s_options).GetRoot();
        var name = unit.GetFirstToken().ValueText;
        return unit.Members.Count == 1
            && unit.Members[0] is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax or ElementAccessExpressionSyntax } } }
            && !root.DescendantTokens().Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name);
    }

    // "w(j) = 0" and "a / b = c" are formulas. A type's name that begins with a small letter is a word: "otherwise x = 2 * y;".
    private static bool AssignsToVariables(CompilationUnitSyntax unit) => unit.DescendantNodes().All(node => node switch
    {
        AssignmentExpressionSyntax assignment => assignment.Left is not (BinaryExpressionSyntax or InvocationExpressionSyntax or LiteralExpressionSyntax),
        VariableDeclarationSyntax { Type: IdentifierNameSyntax type } => type.IsVar || type.Identifier.ValueText is "dynamic" or "nint" or "nuint"
            || !char.IsLower(type.Identifier.ValueText[0]),
        _ => true,
    });

    private static bool IsBareDeclaration(MemberDeclarationSyntax member) => member is FieldDeclarationSyntax { Modifiers.Count: 0 } field
        && field.Declaration.Variables.All(variable => variable.Initializer is null);

    private static bool IsCode(MemberDeclarationSyntax member) => member switch
    {
        GlobalStatementSyntax { Statement: var statement } => IsCode(statement),
        FieldDeclarationSyntax field => field.Modifiers.Count > 0 || field.Declaration.Type is PredefinedTypeSyntax
            || field.Declaration.Variables.Any(variable => variable.Initializer is not null),
        MethodDeclarationSyntax method => method.Modifiers.Count > 0 || method.Body is not null || method.ExpressionBody is not null,
        PropertyDeclarationSyntax or BaseTypeDeclarationSyntax or ConstructorDeclarationSyntax => true,
        _ => false,
    };

    private static bool IsCode(StatementSyntax statement) => statement switch
    {
        ExpressionStatementSyntax { Expression: var expression } => IsCode(expression),
        LocalDeclarationStatementSyntax local => local.Declaration.Type is PredefinedTypeSyntax || local.Declaration.Variables.Any(variable => variable.Initializer is not null),
        ReturnStatementSyntax { Expression: not IdentifierNameSyntax } or BreakStatementSyntax or ContinueStatementSyntax => true,
        ThrowStatementSyntax { Expression: not IdentifierNameSyntax } => true,
        BlockSyntax block => block.Statements.Count > 0 && block.Statements.All(IsCode),
        LocalFunctionStatementSyntax function => function.Body is not null || function.ExpressionBody is not null,
        IfStatementSyntax or ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax
            or SwitchStatementSyntax or TryStatementSyntax or UsingStatementSyntax or LockStatementSyntax => true,
        _ => false,
    };

    // Prose puts a blank before a bracket, code does not.
    private static bool IsCode(ExpressionSyntax expression) => expression switch
    {
        AssignmentExpressionSyntax or PostfixUnaryExpressionSyntax or AwaitExpressionSyntax or ConditionalAccessExpressionSyntax => true,
        PrefixUnaryExpressionSyntax prefix => prefix.IsKind(SyntaxKind.PreIncrementExpression) || prefix.IsKind(SyntaxKind.PreDecrementExpression),
        InvocationExpressionSyntax call => !call.Expression.HasTrailingTrivia,
        _ => false,
    };
}
