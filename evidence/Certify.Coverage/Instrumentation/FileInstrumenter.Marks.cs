using System.Globalization;
using Certify.Coverage.Obligations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Coverage.Instrumentation;

/// <content>The edits: what is put where.</content>
internal sealed partial class FileInstrumenter
{
    private static bool IsObligation(StatementSyntax statement) => statement switch
    {
        LocalDeclarationStatementSyntax local =>
            !local.IsConst && (local.UsingKeyword != default || local.Declaration.Variables.Any(v => v.Initializer is not null)),
        BlockSyntax or EmptyStatementSyntax or LocalFunctionStatementSyntax or LabeledStatementSyntax => false,
        CheckedStatementSyntax or UnsafeStatementSyntax or TryStatementSyntax => false,
        _ => true,
    };

    private void MarkStatement(StatementSyntax statement)
    {
        if (!IsObligation(statement)) return;
        var counter = Book(SourceForms.HeadOf(statement), "statement");
        if (counter >= 0)
        {
            var call = $"{Cover}.S({Number(counter)}); ";
            var embedded = statement.Parent is not (BlockSyntax or SwitchSectionSyntax or LabeledStatementSyntax or GlobalStatementSyntax);
            _edits.Wrap(statement.Span, embedded ? "{ " + call : call, embedded ? " }" : "");
        }
        if (statement is ForStatementSyntax { Incrementors: { Count: > 0 } steps }) MarkStep(steps);
        if (statement is SwitchStatementSyntax choice) MarkNoMatch(choice);
    }

    private void MarkStep(SeparatedSyntaxList<ExpressionSyntax> steps)
    {
        var counter = Book(steps.Span, "step");
        if (counter >= 0) _edits.Wrap(new TextSpan(steps.Span.Start, 0), $"{Cover}.S({Number(counter)}), ", "");
    }

    private void MarkNoMatch(SwitchStatementSyntax statement)
    {
        if (statement.Sections.SelectMany(s => s.Labels).Any(l => l is DefaultSwitchLabelSyntax)) return;
        var counter = Book(SourceForms.HeadOf(statement), "no-match");
        if (counter < 0) return;
        _edits.Wrap(new TextSpan(statement.CloseBraceToken.SpanStart, 0), $"default: {Cover}.S({Number(counter)}); break; ", "");
    }

    private void MarkBody(ArrowExpressionClauseSyntax arrow)
    {
        var counter = Book(arrow.Expression.Span, "body");
        if (counter < 0) return;
        var returns = arrow.Expression is ThrowExpressionSyntax || !Returns(arrow.Parent!) ? "" : "return ";
        var (open, close) = arrow.Parent is BasePropertyDeclarationSyntax and not EventDeclarationSyntax ? ("{ get ", " }") : ("", "");
        _edits.Replace(arrow.ArrowToken.Span, $"{open}{{ {Cover}.S({Number(counter)}); {returns}");
        _edits.Replace(arrow.Parent!.GetLastToken().Span, $"; }}{close}");
    }

    private bool Returns(SyntaxNode member) => member switch
    {
        BasePropertyDeclarationSyntax => true,
        _ => _model.GetDeclaredSymbol(member) is IMethodSymbol method && GivesValue(method),
    };

    private static bool GivesValue(IMethodSymbol method) =>
        !method.ReturnsVoid && !(method.IsAsync && method.ReturnType is INamedTypeSymbol { IsGenericType: false });

    private void MarkLambda(LambdaExpressionSyntax lambda)
    {
        var body = lambda.ExpressionBody!;
        var counter = Book(body.Span, "body");
        if (counter < 0) return;
        var gives = _model.GetSymbolInfo(lambda).Symbol is IMethodSymbol method && GivesValue(method) && body is not ThrowExpressionSyntax;
        _edits.Wrap(body.Span, $"{{ {Cover}.S({Number(counter)}); {(gives ? "return " : "")}", "; }");
    }

    private void MarkArm(SwitchExpressionArmSyntax arm)
    {
        var value = arm.Expression;
        var type = value is ThrowExpressionSyntax
            ? _model.GetTypeInfo(arm.Parent!).ConvertedType
            : _model.GetTypeInfo(value).ConvertedType;
        var named = type is not null and not IErrorTypeSymbol && type is not INamedTypeSymbol { IsFileLocal: true } && !type.IsAnonymousType;
        var counter = Book(arm.Span, "arm", named ? null : "the type of the switch expression's arm has no name");
        if (counter < 0) return;
        var name = type!.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        if (value is ThrowExpressionSyntax)
        {
            _edits.Wrap(value.Span, $"{Cover}.T({Number(counter)}) ? ", $" : default({name})");
        }
        else
        {
            _edits.Wrap(value.Span, $"({Cover}.T({Number(counter)}) ? ({name})(", $") : default({name}))");
        }
    }

    private void MarkDecision(ExpressionSyntax root, string kind)
    {
        var read = _decisions.Read(root);
        var conditions = read.Leaves.Select(l => (l.Text, PlaceOf(l.Span))).ToList();
        var decision = _book.AddDecision(
            _member, _source.Component, PlaceOf(root.Span), EndLineOf(root.Span), SourceForms.Collapse(root.ToString()), kind,
            read.Shape, conditions, read.Limit, _pathLimit);
        if (conditions.Count > 0 && decision.Recording != RecordingForm.None) Record(root, read, decision);
        foreach (var inner in read.Leaves.Select(l => l.Inner).OfType<ExpressionSyntax>()) base.Visit(inner);
    }

    private void Record(ExpressionSyntax root, ReadDecision read, DecisionObligation decision)
    {
        var local = $"__certify{Number(_locals++)}_";
        var code = new RecordingCode(decision.Graph(), decision.Counter, decision.Recording == RecordingForm.Markers, local);
        var whole = code.Whole;
        _edits.Wrap(root.Span, whole.Before, whole.After);
        for (var i = 0; i < read.Leaves.Count; i++)
        {
            var leaf = read.Leaves[i];
            var around = code.Around(i);
            _edits.Wrap(leaf.Span, around.Before + leaf.Before, leaf.After + around.After);
        }
        foreach (var (span, text) in read.Replacements) _edits.Replace(span, text);
    }

    private int Book(TextSpan span, string kind, string? limit = null) => _book.AddStatement(
        _member, _source.Component, PlaceOf(span), EndLineOf(span), SourceForms.Collapse(_text.ToString(span)), kind, limit);

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
