using Certify.Coverage.Obligations;
using Certify.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Coverage.Instrumentation;

/// <summary>Walks one file in source order, books its obligations and edits the text so that they are recorded.</summary>
internal sealed partial class FileInstrumenter : CSharpSyntaxWalker
{
    private const string Cover = RuntimeSource.Calls;

    private readonly TargetSource _source;
    private readonly SemanticModel _model;
    private readonly IReadOnlySet<ISymbol> _compileTime;
    private readonly ObligationBook _book;
    private readonly int _pathLimit;
    private readonly SourceText _text;
    private readonly TextEdits _edits;
    private readonly DecisionReader _decisions;
    private MemberScope _member;
    private int _locals;

    private FileInstrumenter(
        TargetSource source, SemanticModel model, IReadOnlySet<ISymbol> compileTime, ObligationBook book, int pathLimit)
    {
        _source = source;
        _model = model;
        _compileTime = compileTime;
        _book = book;
        _pathLimit = pathLimit;
        _text = model.SyntaxTree.GetText();
        _edits = new TextEdits(source.Text);
        _decisions = new DecisionReader(model);
        _member = new MemberScope("!:" + source.RelativePath, null);
    }

    /// <summary>Instruments a file and gives its new text, without the leading #line.</summary>
    public static string Rewrite(
        TargetSource source, SemanticModel model, IReadOnlySet<ISymbol> compileTime, ObligationBook book, int pathLimit)
    {
        var walker = new FileInstrumenter(source, model, compileTime, book, pathLimit);
        walker.Visit(model.SyntaxTree.GetRoot());
        return walker._edits.Apply();
    }

    /// <inheritdoc/>
    public override void Visit(SyntaxNode? node)
    {
        switch (node)
        {
            case null or AttributeListSyntax or ParameterSyntax or EnumDeclarationSyntax or DelegateDeclarationSyntax:
                return;
            case ConstructorDeclarationSyntax or EqualsValueClauseSyntax when CompileTimeCode.IsStart(node):
                Exclude(node);
                return;
            case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or PrimaryConstructorBaseTypeSyntax:
            case EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } or PropertyDeclarationSyntax }:
            case ArrowExpressionClauseSyntax { Parent: BasePropertyDeclarationSyntax }:
            case GlobalStatementSyntax:
                InMember(node);
                return;
            default:
                VisitCode(node);
                return;
        }
    }

    private void VisitCode(SyntaxNode node)
    {
        switch (node)
        {
            case StatementSyntax statement:
                MarkStatement(statement);
                break;
            case ArrowExpressionClauseSyntax arrow:
                MarkBody(arrow);
                break;
            case LambdaExpressionSyntax { ExpressionBody: not null } lambda:
                if (IsExpressionTree(lambda)) return;
                MarkLambda(lambda);
                break;
            case SwitchExpressionArmSyntax arm:
                MarkArm(arm);
                break;
            case ExpressionSyntax expression when _decisions.KindOf(expression) is { } kind:
                MarkDecision(expression, kind);
                return;
        }
        base.Visit(node);
    }

    private void InMember(SyntaxNode node)
    {
        var outer = _member;
        var symbol = MemberSymbols.Of(node, _model);
        var limit = symbol is not null && _compileTime.Contains(symbol)
            ? "reached from a static initialiser, which the compiler evaluates at build time"
            : null;
        _member = new MemberScope(symbol is null ? outer.Id : MemberSymbols.IdOf(symbol), limit);
        VisitCode(node);
        _member = outer;
    }

    private void Exclude(SyntaxNode node)
    {
        if (node is EqualsValueClauseSyntax { Value: var value } && _model.GetConstantValue(value).HasValue) return;
        var id = MemberSymbols.Of(node, _model) is { } symbol ? MemberSymbols.IdOf(symbol) : _member.Id;
        _book.Exclusions.Add(new Exclusion(
            id, PlaceOf(node.Span), "static initialiser: the compiler evaluates it at build time and the image holds its result"));
    }

    private bool IsExpressionTree(LambdaExpressionSyntax lambda)
    {
        if (_model.GetTypeInfo(lambda).ConvertedType is not { Name: "Expression", ContainingNamespace.Name: "Expressions" }) return false;
        _book.Exclusions.Add(new Exclusion(_member.Id, PlaceOf(lambda.Span), "expression tree: data, not code of the image"));
        return true;
    }

    private SourcePlace PlaceOf(TextSpan span) => SourceForms.PlaceOf(_text, span.Start, _source.RelativePath);

    private int EndLineOf(TextSpan span) => _text.Lines.GetLinePosition(span.End).Line + 1;
}
