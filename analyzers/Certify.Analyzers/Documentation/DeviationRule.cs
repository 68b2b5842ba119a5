using System;
using System.Linq;
using System.Text.RegularExpressions;
using Certify.Analyzers.Catalogue;
using Certify.Analyzers.Settings;
using Certify.Analyzers.Settings.Deviations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Certify.Analyzers.Documentation;

/// <summary>CFY2003: records that do not hold, and comments that name a record which is not there.</summary>
// @llr CFY-LLR-253
public sealed class DeviationRule() : CertifyRule(
    RuleIds.Deviation,
    "Deviation {0} {1}. {2}",
    "What breaks a rule on purpose has a reason, an approver and an end, and is judged again when the code changes.")
{
    private const string Tag = "@deviates";
    private static readonly Regex s_reference = new(Tag + @"\s+(?<id>[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d+)(?:\s*,\s*(?<id>[A-Z][A-Z0-9]*(?:-[A-Z0-9]+)*-\d+))*", RegexOptions.CultureInvariant);

    private protected override void Register(CompilationStartAnalysisContext context, RuleScope scope)
    {
        context.RegisterSyntaxTreeAction(tree => CheckReferences(tree, scope));
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var fault in scope.Deviations.Faults)
            {
                scope.Report(end.ReportDiagnostic, Place(fault), fault.Id.Length == 0 ? "record" : $"'{fault.Id}'", fault.What, fault.Remedy);
            }
        });
    }

    private static void CheckReferences(SyntaxTreeAnalysisContext context, RuleScope scope)
    {
        if (!scope.Covers(context.Tree)) return;
        if (context.Tree.GetText(context.CancellationToken).ToString().IndexOf(Tag, StringComparison.Ordinal) < 0) return;
        foreach (var comment in context.Tree.GetRoot(context.CancellationToken).DescendantTrivia().Where(IsComment))
        {
            foreach (var id in s_reference.Matches(comment.ToString()).Cast<Match>().SelectMany(match => match.Groups["id"].Captures.Cast<Capture>()))
            {
                if (scope.Deviations.All.Any(record => record.Id == id.Value)) continue;
                var span = new TextSpan(comment.SpanStart + id.Index, id.Length);
                scope.Report(context.ReportDiagnostic, Location.Create(context.Tree, span), $"'{id.Value}'", "is named here, but no record has the id", "Write the record, or take the tag away.");
            }
        }
    }

    private static bool IsComment(SyntaxTrivia trivia) =>
        trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);

    private static Location Place(DeviationFault fault)
    {
        var start = new LinePosition(Math.Max(0, fault.Line - 1), 0);
        return Location.Create(fault.File, new TextSpan(0, 0), new LinePositionSpan(start, start));
    }
}
